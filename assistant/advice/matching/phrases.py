"""How alike two short statements are: a weighted Dice coefficient over their words, computed for many at once.

    sim(a, b) = (weight of words of a found in b + weight of words of b found in a) / (weight of a + weight of b)

(Dice 1945, Ecology 26, 297-302; Sørensen 1948.) Two words are the same when they share a lemma; a word weighs
ln(1 + N / n), N statements in all, n of them with the word (inverse document frequency, Spärck Jones 1972, Journal of
Documentation 28, 11-21); one that no statement has weighs as if one had. Stop words weigh nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from retrieval.analysis import analyse

MOST_WORDS = 200
Numbers = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Statements ready for comparison: for each word of each, which statement it is in and what it weighs."""

    size: int
    statement: Indices
    weight: Numbers
    total: Numbers
    places: dict[str, Indices]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Phrases":
        """Analyse ``texts``; their order is that of every result."""
        words = [(number, lemmas) for number, text in enumerate(texts) for lemmas in words_of(text)]
        found: dict[str, list[int]] = {}
        for place, (_, lemmas) in enumerate(words):
            for lemma in lemmas:
                found.setdefault(lemma, []).append(place)
        statement = np.array([number for number, _ in words], dtype=np.intp)
        places = {lemma: np.array(where, dtype=np.intp) for lemma, where in found.items()}
        spread = {lemma: len(np.unique(statement[where])) for lemma, where in places.items()}
        weight = np.array([_weight(len(texts), max(map(spread.__getitem__, lemmas))) for _, lemmas in words])
        return cls(len(texts), statement, weight, _sum(statement, weight, len(texts)), places)

    def like(self, text: str) -> Numbers:
        """Return the likeness (0-1) of each statement to ``text``; a text without words is like none."""
        words = words_of(text)
        if not words or not self.size:
            return np.zeros(self.size)
        own, asked = np.zeros(self.size), 0.0
        touched: list[Indices] = []
        for lemmas in words:
            where = self._places(lemmas)
            holders = np.unique(self.statement[where])
            weight = _weight(self.size, len(holders))
            own[holders] += weight
            asked += weight
            touched.append(where)
        there = np.unique(np.concatenate(touched))
        theirs = _sum(self.statement[there], self.weight[there], self.size)
        return (own + theirs) / (asked + self.total)

    def best(self, texts: Iterable[str]) -> Numbers:
        """Return for each statement its highest likeness to any of ``texts``."""
        best = np.zeros(self.size)
        for text in texts:
            np.maximum(best, self.like(text), out=best)
        return best

    def _places(self, lemmas: frozenset[str]) -> Indices:
        known = [self.places[lemma] for lemma in sorted(lemmas) if lemma in self.places]
        return np.unique(np.concatenate(known)) if known else np.zeros(0, dtype=np.intp)


def words_of(text: str) -> tuple[frozenset[str], ...]:
    """Return the lemmas of each word of ``text`` that carries a topic, each word once."""
    return tuple(dict.fromkeys(frozenset(word.lemmas) for word in analyse(text, MOST_WORDS).content if word.lemmas))


def _weight(statements: int, holders: int) -> float:
    return float(np.log1p(statements / max(holders, 1)))


def _sum(groups: Indices, values: Numbers, size: int) -> Numbers:
    return np.bincount(groups, weights=values, minlength=size).astype(np.float64)
