"""Numbers that identify a person or their money: found by form, proved by check digits or by the word beside them.

Register ids, occupation codes, qualification codes, years, levels and amounts have other lengths or a unit
after them. Check digits: python-stdnum.
"""

import re
from collections.abc import Iterator
from datetime import date

from stdnum import iban, luhn
from stdnum.pl import nip, pesel, regon

from guardrails.glance import glance
from guardrails.numbers import AMOUNT, FEWEST_DIGITS, is_help_number, same_length_fold
from guardrails.spans import Span

_DIGITS = re.compile(r"(?<![\w.,])\d(?:[ \u00a0.\-]{0,2}\d){8,27}(?![\w]|[.,]\d)")
_IBAN = re.compile(r"(?<!\w)[A-Za-z]{2}\s?\d{2}(?:[ \u00a0\-]?[0-9A-Za-z]{2,4}){4,8}(?!\w)")
_ACCOUNT_GROUPS = re.compile(r"\d{2}(?:[ \u00a0\-]\d{4}){6}")
# A PESEL said in two parts ("070523 i 01234"), or only how it begins.
_HALVES = re.compile(r"(?<![\d.,])(\d{6})(?!\d)[^\d\n]{1,30}(?<![\d.,])(\d{5})(?![\d])")
_BEGINS = re.compile(r"[^\d\n]{0,12}(?:zaczyna|początek|poczatek|starts|begins|почина)[^\d\n]{1,12}(\d{6})(?!\d)")
_VAT = re.compile(r"(?<!\w)PL[ ]?(\d{10}|\d{3}-\d{3}-\d{2}-\d{2})(?!\w)")
_DIGIT = re.compile(r"\d")
_BEFORE, _AFTER = 48, 28
_WORDS: tuple[tuple[str, re.Pattern[str], range], ...] = (
    ("PESEL", re.compile(r"pesel|песель|песел\b"), range(8, 14)),
    ("NIP", re.compile(r"\bnip(?=\b|\d)|\bnip-?u\b|нip\b|\bніп\b|\btax id\b|\bvat (?:id|no|number)"), range(9, 12)),
    ("REGON", re.compile(r"\bregon|регон"), range(8, 15)),
    (
        "KONTO",
        re.compile(
            r"\biban\b|rachun\w{1,4} bank|\bkont(?:o|a|em)\b|(?:numer|nr)\w{0,3} (?:konta|rachunku)"
            r"|bank account|account n"
        ),
        range(15, 31),
    ),
    (
        "KARTA",
        re.compile(
            r"kart\w{1,3} (?:platnicz|kredytow|debetow|bankow)|numer\w{0,3} karty|(?:credit|debit|bank|payment) card"
            r"|card number|карт(?:ка|ки|ку|и|ою)"
        ),
        range(12, 20),
    ),
)
_NO_PERSON = re.compile(
    r"\bkrs\b|zamowien|faktur|\bsygn|\bisbn|\bean\b|\bissn|order n|invoice|\bwniosk\w{1,3} nr|\btracking"
)


def find(text: str) -> Iterator[Span]:
    """Yield the identifiers of ``text``; they may overlap, the caller keeps the first."""
    if glance(text).digits >= FEWEST_DIGITS:
        yield from _accounts(text)
        yield from (Span(match.start(), match.end(), "NIP") for match in _VAT.finditer(text) if nip.is_valid(match[1]))
        yield from _numbers(text, same_length_fold(text))


def _accounts(text: str) -> Iterator[Span]:
    for match in _IBAN.finditer(text):
        if iban.is_valid(re.sub(r"[\s\-]", "", match[0]), check_country=False) or (
            match[0][:2].upper() == "PL" and len(re.sub(r"\D", "", match[0])) == 26
        ):
            yield Span(match.start(), match.end(), "KONTO")


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
    yield from _in_parts(text, folded)


def _in_parts(text: str, folded: str) -> Iterator[Span]:
    """A PESEL whose halves stand apart behind its word; the first half must be a date, so that no code is meant."""
    for named in _WORDS[0][1].finditer(folded):
        until = min(len(text), named.end() + 70)
        if (halves := _HALVES.search(text, named.end(), until)) and _is_birth(halves[1]):
            yield from (Span(halves.start(part), halves.end(part), "PESEL") for part in (1, 2))
        elif (begins := _BEGINS.match(text, named.end(), until)) and _is_birth(begins[1]):
            yield Span(begins.start(1), begins.end(1), "PESEL")


def _part_of_run(match: re.Match[str], before: str) -> Iterator[Span]:
    """Find a number proved by its check digit at the start of a run of groups ("4111 … 1111 12/25")."""
    ends = [group.end() for group in re.finditer(r"\d+", match[0])]
    for end in reversed(ends[1:-1]):
        digits = re.sub(r"\D", "", match[0][:end])
        if len(digits) > 9 and (kind := _proved(digits, match[0][:end], before)):
            yield Span(match.start(), match.start() + end, kind)
            return


def _near_word(text: str, folded: str, kind: str, word: re.Pattern[str], lengths: range) -> Iterator[Span]:
    """A number in a looser spelling (``900101/12345``, letters glued on) right after the word that names it."""
    for named in word.finditer(folded):
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
    return next((kind for kind, word, lengths in _WORDS if length in lengths and word.search(after)), "")


def _proved(digits: str, written: str, before: str) -> str:
    if len(digits) == 11 and (
        pesel.is_valid(digits) or (written == digits and _is_birth(digits) and not _NO_PERSON.search(before))
    ):
        return "PESEL"
    if _NO_PERSON.search(before):
        return ""
    if len(digits) == 26 and (written == digits or _ACCOUNT_GROUPS.fullmatch(written)):
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


def _is_birth(digits: str) -> bool:
    """Tell whether the first six digits are a date of birth of somebody alive, whatever the check digit."""
    month = int(digits[2:4])
    century = {0: 1900, 20: 2000}.get(month // 20 * 20)
    if century is None:
        return False
    try:
        born = date(century + int(digits[:2]), month % 20, int(digits[4:6]))
    except ValueError:
        return False
    return 1925 <= born.year <= 2026
