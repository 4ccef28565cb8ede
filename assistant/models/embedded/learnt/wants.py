"""What a message wants, by a linear model on its words, word pairs and letter n-grams."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from assistant.models.embedded.learnt.linear import Linear, chances, load, places_of
from assistant.models.embedded.learnt.stand_ins import alike
from retrieval.analysis import Analysis, Word, analyse

PLACES = 2**14
"""For each of the two blocks of features: letters and words."""
LONGEST = 60
"""Words that are read; what a longer message wants stands in its clauses."""

LEANS = "leans"
"""The label of the column that tells whether a message leans on what was said before."""

Wants = tuple[tuple[str, float], ...]
"""Labels with their probabilities, best first."""


@lru_cache(maxsize=1_024)
def wants_of(text: str) -> Wants:
    """Return how probable each want is (0-1, together 1), best first."""
    scores = {label: score for label, score in _scores(text).items() if label != LEANS}
    return chances(scores, float(load("wants").card["sharpness"]))


def leans(text: str) -> bool:
    """Tell whether a message can hardly be understood without what was said before."""
    return _scores(text)[LEANS] >= 0


@lru_cache(maxsize=1_024)
def _scores(text: str) -> Mapping[str, float]:
    return scores_of(load("wants"), text)


def scores_of(model: Linear, text: str) -> Mapping[str, float]:
    """Return the score of each want and of ``LEANS``, whatever records a text names."""
    return model.mean_by_label(weighed(said, model.rarity) for said in alike(text))


def weighed(text: str, rarity: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the places of a text's features and their values: idf, each of the two blocks scaled to length 1."""
    return scaled(blocks_of(text), rarity, (1.0, 1.0))


def scaled(
    blocks: Sequence[NDArray[np.int64]], rarity: NDArray[np.float32], lengths: Sequence[float]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the places of all blocks and their idf, each block scaled to its length."""
    values = []
    for places, length in zip(blocks, lengths, strict=True):
        idf = rarity[places]
        values.append(length * idf / max(float(np.linalg.norm(idf)), 1e-6))
    return np.concatenate(blocks), np.concatenate(values).astype(np.float32)


def blocks_of(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the places of the letter n-grams and, above them, those of words, word pairs and marks."""
    analysis = analyse(text, max_words=400)
    words = analysis.words[:LONGEST]
    letters = places_of((gram for word in words for gram in word.grams), PLACES)
    return letters, places_of(_said(text, words, analysis), PLACES) + PLACES


def _said(text: str, words: Sequence[Word], analysis: Analysis) -> Iterator[str]:
    for word in words:
        yield f"form {word.folded}"
        yield from (f"lemma {lemma}" for lemma in word.lemmas)
    order = ("^", *(word.lemmas[0] for word in words), "$")
    yield from (f"pair {first} {second}" for first, second in pairwise(order))
    yield f"words {min(6, len(words) // 2)}"
    if "?" in text:
        yield "asks"
    if analysis.codes:
        yield "code"
    if any(character.isdigit() for character in text):
        yield "digits"


def forget() -> None:
    """Forget what was made of messages: other models read them from now on."""
    _scores.cache_clear()
