"""Which of the three languages a sentence is in, by letters and the commonest words."""

import re

from guardrails.output.lists import word_list
from guardrails.output.reading import Reading
from guardrails.output.words import Kind

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_POLISH = re.compile(r"[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]")
_ENGLISH = word_list("speech.english")
_COMMON_POLISH = word_list("speech.common_polish")


def language_of(reading: Reading) -> str:
    """Return ``pl``, ``en`` or ``uk``; Polish where nothing speaks for another."""
    words = [token for token in reading.tokens if token.kind is Kind.WORD]
    cyrillic = sum(bool(_CYRILLIC.search(token.text)) for token in words)
    if words and cyrillic * 2 > len(words):
        return "uk"
    english = sum(token.word in _ENGLISH for token in words)
    polish = sum(token.word in _COMMON_POLISH for token in words)
    if _POLISH.search(reading.text):
        polish += 2
    return "en" if english > polish else "pl"
