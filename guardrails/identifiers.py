"""Numbers that identify a person or their money: found by form, proved by check digits or by the word beside them.

Register ids, occupation codes, qualification codes, years, levels and amounts have other lengths or a unit
after them. Check digits: python-stdnum.
"""

import re
from collections.abc import Iterator

from stdnum import iban, luhn
from stdnum.pl import nip, pesel, regon

from guardrails import pesel_parts
from guardrails.glance import glance
from guardrails.legible import readings
from guardrails.numbers import AMOUNT, FEWEST_DIGITS, is_help_number, same_length_fold
from guardrails.pesel_parts import is_birth
from guardrails.spans import Span

_DIGITS = re.compile(r"(?<![\w.,])\d(?:[ \u00a0.\-]{0,2}\d){8,27}(?![\w]|[.,]\d)")
_IBAN = re.compile(r"(?<!\w)[A-Za-z]{2}[\s.\-]?\d{2}(?:[ \u00a0.\-]?[0-9A-Za-z]{2,4}){4,8}(?!\w)")
_ACCOUNT_GROUPS = re.compile(r"\d{2}(?:[ \u00a0.\-/]\d{4}){6}")
_SLASHED_ACCOUNT = re.compile(r"(?<![\w.,/])\d{2}(?:/\d{4}){6}(?![\w/])")
_CARD_GROUPS = re.compile(r"(?<![\w.,/\-])([3-6]\d{3})([ .\-/])(\d{4})\2(\d{4})\2(\d{4})(?![\w/\-]|[ .,]\d)")
# Eleven digits parted by whatever marks.
_ELEVEN = re.compile(r"(?<!\d)\d(?:[^\w\n]{0,3}\d){10}(?!\d)")
_VAT = re.compile(r"(?<!\w)PL[ ]?(\d{10}|\d{3}-\d{3}-\d{2}-\d{2})(?!\w)")
_DIGIT = re.compile(r"\d")
_BEFORE, _AFTER = 48, 28
_WORDS: tuple[tuple[str, re.Pattern[str], range], ...] = (
    (
        "PESEL",
        re.compile(
            r"pes{1,2}el|песел|\bpsl\b|\bpesl\b|\bp[. ]e[. ]s[. ]e[. ]l\b|numer\w{0,2} ewidencyjn\w{1,4}"
            r"|\bnr ewid\w{0,8}"
        ),
        range(8, 14),
    ),
    (
        "NIP",
        re.compile(
            r"\bn\.i\.p\b|(?:numer|nr) vat|\bnip(?=\b|\d)|\bnip-?u\b|нip\b|\bніп\b|\btax id\b|\bvat (?:id|no|number)"
        ),
        range(9, 12),
    ),
    ("REGON", re.compile(r"\bregon|регон"), range(8, 15)),
    (
        "KONTO",
        re.compile(
            r"\biban\b|rachun|\brach\b|\bkont(?:o|a|em)\b|przelew|(?:numer|nr)\w{0,3} (?:konta|rachunku)"
            r"|\baccount\b|рахун"
        ),
        range(15, 31),
    ),
    (
        "KARTA",
        re.compile(r"\bkart(?:a|y|e|ie|a)\b|\bcard\b|\bvisa\b|mastercard|карт(?:ка|ки|ку|и|ою|а|у|ці)"),
        range(13, 17),
    ),
)
_NO_PERSON = re.compile(
    r"\bkrs\b|\brspo\b|\bbdo\b|zamowien|faktur|\bsygn|\bisbn|\bean\b|\bissn|order n|invoice|\bwniosk\w{1,3} nr"
    r"|\btracking"
    r"|przesylk|paczk"
)


# «… to nie jest żaden pesel, tylko numer sprawy»
_DENIED = re.compile(r"(?:\bnie (?:jest )?|\bis not |\bnot |\bне )(?:to )?(?:zaden |moj |a |an |my |мий )?$")


def find(text: str) -> Iterator[Span]:
    """Yield the identifiers of ``text``; they may overlap, the caller keeps the first."""
    for reading in readings(text):
        if glance(reading).digits >= FEWEST_DIGITS:
            yield from _identifiers(reading)


def _identifiers(text: str) -> Iterator[Span]:
    yield from _accounts(text)
    yield from (Span(match.start(), match.end(), "NIP") for match in _VAT.finditer(text) if nip.is_valid(match[1]))
    yield from _numbers(text, same_length_fold(text))


