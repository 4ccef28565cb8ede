"""The analyser: text to words and codes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from retrieval.analysis.codes import split_codes
from retrieval.analysis.data import load
from retrieval.analysis.normalise import normalise
from retrieval.analysis.words import Word, word_of

ANALYSER_VERSION = "3"
"""Raised with every change that gives other tokens: no index is read with other eyes than it was written."""

# Cyrillic words hold an apostrophe: «комп'ютер», «здоров'я».
_WORD = re.compile(r"[\u0400-\u04ff]+(?:'[\u0400-\u04ff]+)+(?![^\W_])|[^\W_]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2019\u02bc\u0060\u00b4\u2018", "'"))
_CHARACTERS_A_WORD = 40
_MOST_KEPT = 2_000
"""Characters of a text whose analysis is kept for the next reader."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a text says: its words in order (stop words marked, not dropped) and its official codes.

    ``truncated`` tells that the text was longer than allowed and its rest was not read.
    """

    words: tuple[Word, ...]
    codes: tuple[str, ...]
    truncated: bool = False

    @property
    def content(self) -> tuple[Word, ...]:
        """The words that carry a topic."""
        return tuple(word for word in self.words if not word.stop)


def analyse(text: str, max_words: int = 20_000) -> Analysis:
    """Analyse at most ``max_words`` words of ``text``; never raises, whatever the characters."""
    return _kept(text, max_words) if len(text) <= _MOST_KEPT else _analysed(text, max_words)


def _analysed(text: str, max_words: int) -> Analysis:
    cut = text[: max_words * _CHARACTERS_A_WORD]
    plain, codes = split_codes(normalise(cut))
    for symbol, name in load("codes")["symbols"].items():
        plain = plain.replace(symbol, f" {name} ")
    surfaces = _WORD.findall(plain.translate(_APOSTROPHES))
    truncated = len(cut) < len(text) or len(surfaces) > max_words
    return Analysis(tuple(map(word_of, surfaces[:max_words])), codes, truncated)


# Many readers ask for the words of the same message.
_kept = lru_cache(maxsize=512)(_analysed)
