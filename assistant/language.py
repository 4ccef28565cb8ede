"""Which of the assistant's languages a message is in."""

import re

from register.vocabulary import Language
from retrieval.analysis import normalise
from retrieval.analysis.data import load
from retrieval.analysis.morphology import readings, with_diacritics

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_POLISH = re.compile(r"[ąćęłńóśźż]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


def detect(text: str, current: Language | None) -> Language:
    """Return the language of ``text``; where the words do not decide ("INF.03", "barista"), ``current`` or Polish.

    Cyrillic is answered in Ukrainian. Polish and English are told apart by the small words that only one of them
    has, then by Polish letters, then by the dictionary: several words that Morfeusz knows none of are English.
    """
    words = _WORD.findall(normalise(text))
    cyrillic = sum(bool(_CYRILLIC.search(word)) for word in words)
    if words and cyrillic * 2 > len(words):
        return Language.UK
    if known := _by_small_words(words):
        return known
    if _POLISH.search(text):
        return Language.PL
    if len(words) > 1 and not any(map(_is_polish, words)):
        return Language.EN
    return current or Language.PL


def _by_small_words(words: list[str]) -> Language | None:
    small = load("stopwords")
    polish, english = (set(words) & set(small[code]) for code in ("pl", "en"))
    balance = len(polish - english) - len(english - polish)
    if not balance:
        return None
    return Language.PL if balance > 0 else Language.EN


def _is_polish(word: str) -> bool:
    return bool(readings(word) or with_diacritics(word))