def _accounts(text: str) -> Iterator[Span]:
    for match in _IBAN.finditer(text):
        if iban.is_valid(re.sub(r"[\s.\-]", "", match[0]), check_country=False) or (
            match[0][:2].upper() == "PL" and len(re.sub(r"\D", "", match[0])) == 26
        ):
            yield Span(match.start(), match.end(), "KONTO")
    yield from (Span(match.start(), match.end(), "KONTO") for match in _SLASHED_ACCOUNT.finditer(text))


def _numbers(text: str, folded: str) -> Iterator[Span]:
    for match in _DIGITS.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if is_help_number(digits) or AMOUNT.match(text[match.end() : match.end() + 8]):
            continue
        around = folded[max(0, match.start() - _BEFORE) : match.start()]
        kind = _word_kind(around, folded[match.end() : match.end() + _AFTER], len(digits)) or _proved(
            digits, match[0], around
        )
        if kind:
            yield Span(match.start(), match.end(), kind)
        else:
            yield from _part_of_run(match, around)
    for kind, word, lengths in _WORDS[:3]:
        yield from _near_word(text, folded, kind, word, lengths)
    for match in _CARD_GROUPS.finditer(text):
        around = folded[max(0, match.start() - _BEFORE) : match.end() + _AFTER]
        proved = luhn.is_valid("".join(match.group(1, 3, 4, 5))) and not _NO_PERSON.search(around)
        if proved or _WORDS[-1][1].search(around):
            yield Span(match.start(), match.end(), "KARTA")
    yield from pesel_parts.find(text, _WORDS[0][1].finditer(folded))


def _part_of_run(match: re.Match[str], before: str) -> Iterator[Span]:
    """Find numbers proved by their check digits at the start of a run of groups ("4111 … 1111 12/25")."""
    groups = list(re.finditer(r"\d+", match[0]))
    start = 0
    while start < len(groups):
        for last in reversed(range(start, len(groups))):
            written = match[0][groups[start].start() : groups[last].end()]
            digits = re.sub(r"\D", "", written)
            if len(digits) > 9 and (kind := _proved(digits, written, before)):
                yield Span(match.start() + groups[start].start(), match.start() + groups[last].end(), kind)
                break
        else:
            return
        start = last + 1


def _near_word(text: str, folded: str, kind: str, word: re.Pattern[str], lengths: range) -> Iterator[Span]:
    """A number in a looser spelling (``900101/12345``, letters glued on) right after the word that names it."""
    for named in word.finditer(folded):
        if kind == "PESEL" and (match := _ELEVEN.search(text, named.end(), min(len(text), named.end() + 70))):
            yield Span(match.start(), match.end(), kind)
            continue
        match = re.search(r"\d[\d \-./]{6,22}\d", text[named.end() : named.end() + 40])
        if match and len(re.sub(r"\D", "", match[0])) in lengths:
            yield Span(named.end() + match.start(), named.end() + match.end(), kind)


def _word_kind(before: str, after: str, length: int) -> str:
    """Return the kind whose word stands nearest before the number (or right after it) and whose length fits."""
    nearest = max(
        (
            (found.end(), kind)
            for kind, word, lengths in _WORDS
            if length in lengths
            for found in word.finditer(before)
            if not _DIGIT.search(before, found.end())
        ),
        default=None,
    )
    if nearest:
        return nearest[1]
    named = ((kind, word.search(after)) for kind, word, lengths in _WORDS if length in lengths)
    return next((kind for kind, found in named if found and not _DENIED.search(after, 0, found.start())), "")


def _proved(digits: str, written: str, before: str) -> str:
    if len(digits) == 11 and (
        pesel.is_valid(digits) or (written == digits and is_birth(digits) and not _NO_PERSON.search(before))
    ):
        return "PESEL"
    if _NO_PERSON.search(before):
        return ""
    if len(digits) == 26 and (
        written == digits or _ACCOUNT_GROUPS.fullmatch(written) or iban.is_valid(f"PL{digits}", check_country=False)
    ):
        return "KONTO"
    if 13 <= len(digits) <= 19 and digits[0] in "3456" and luhn.is_valid(digits) and len(set(digits)) > 1:
        return "KARTA"
    if len(digits) == 10 and digits[0] != "0" and nip.is_valid(digits) and not _year_first(written):
        return "NIP"
    if (len(digits) == 14 or (len(digits) == 9 and written == digits)) and regon.is_valid(digits):
        return "REGON"
    return ""


def _year_first(written: str) -> bool:
    return bool(re.match(r"(?:19|20)\d\d[ .\-]", written))
