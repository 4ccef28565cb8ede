"""How many words two short texts share, a word being any of its readings."""

from functools import lru_cache
from typing import NamedTuple

from assistant.models.embedded.words import lexicon
from retrieval.analysis import analyse
from retrieval.analysis.morphology import is_infinitive

Words = frozenset[frozenset[str]]
SHORTEST_STEM = 4
_MAKING = frozenset({"robic", "robienie", "zrobic", "make", "making", "do", "doing", "робити"})
LONGEST_ENDING = 3


class Overlap(NamedTuple):
    """Words of the first text found in the second and the other way round, and how many each has."""

    there: int
    back: int
    first: int
    second: int

    @property
    def dice(self) -> float:
        """Dice's coefficient, 0-1; the scarcer direction counts."""
        return 2 * min(self.there, self.back) / (self.first + self.second) if self.first and self.second else 0.0

    @property
    def coverage(self) -> float:
        """The share of the first text's words that the second holds."""
        return self.there / self.first if self.first else 0.0

    @property
    def contained(self) -> int:
        """How many words the second text has if all of them stand in the first, else 0."""
        return self.second if self.second and self.back == self.second else 0


@lru_cache(maxsize=65_536)
def overlap(first: str, second: str) -> Overlap:
    """Compare two texts by the words that name something («certyfikat», «kurs» and the like do not)."""
    a, b = words_of(first), words_of(second)
    if not _may_share(first, second):
        return Overlap(0, 0, len(a), len(b))
    return Overlap(_common(a, b), _common(b, a), len(a), len(b))


@lru_cache(maxsize=16_384)
def words_of(text: str, *, keep_all: bool = False) -> Words:
    """Return the content words and codes of ``text``, each as the set of its readings."""
    analysis = analyse(text)
    doing = lexicon.doing()
    said = {
        frozenset((*word.lemmas, *(doing[one] for one in word.lemmas if one in doing))) for word in analysis.content
    }
    idle = lexicon.words("filler") if keep_all else lexicon.words("around") | lexicon.words("noise")
    said = {word for word in said if word.isdisjoint(idle)}
    named = {word for word in said if word.isdisjoint(_MAKING)}
    said = said if keep_all else named or said  # «robienie paznokci» has nothing of «robienie zdjęć»
    return frozenset(said | {frozenset({code}) for code in analysis.codes})


@lru_cache(maxsize=16_384)
def acts_in(text: str) -> Words:
    """Return the words of ``text`` that may be infinitives of Polish verbs («robić biżuterię»), in any letters."""
    return frozenset(frozenset(word.lemmas) for word in analyse(text).content if is_infinitive(word.surface))


def _may_share(first: str, second: str) -> bool:
    """A quick no for the many pairs that have no reading in common."""
    a, b = _readings(first), _readings(second)
    return not a.isdisjoint(b) or _has_cyrillic(first)


@lru_cache(maxsize=16_384)
def _readings(text: str) -> frozenset[str]:
    return frozenset(lemma for word in words_of(text, keep_all=True) for lemma in word)


@lru_cache(maxsize=16_384)
def _has_cyrillic(text: str) -> bool:
    return any("\u0400" <= character <= "\u04ff" for character in text)


def _common(a: Words, b: Words) -> int:
    return sum(any(_same(word, other) for other in b) for word in a)


def _same(word: frozenset[str], other: frozenset[str]) -> bool:
    """One reading in common; words in Cyrillic, which have no dictionary here, may differ in their endings."""
    if not word.isdisjoint(other):
        return True
    return any(same_stem(a, b) for a in word for b in other if "\u0400" <= a[0] <= "\u04ff")


def same_stem(a: str, b: str) -> bool:
    """Tell whether two words differ in their endings only."""
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= SHORTEST_STEM and max(len(a), len(b)) - shared <= LONGEST_ENDING
