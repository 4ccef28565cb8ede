"""Documents of a person: identity card and passport by their check digit, others beside the word that names them.

Check digit by the published weights: 7, 3, 1 repeated.
"""

import re
from collections.abc import Iterator

from guardrails.glance import glance
from guardrails.legible import readings
from guardrails.numbers import AMOUNT, FEWEST_DIGITS, same_length_fold
from guardrails.spans import Span

_LETTERED = re.compile(r"(?<![\w.])([A-Za-z]{2,3})[ \u00a0\-]?(\d(?:[ ]?\d){5,6})(?![\w]|[.,]\d)")
_AFTER_WORD = re.compile(
    r"(?<![\w.])(?!nr\b|no\b)(?:[A-Za-z\u0400-\u04ff]{2,3}[ ./\-]{0,3}|[A-Za-z]?[ -]?)\d[\d \-/]{3,18}\d(?!\w)"
)
_SERIES = re.compile(
    r"(?<!\w)(?:[Ss]eri\w{0,2}|[Сс]ері\w)[ :]{1,2}([A-Za-z\u0400-\u04ff]{2,3})[ ,]{1,2}(?:i |і )?(?:nr|numer|№"
    r"|номер)\.?[ :]{0,2}"
    r"(\d{6,7})(?!\w)"
)
# Words that announce much else too: only letters and six or seven digits behind them are a document.
_SHORT_CUE = re.compile(
    r"(?<!\w)(?:[Dd]ow(?:\.|\b)|DO\b|D\.O\.|[Ii][Dd]\b|[Dd]o[ck](?:\.|\b)|[Dd]o[ck]umen\w{1,4}|[Pp]aszp\w{0,4}\b"
    r"|[Pp]ass\b|[Ss]eri\w{0,2}"
    r"|[Пп]осв\w{0,10}|[Сс]ері\w)"
    r"[^\d\n]{0,18}?(?<![^\W_])(?!nr\b|no\b)([A-Za-z]{2,3}[ \-]?\d(?:[ \-]?\d){5,6})(?![\w/]|[.,]\d)"
)
_APART = re.compile(r"(?<!\w)[A-Za-z](?:[ .\-][A-Za-z]){1,2}(?:[ .\-]\d){6,7}(?!\w)")
_DOCUMENT = re.compile(
    r"dow[oó]d\w{0,4}|\bdow\. os|dowod\w{0,4} osob|seri[aieę]\w{0,2} i n|legitymacj|\bleg\.|prawk[oa]|\bpkk\b"
    r"|paszport|passport|id card"
    r"|identity card|rejestracyjn\w{1,3}|prawo jazdy|prawa jazdy"
    r"|driving licen|karta pobytu|karty pobytu|karte pobytu|residence (?:card|permit)|legitymuj|mobywatel"
    r"|карт\w побит|паспорт|посвідчен|посвідк"
    r"|numer albumu|nr albumu|numer indeksu|nr indeksu|student id"
    r"|\bіпн\b|рнокпп|податков\w{2,5} номер|ідентифікаційн\w{2,4} (?:код|номер)|document n"
)
_PASSPORT = re.compile(r"paszport|passport|паспорт")


def find(text: str) -> Iterator[Span]:
    """Yield the numbers of documents in ``text``; they may overlap, the caller keeps the first."""
    for reading in readings(text):
        if glance(reading).digits >= FEWEST_DIGITS:
            yield from (Span(match.start(1), match.end(2), "DOKUMENT") for match in _SERIES.finditer(reading))
            yield from _lettered(reading)
            yield from _beside_words(reading)
            yield from (Span(match.start(1), match.end(1), "DOKUMENT") for match in _SHORT_CUE.finditer(reading))


def _lettered(text: str) -> Iterator[Span]:
    """Identity card (ABC 123456) and passport (AB 1234567) whose check digit is right."""
    for match in _LETTERED.finditer(text):
        letters, digits = match[1].upper(), match[2].replace(" ", "")
        if match[1].islower() and " " in match[0]:
            continue  # «is 800 12 12»: small letters set apart are a word
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


def _beside_words(text: str) -> Iterator[Span]:
    for word in _DOCUMENT.finditer(same_length_fold(text)):
        kind = "PASZPORT" if _PASSPORT.match(word[0]) else "DOKUMENT" if not word[0].startswith("dow") else "DOWÓD"
        until = min(len(text), word.end() + 60)
        match = _APART.search(text, word.end(), until) or _AFTER_WORD.search(text, word.end(), until)
        if (
            match
            and sum(mark.isdigit() for mark in match[0]) >= 5
            and not AMOUNT.match(text[match.end() : match.end() + 8])
        ):
            yield Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end(), kind)
