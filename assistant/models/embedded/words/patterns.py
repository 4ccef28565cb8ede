"""Phrases of a data file as patterns of folded words, a word that ends in ``*`` standing for all that begin so."""

from collections.abc import Iterator, Sequence

from retrieval.analysis import fold
from retrieval.analysis.normalise import normalise

Pattern = tuple[str, ...]


def pattern_of(phrase: str) -> Pattern:
    """Return the words of ``phrase``, folded."""
    return tuple(fold(phrase).split())


def fits(pattern: str, word: str) -> bool:
    """Tell whether one folded word is what one word of a pattern stands for."""
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def starts_of(pattern: Pattern, said: Sequence[str]) -> Iterator[int]:
    """Yield the places at which ``pattern`` stands among folded words."""
    size = len(pattern)
    return (at for at in range(len(said) - size + 1) if all(map(fits, pattern, said[at : at + size])))


def folded(text: str) -> str:
    """Return ``text`` normalised, without diacritics."""
    return fold(normalise(text))
