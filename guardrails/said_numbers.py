"""Numbers said in words: a PESEL, a telephone, any row of digits spelled out."""

import re
from collections.abc import Iterator

from guardrails.numbers import same_length_fold
from guardrails.spans import Span

_NUMBER_WORD = (
    r"(?:zero|jeden|dwa|trzy|cztery|piec|szesc|siedem|osiem|dziewiec|dziesiec|[a-z]{3,10}nascie|[a-z]{3,8}dzies(?:iat|ci)"
    r"|dwadziescia|sto|dwiescie|[a-z]{3,6}sta|[a-z]{4,8}set|one|two|three|four|five|six|seven|eight|nine"
    r"|нуль|один|два|три|чотири|п[ʼ'’]?ять|шість|шисть|сім|сим|вісім|висим|дев[ʼ'’]?ять|десять|двадцять|тридцять|сорок"
    r"|[\u0430-\u044f\u0456ʼ'’]{3,9}(?:надцять|десят)|девяносто|сто|двісті|двисти|[\u0430-\u044f\u0456ʼ'’]{3,7}(?:ста|сот))"
)
_SAID_NUMBER = re.compile(rf"(?<!\w){_NUMBER_WORD}(?:[ ,-]{{1,2}}{_NUMBER_WORD}){{4,20}}(?!\w)")
_SAID_PHONE = re.compile(
    r"(?<!\w)(?:telefon|tel|komorka|kom)\.?(?: to)?[ :]{1,2}"
    rf"({_NUMBER_WORD}(?:[ ,-]{{1,2}}{_NUMBER_WORD}){{2,20}})(?!\w)"
)
_PESEL = re.compile(r"pesel|песел")
_BEFORE = 48


def find(text: str) -> Iterator[Span]:
    """A number said digit by digit or in small groups: five number words in a row are no amount."""
    folded = same_length_fold(text)
    for match in _SAID_NUMBER.finditer(folded):
        before = folded[max(0, match.start() - _BEFORE) : match.start()]
        yield Span(match.start(), match.end(), "PESEL" if _PESEL.search(before) else "NUMER")
    yield from (Span(match.start(1), match.end(1), "TELEFON") for match in _SAID_PHONE.finditer(folded))
