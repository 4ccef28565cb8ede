"""Matching a short text to labelled examples (intents, small vocabularies), all in memory."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis import Analysis, analyse

_MOST_WORDS = 60
_LEMMA_SHARE = 0.6
"""How much whole words count against character n-grams."""


class ExampleMatcher:
    """Compares a text with every example: cosine of TF-IDF over lemmas and over character n-grams, mixed.

    Stop words count here (less, by their frequency): "ile to trwa" consists of nothing else.
    """

    def __init__(self, examples: Mapping[str, Sequence[str]]) -> None:
        """Read label → example texts."""
        pairs = [(label, text) for label, texts in examples.items() for text in texts]
        self._labels = [label for label, _ in pairs]
        self._texts = [text for _, text in pairs]
        analyses = [analyse(text, _MOST_WORDS) for text in self._texts]
        self._lemmas = _Space([_lemmas(analysis) for analysis in analyses])
        self._grams = _Space([_grams(analysis) for analysis in analyses])

    def match(self, text: str, limit: int = 3) -> tuple[tuple[str, float, str], ...]:
        """Return up to ``limit`` labels, best first: label, score in 0-1, the example that gave it."""
        if not self._labels:
            return ()
        analysis = analyse(text, _MOST_WORDS)
        lemmas, grams = self._lemmas.cosines(_lemmas(analysis)), self._grams.cosines(_grams(analysis))
        scores = _LEMMA_SHARE * lemmas + (1 - _LEMMA_SHARE) * grams
        best: dict[str, tuple[str, float, str]] = {}
        for place in np.argsort(-scores, kind="stable"):
            if scores[place] <= 0 or len(best) == limit:
                break
            label, score = self._labels[place], min(round(float(scores[place]), 4), 1.0)
            best.setdefault(label, (label, score, self._texts[place]))
        return tuple(best.values())


class _Space:
    """TF-IDF vectors of the examples as postings: token → (examples, values)."""

    def __init__(self, documents: Sequence[Counter[str]]) -> None:
        self._size = len(documents)
        frequency = Counter(token for document in documents for token in document)
        self._idf = {token: log(1 + self._size / (0.5 + n)) for token, n in frequency.items()}
        self._unseen = log(1 + self._size / 0.5) if self._size else 0.0
        postings: dict[str, list[tuple[int, float]]] = {}
        for place, document in enumerate(documents):
            norm = _norm(self._weights(document))
            for token, value in self._weights(document).items():
                postings.setdefault(token, []).append((place, value / norm))
        self._postings = {token: _arrays(entries) for token, entries in postings.items()}

    def cosines(self, tokens: Counter[str]) -> NDArray[np.float64]:
        """Return the cosine of ``tokens`` with every example, shape (examples,)."""
        weights = self._weights(tokens)
        found = [(*self._postings[token], value) for token, value in weights.items() if token in self._postings]
        if not found:
            return np.zeros(self._size)
        places = np.concatenate([places for places, _, _ in found])
        values = np.concatenate([values * weight for _, values, weight in found])
        return np.bincount(places, values, self._size) / _norm(weights)

    def _weights(self, tokens: Counter[str]) -> dict[str, float]:
        return {token: (1 + log(n)) * self._idf.get(token, self._unseen) for token, n in tokens.items()}


def _lemmas(analysis: Analysis) -> Counter[str]:
    # A word's first reading stands for it here: short examples suffer more from homonyms than they gain.
    return Counter([*(word.lemmas[0] for word in analysis.words), *(f"#{code}" for code in analysis.codes)])


def _grams(analysis: Analysis) -> Counter[str]:
    return Counter(gram for word in analysis.words for gram in word.grams)


def _norm(weights: Mapping[str, float]) -> float:
    return sum(value * value for value in weights.values()) ** 0.5 or 1.0


def _arrays(entries: list[tuple[int, float]]) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    places, values = zip(*entries, strict=True)
    return np.array(places, dtype=np.intp), np.array(values)
