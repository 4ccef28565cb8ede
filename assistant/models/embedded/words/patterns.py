"""Phrases of a data file as patterns of folded words, a word that ends in ``*`` standing for all that begin so."""

from collections.abc import Iterator, Sequence

from retrieval.analysis import fold
from retrieval.analysis.normalise import normalise

Pattern = tuple[str, ...]
_ANY_END = "*"


def pattern_of(phrase: str) -> Pattern:
    """Return the words of ``phrase``, folded."""
    return tuple(fold(phrase).split())


def fits(pattern: str, word: str) -> bool:
    """Tell whether one folded word is what one word of a pattern stands for."""
    return word.startswith(pattern[:-1]) if pattern.endswith(_ANY_END) else word == pattern


def starts_of(pattern: Pattern, said: Sequence[str]) -> Iterator[int]:
    """Yield the places at which ``pattern`` stands among folded words."""
    size = len(pattern)
    return (at for at in _firsts(pattern[0], said) if at + size <= len(said) and _rest_fits(pattern, said, at))


def _firsts(pattern: str, said: Sequence[str]) -> Sequence[int]:
    """Most patterns are told off by their first word: hundreds are tried on every message."""
    if pattern.endswith(_ANY_END):
        begins = pattern[:-1]
        return [at for at, word in enumerate(said) if word.startswith(begins)]
    return [at for at, word in enumerate(said) if word == pattern] if pattern in said else ()


def _rest_fits(pattern: Pattern, said: Sequence[str], at: int) -> bool:
    return len(pattern) == 1 or all(map(fits, pattern[1:], said[at + 1 : at + len(pattern)]))


def folded(text: str) -> str:
    """Return ``text`` normalised, without diacritics."""
    return fold(normalise(text))
