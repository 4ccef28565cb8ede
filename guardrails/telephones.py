"""Telephone numbers: by their groups, their country code, or the word beside them."""

import re
from collections.abc import Iterator

import phonenumbers

from guardrails.glance import glance
from guardrails.legible import readings
from guardrails.numbers import AMOUNT, is_help_number
from guardrails.spans import Span

_PHONE = re.compile(
    r"(?:(?<![\w.,/])|(?<=[tT]el\.)|(?<=[kK]om\.)|(?<=тел\.))(?:\+"
    r"|00)?\(?\d(?:[ \u00a0\-./()]{0,3}\d){6,14}(?![\w]|[.,/]\d)"
)
_FEWEST_DIGITS = 7
_PHONE_WORD = re.compile(
    r"\btel\b|telefon|kom[oó]rk|\bkom\b|dzwo[nń]|zadzwo|\bm[oó]j numer\b|pod numer\w{0,3}\b|\bnumer to\b"
    r"|\bm[oó]j nr\b|whatsapp|\bsms|\bphone|\bcall\b|\bmobile\b|\bcell\b|number is|телефон|номер|дзвон"
    r"|подзвон|viber|signal|kontakt|contact|\btel\w?no\b|\bнабери|пиши|пишіть|\bтел\b|numer do |nr do |oddzwo"
    r"|(?:my|his|her|uk|polish|ukrainian|['’]s) (?:phone )?number|\bmama ma\b|numer (?:mamy|taty)",
    re.IGNORECASE,
)
# Right behind the number: "501… – to mój telefon".
_PHONE_WORD_AFTER = re.compile(
    r"[^\w\n]{0,4}(?:(?:to|is|це|proszę|please)\s)?(?:tel\b|telefon|kom\b|kom[oó]rk|m[oó]j\b|moj[ae]\b|mama|tata"
    r"|dzwo[nń]|zadzwo"
    r"|stacjonarn|domow|do biura|do domu|do mnie|sms|whatsapp|viber|my (?:number|phone|mobile|cell)|мій|дзвон|телефон)",
    re.IGNORECASE,
)
_COMMAS = re.compile(r"(?<![\w.,])\d{3},\d{3},\d{3}(?![\w,]|\.\d)")
# A number said to be of something else is a telephone only where a telephone is named too.
_OTHER_NUMBER = re.compile(
    r"og[lł]oszeni|\bkrs\b|\brspo\b|\bbdo\b|\bisbn|certyfikat|[sś]wiadectw|dyplom|za[sś]wiadcz|przesy[lł]k|paczk|tracking|badge|wnios[ek]|sprawy|rekordu|zapisu"
    r"|oferty|zlecenia|zam[oó]wieni|faktur|legitymacji|albumu|record"
    r"|reference"
    r"|application|order|оголошенн|запису|справи|заяви|вакансі|замовленн",
    re.IGNORECASE,
)
_SURELY_PHONE = re.compile(r"tel\b|telefon|kom[oó]rk|phone|mobile|whatsapp|viber|телефон|sms", re.IGNORECASE)
_GROUPS = frozenset(
    {
        (9,),
        (3, 3, 3),
        (2, 3, 2, 2),
        (2, 7),
        (3, 2, 2, 2),
        (2, 3, 4),
        (3, 6),
        (3, 3, 2, 2),
        (10,),
        (3, 4, 3),
        (3, 3, 4),
        (3, 7),
        (2, 2, 2, 3),
        (2, 3, 3, 3),
    }
)
_COUNTRY_CODE = re.compile(r"\(?(?:\+|00[1-9])")
_ROW = re.compile(r"(?:[ ,]{1,2}\d{1,3}){3}")


def find(text: str) -> Iterator[Span]:
    """Yield the telephone numbers of ``text``."""
    for reading in readings(text):
        if glance(reading).digits >= _FEWEST_DIGITS:
            yield from _phones(reading)


def _phones(text: str) -> Iterator[Span]:
    for match in _PHONE.finditer(text):
        written = match[0]
        digits = re.sub(r"\D", "", written)
        if is_help_number(digits) or AMOUNT.match(text[match.end() : match.end() + 8]):
            continue
        if _in_row_of_numbers(text, match.start(), match.end()):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        if _OTHER_NUMBER.search(before) and not _SURELY_PHONE.search(before):
            continue
        named = _PHONE_WORD.search(before) or _PHONE_WORD_AFTER.match(text, match.end())
        if _is_phone(written, digits, named=bool(named)):
            yield Span(match.start(), match.end(), "TELEFON")
    for match in _COMMAS.finditer(text):
        if _SURELY_PHONE.search(text, max(0, match.start() - 40), match.start()):
            yield Span(match.start(), match.end(), "TELEFON")


def _in_row_of_numbers(text: str, start: int, end: int) -> bool:
    """Tell whether three more numbers stand right before or after: a row of values, not a telephone."""
    return bool(_ROW.match(text[end : end + 24]) or _ROW.match(text[max(0, start - 24) : start][::-1]))


def _is_phone(written: str, digits: str, *, named: bool) -> bool:
    international = bool(_COUNTRY_CODE.match(written))
    if not international and not named and _groups(written) not in _GROUPS:
        return False
    if any(_valid(written, region) for region in ("PL", "UA")):
        return international or named or len(digits) == 9 or digits[0] == "0" or digits.startswith(("48", "380"))
    return (named or international) and 9 <= len(digits) <= 13 and not re.match(r"(?:19|20)\d\d[ ./-]", written)


def _groups(written: str) -> tuple[int, ...]:
    return tuple(len(group) for group in re.findall(r"\d+", written))


def _valid(written: str, region: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(written, region))
    except phonenumbers.NumberParseException:
        return False
