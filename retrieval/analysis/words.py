"""One word and everything the index needs of it, computed once a process."""

from dataclasses import dataclass
from functools import cache, lru_cache

from retrieval.analysis.data import load
from retrieval.analysis.gender import masculine_of
from retrieval.analysis.morphology import light_stem, readings, ukrainian, with_diacritics
from retrieval.analysis.normalise import fold, normalise

GRAM_SIZES = (3, 4, 5)
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Word:
    """A case-folded word: its folded form, its folded lemmas and its character n-grams.

    ``stop`` marks words that carry no topic; ``known`` that a dictionary has it.
    """

    surface: str
    folded: str
    lemmas: tuple[str, ...]
    grams: tuple[str, ...]
    stop: bool
    known: bool


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_folded(normalise(word)) for words in load("stopwords").values() for word in words)


@cache
def _english() -> frozenset[str]:
    """Words of ESCO's English texts (used three times or more): no typos of Polish ones."""
    return frozenset(load("english"))


@cache
def _numbers() -> dict[str, str]:
    return {fold(normalise(word)): digit for word, digit in load("numbers").items()}


@lru_cache(maxsize=131_072)
def word_of(surface: str) -> Word:
    """Analyse one case-folded word."""
    folded = _folded(surface)
    known = readings(surface) if surface.isalpha() else ()
    lemmas = tuple(dict.fromkeys(lemma for lemma, _ in known)) or with_diacritics(surface)
    lemma = "" if lemmas else ukrainian(surface)
    # Beside its lemma a Ukrainian word keeps its stem, by which it meets those the dictionary does not have.
    keys = tuple(dict.fromkeys(_keys(lemmas or (light_stem(folded), *filter(None, [lemma])))))
    is_known = bool(lemmas or lemma) or folded in _english()
    return Word(surface, folded, keys, grams_of(folded), folded in _stop_words(), is_known)


def _folded(text: str) -> str:
    return fold(text).replace("'", "")


def _keys(lemmas: tuple[str, ...]) -> list[str]:
    """Fold the lemmas, write numbers as digits, add masculine forms."""
    forms = [*lemmas, *filter(None, map(masculine_of, lemmas))]
    return [_numbers().get(form, form) for form in map(_folded, forms)]


def grams_of(folded: str) -> tuple[str, ...]:
    """Return the 3- to 5-grams of a folded word between boundary marks; short words give themselves."""
    marked = f"_{folded[:_LONGEST_WORD]}_"
    if len(marked) <= GRAM_SIZES[0]:
        return (marked,)
    return tuple(marked[i : i + size] for size in GRAM_SIZES for i in range(len(marked) - size + 1))
