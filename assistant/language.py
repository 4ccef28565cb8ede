"""Which of the assistant's languages a message is in."""

import re
from functools import cache

from register.vocabulary import Language
from retrieval.analysis import normalise
from retrieval.analysis.data import load
from retrieval.analysis.morphology import readings, with_diacritics

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_POLISH = re.compile(r"[ąćęłńóśźż]", re.IGNORECASE)
_AGENT = re.compile(r"[a-z]{4,}(?:er|or|ian|man|smith)s?$")
SHORTEST_STEM = 5
_WORD = re.compile(r"[^\W\d_]{2,}")


def detect(text: str, current: Language | None) -> Language:
    """Return the language of ``text``; where the words do not decide ("INF.03", "barista"), ``current`` or Polish.

    Cyrillic is answered in Ukrainian. Polish and English are told apart by the small words that only one of them
    has, then by Polish letters, then by the dictionary: several words that Morfeusz knows none of are English,
    and so is one that is known as such.
    """
    words = _WORD.findall(normalise(text))
    cyrillic = sum(bool(_CYRILLIC.search(word)) for word in words)
    if words and cyrillic * 2 > len(words):
        return Language.UK
    if known := _by_small_words(words):
        return known
    if _POLISH.search(text):
        return Language.PL
    if words and not any(map(_is_polish, words)) and (len(words) > 1 or _is_english(words[0])):
        return Language.EN
    return current or Language.PL


def _by_small_words(words: list[str]) -> Language | None:
    small = load("stopwords")
    polish, english = (set(words) & set(small[code]) for code in ("pl", "en"))
    balance = len(polish - english) - len(english - polish)
    if not balance:
        return None
    return Language.PL if balance > 0 else Language.EN


@cache
def _english() -> frozenset[str]:
    """Return English words of work and learning: «welder» and «photographer» are whole messages."""
    return frozenset(load("english"))


def _is_english(word: str) -> bool:
    """Tell whether a word that is not Polish is English, or somebody called by an English word («photographer»)."""
    agent = _AGENT.match(word)
    return word in _english() or (agent is not None and any(word.startswith(one) for one in _english_stems()))


@cache
def _english_stems() -> tuple[str, ...]:
    return tuple(one.removesuffix("y") for one in _english() if len(one) >= SHORTEST_STEM)


def _is_polish(word: str) -> bool:
    return bool(readings(word) or with_diacritics(word))
