"""Numbers as they are meant: dashes of all kinds made one, letters typed for digits led back, place by place."""

import re
from functools import lru_cache

_DASHES = str.maketrans("‐‑‒–—−_·|", "---------")
_DIGITS = str.maketrans("OoОоlIІі", "00001111")
# A letter that stands for a digit touches one, or is a group of its own between two groups of digits.
_LETTERS = re.compile(
    r"(?<=\d)[OoОоlIІі]{1,10}(?![^\W\d])|(?<![^\W_])[OoОоlIІі](?=\d)|(?<=\d[ .\-])[OoОо]{2,4}(?=[ .\-]\d)"
)


def dashed(text: str) -> str:
    """Return ``text`` with every dash, low line or bar between groups written as ``-``; as long as ``text``."""
    return text.translate(_DASHES)


@lru_cache(maxsize=64)
def readings(text: str) -> tuple[str, ...]:
    """Return ``text`` with plain dashes; where letters stand for digits ("9O1l"), first of all with the digits.

    Every reading is as long as ``text``, so that what is found in it lies at the same place.
    """
    plain = meant = dashed(text)
    for _ in range(2):  # a group of letters alone is seen once its neighbours are digits
        meant = _LETTERS.sub(lambda match: match[0].translate(_DIGITS), meant)
    return (plain,) if meant == plain else (meant, plain)
