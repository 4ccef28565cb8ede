"""Numbers that identify a person or their money: found by form, proved by check digits or by the word beside them.

Register ids, occupation codes, qualification codes, years, levels and amounts have other lengths or a unit
after them. Check digits: python-stdnum; identity card and passport by the published weights (7, 3, 1 repeated).
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from stdnum import iban, luhn
from stdnum.pl import nip, pesel, regon

from guardrails.glance import glance
from guardrails.helplines import helplines
from guardrails.normalise import fold
from guardrails.spans import Span

_DIGITS = re.compile(r"(?<![\w.,])\d(?:[ \u00a0.\-]{0,2}\d){8,27}(?![\w]|[.,]\d)")
_IBAN = re.compile(r"(?<!\w)[A-Za-z]{2}\s?\d{2}(?:[ \u00a0\-]?[0-9A-Za-z]{2,4}){4,8}(?!\w)")
_ACCOUNT_GROUPS = re.compile(r"\d{2}(?:[ \u00a0\-]\d{4}){6}")
_LETTERED = re.compile(r"(?<![\w.])([A-Za-z]{2,3})[ \u00a0\-]?(\d(?:[ ]?\d){5,6})(?![\w]|[.,]\d)")
_AFTER_WORD = re.compile(r"(?<![\w.])(?!nr\b|no\b)[A-Za-z\u0400-\u04ff]{0,3}[ -]?\d[\d \-/]{3,16}\d(?!\w)")
_SERIES = re.compile(
    r"(?<!\w)[Ss]eri\w{0,2}[ :]{1,2}([A-Za-z]{2,3})[ ,]{1,2}(?:i )?(?:nr|numer)\.?[ :]{1,2}(\d{6,7})(?!\w)"
)
_VAT = re.compile(r"(?<!\w)PL[ ]?(\d{10}|\d{3}-\d{3}-\d{2}-\d{2})(?!\w)")
AMOUNT = re.compile(
    r"^\s?(?:zł|zl|pln|eur|euro|usd|uah|грн|€|\$|%|tys|mln|mld|osób|osob|os\.|godz|lat|km|m2|m²|szt"
    r"|punkt|pkt|gros|гривень)",
    re.IGNORECASE,
)
_FREE = re.compile(r"(?:48)?800\d{6}|116\d{3}")
_DIGIT = re.compile(r"\d")
_BEFORE, _AFTER = 48, 28
_FEWEST_DIGITS = 5
_WORDS: tuple[tuple[str, re.Pattern[str], range], ...] = (
    ("PESEL", re.compile(r"pesel|песель|песел\b"), range(8, 14)),
    ("NIP", re.compile(r"\bnip(?=\b|\d)|\bnip-?u\b|нip\b|\bніп\b|\btax id\b|\bvat (?:id|no|number)"), range(9, 12)),
    ("REGON", re.compile(r"\bregon|регон"), range(8, 15)),
    (
        "KONTO",
        re.compile(r"\biban\b|rachun\w{1,4} bank|(?:numer|nr)\w{0,3} (?:konta|rachunku)|bank account|account n"),
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
_DOCUMENT = re.compile(
    r"dow[oó]d\w{0,4}|dowod\w{0,4} osob|seri[aieę]\w{0,2} i n|legitymacj|paszport|passport|id card"
    r"|identity card|rejestracyjn\w{1,3}|prawo jazdy|prawa jazdy"
    r"|driving licen|karta pobytu|karty pobytu|karte pobytu|residence card|паспорт|посвідчен|посвідк"
    r"|numer albumu|nr albumu|numer indeksu|nr indeksu|student id"
    r"|\bіпн\b|рнокпп|податков\w{2,5} номер|ідентифікаційн\w{2,4} (?:код|номер)|document n"
)
_PASSPORT = re.compile(r"paszport|passport|паспорт")
_NUMBER_WORD = (
    r"(?:zero|jeden|dwa|trzy|cztery|piec|szesc|siedem|osiem|dziewiec|dziesiec|[a-z]{3,10}nascie|[a-z]{3,8}dzies(?:iat|ci)"
    r"|dwadziescia|sto|dwiescie|[a-z]{3,6}sta|[a-z]{4,8}set|one|two|three|four|five|six|seven|eight|nine"
    r"|нуль|один|два|три|чотири|пять|пʼять|шість|шисть|сім|сим|вісім|висим|девять)"
)
_SAID_NUMBER = re.compile(rf"(?<!\w){_NUMBER_WORD}(?:[ ,-]{{1,2}}{_NUMBER_WORD}){{4,20}}(?!\w)")
_SAID_PHONE = re.compile(
    r"(?<!\w)(?:telefon|tel|komorka|kom)\.?(?: to)?[ :]{1,2}"
    rf"({_NUMBER_WORD}(?:[ ,-]{{1,2}}{_NUMBER_WORD}){{2,20}})(?!\w)"
)
_NO_PERSON = re.compile(
    r"\bkrs\b|zamowien|faktur|\bsygn|\bisbn|\bean\b|\bissn|order n|invoice|\bwniosk\w{1,3} nr|\btracking"
)


def find(text: str) -> Iterator[Span]:
    """Yield the identifiers of ``text``; they may overlap, the caller keeps the first."""
    folded = _same_length_fold(text)
    yield from _in_words(folded)
    if glance(text).digits >= _FEWEST_DIGITS:
        yield from _accounts(text)
        yield from (Span(match.start(), match.end(), "NIP") for match in _VAT.finditer(text) if nip.is_valid(match[1]))
        yield from (Span(match.start(1), match.end(2), "DOKUMENT") for match in _SERIES.finditer(text))
        yield from _numbers(text, folded)
        yield from _lettered(text)
        yield from _beside_document_words(text, folded)


def is_help_number(digits: str) -> bool:
    """Tell whether ``digits`` is a help line: one of ours, or any free (800, 116) number, which is no person's."""
    return digits in _help_numbers() or bool(_FREE.fullmatch(digits))


