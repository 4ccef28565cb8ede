"""Documents of a person: identity card and passport by their check digit, others beside the word that names them.

Check digit by the published weights: 7, 3, 1 repeated.
"""

import re
from collections.abc import Iterator

from guardrails.glance import glance
from guardrails.numbers import AMOUNT, FEWEST_DIGITS, same_length_fold
from guardrails.spans import Span

_LETTERED = re.compile(r"(?<![\w.])([A-Za-z]{2,3})[ \u00a0\-]?(\d(?:[ ]?\d){5,6})(?![\w]|[.,]\d)")
_AFTER_WORD = re.compile(r"(?<![\w.])(?!nr\b|no\b)[A-Za-z\u0400-\u04ff]{0,3}[ -]?\d[\d \-/]{3,16}\d(?!\w)")
_SERIES = re.compile(
    r"(?<!\w)[Ss]eri\w{0,2}[ :]{1,2}([A-Za-z]{2,3})[ ,]{1,2}(?:i )?(?:nr|numer)\.?[ :]{1,2}(\d{6,7})(?!\w)"
)
_DOCUMENT = re.compile(
    r"dow[oó]d\w{0,4}|dowod\w{0,4} osob|seri[aieę]\w{0,2} i n|legitymacj|paszport|passport|id card"
    r"|identity card|rejestracyjn\w{1,3}|prawo jazdy|prawa jazdy"
    r"|driving licen|karta pobytu|karty pobytu|karte pobytu|residence card|паспорт|посвідчен|посвідк"
    r"|numer albumu|nr albumu|numer indeksu|nr indeksu|student id"
    r"|\bіпн\b|рнокпп|податков\w{2,5} номер|ідентифікаційн\w{2,4} (?:код|номер)|document n"
)
_PASSPORT = re.compile(r"paszport|passport|паспорт")


def find(text: str) -> Iterator[Span]:
    """Yield the numbers of documents in ``text``; they may overlap, the caller keeps the first."""
    if glance(text).digits >= FEWEST_DIGITS:
        yield from (Span(match.start(1), match.end(2), "DOKUMENT") for match in _SERIES.finditer(text))
        yield from _lettered(text)
        yield from _beside_words(text)


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


def _beside_words(text: str) -> Iterator[Span]:
    for word in _DOCUMENT.finditer(same_length_fold(text)):
        kind = "PASZPORT" if _PASSPORT.match(word[0]) else "DOKUMENT" if not word[0].startswith("dow") else "DOWÓD"
        match = _AFTER_WORD.search(text, word.end(), min(len(text), word.end() + 60))
        if (
            match
            and sum(mark.isdigit() for mark in match[0]) >= 5
            and not AMOUNT.match(text[match.end() : match.end() + 8])
        ):
            yield Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end(), kind)
