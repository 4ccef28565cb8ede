"""Numbers said in words: a PESEL, a telephone, any row of digits spelled out."""

import re
from collections.abc import Iterator

from guardrails.legible import dashed
from guardrails.numbers import same_length_fold
from guardrails.spans import Span

# Each word as it stands after folding: without diacritics, «й» as «и».
_NUMBER_WORD = (
    r"(?:zero|jeden|dwa|trzy|cztery|piec|szesc|siedem|osiem|dziewiec|dziesiec|[a-z]{3,10}nascie"
    r"|[a-z]{3,8}dzies(?:iat|ci)"
    r"|dwadziescia|sto|dwiescie|[a-z]{3,6}sta|[a-z]{4,8}set"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred"
    r"|нуль|один|два|три|чотири|п[ʼ'’]?ять|шість|шисть|сім|сим|вісім|висим|дев[ʼ'’]?ять|десять|двадцять|тридцять|сорок"
    r"|[\u0430-\u044f\u0456ʼ'’]{3,9}(?:надцять|десят)|девяносто|сто|двісті|двисти"
    r"|[\u0430-\u044f\u0456ʼ'’]{3,7}(?:ста|сот)"
    r"|ноль|четыре|пять|шесть|семь|восемь|девять|двадцать|тридцать|[\u0430-\u044f]{3,9}надцать|двести)"
)
_NEXT_WORD = rf"(?:{_NUMBER_WORD}|oh|o|double|triple)"
_GAP = r"(?:[ ,.\-/]{1,3}|\s(?:i|and|та|і)\s)"
_SAID_NUMBER = re.compile(rf"(?<!\w)(?:double |triple )?{_NUMBER_WORD}(?:{_GAP}{_NEXT_WORD}){{4,20}}(?!\w)")
_PART = rf"(?:{_NUMBER_WORD}|\d{{1,5}})"
_SAID_PHONE = re.compile(
    r"(?<!\w)(?:telefon\w{0,2}|tel|komork[aię]|kom|(?:my|moj) (?:number|numer|phone|nr)|call me|телефон\w?|тел"
    r"|м(?:іи|ои) номер)\.?"
    r"(?: (?:to|is|do mnie|on|at|це))?[ :]{1,2}"
    rf"({_PART}(?:{_GAP}{_PART}){{2,20}})(?!\w)"
)
# Words and digits mixed behind words that announce much else too.
_MIXED = re.compile(
    rf"(?<!\w)(?:(pes{{1,2}}el\w{{0,2}}|песел\w?)|numer|nr|number|номер)\.?(?: (?:to|is"
    rf"|це))?[ :]{{1,2}}({_PART}(?:{_GAP}{_PART}){{3,20}})(?!\w)"
)
_WORDS = re.compile(rf"(?<!\w){_NUMBER_WORD}(?!\w)")
_PESEL = re.compile(r"pes{1,2}el|песел")
_DIGIT = re.compile(r"\d")
_BEFORE = 48


def find(text: str) -> Iterator[Span]:
    """A number said digit by digit or in small groups: five number words in a row are no amount."""
    folded = dashed(same_length_fold(text))
    for match in _SAID_NUMBER.finditer(folded):
        before = folded[max(0, match.start() - _BEFORE) : match.start()]
        yield Span(match.start(), match.end(), "PESEL" if _PESEL.search(before) else "NUMER")
    for match in _SAID_PHONE.finditer(folded):
        if len(_WORDS.findall(match[1])) > 1:
            yield Span(match.start(1), match.end(1), "TELEFON")
    for match in _MIXED.finditer(folded):
        if len(_WORDS.findall(match[2])) > (0 if match[1] else 1) and _DIGIT.search(match[2]):
            yield Span(match.start(2), match.end(2), "PESEL" if match[1] else "NUMER")