@cache
def _help_numbers() -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", line.number) for line in helplines().values())


@lru_cache(maxsize=4096)
def _folded(mark: str) -> str:
    return (fold(mark) or mark)[0]


def _same_length_fold(text: str) -> str:
    """Fold letter by letter, so that positions stay those of ``text``."""
    return "".join(map(_folded, text))


def _in_words(folded: str) -> Iterator[Span]:
    """A number said digit by digit or in small groups: five number words in a row are no amount."""
    for match in _SAID_NUMBER.finditer(folded):
        before = folded[max(0, match.start() - _BEFORE) : match.start()]
        yield Span(match.start(), match.end(), "PESEL" if _WORDS[0][1].search(before) else "NUMER")
    yield from (Span(match.start(1), match.end(1), "TELEFON") for match in _SAID_PHONE.finditer(folded))


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
        pesel.is_valid(digits) or (written == digits and _like_pesel(digits) and not _NO_PERSON.search(before))
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


def _like_pesel(digits: str) -> bool:
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


def _lettered(text: str) -> Iterator[Span]:
    """Identity card (ABC 123456) and passport (AB 1234567) whose check digit is right."""
    for match in _LETTERED.finditer(text):
        letters, digits = match[1].upper(), match[2].replace(" ", "")
        if (len(letters), len(digits)) == (3, 6) and _check(letters + digits, position=3):
            yield Span(match.start(), match.end(), "DOWÓD")
        elif (len(letters), len(digits)) == (2, 7) and _check(letters + digits, position=2):
            yield Span(match.start(), match.end(), "PASZPORT")


def _check(document: str, *, position: int) -> bool:
    """Weights 7, 3, 1 over the characters without the check digit; letters count from A = 10."""
    if not document.isascii():
        return False
    values = [int(mark, 36) for mark in document]
    check = values.pop(position)
    return sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10 == check


def _beside_document_words(text: str, folded: str) -> Iterator[Span]:
    for word in _DOCUMENT.finditer(folded):
        kind = "PASZPORT" if _PASSPORT.match(word[0]) else "DOKUMENT" if not word[0].startswith("dow") else "DOWÓD"
        match = _AFTER_WORD.search(text, word.end(), min(len(text), word.end() + 60))
        if (
            match
            and sum(mark.isdigit() for mark in match[0]) >= 5
            and not AMOUNT.match(text[match.end() : match.end() + 8])
        ):
            yield Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end(), kind)
