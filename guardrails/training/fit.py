"""Multinomial logistic regression on the classifier's features, by scikit-learn."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from guardrails.classifier import CHARACTERS, WORDS, Classifier, places_of, scaled
from guardrails.normalise import plain
from guardrails.training import LABELS
from guardrails.training.examples import Example
from guardrails.training.variety import varied

STRENGTH = 10.0
"""Inverse of the L2 penalty; 3 and 30 did no better on the development sets."""
STEPS = 120  # 200 did no better on hands left out
SEEN = 2


def fit(examples: Sequence[Example], *, strength: float = STRENGTH, steps: int = STEPS) -> Classifier:
    """Train on ``examples`` and what ``varied`` makes of them; the same examples give the same weights.

    A feature seen in fewer than ``SEEN`` texts weighs nothing; the others weigh by idf, ln((1+n)/(1+df)) + 1.
    Classes weigh by the inverse of their frequency.
    """
    texts = list(varied(examples))
    rows = [places_of(plain(example.text).text) for example in texts]
    rarity = _rarity(rows)
    model = LogisticRegression(C=strength, max_iter=steps, class_weight="balanced")
    model.fit(_matrix(rows, rarity), [LABELS.index(example.label) for example in texts])
    weights = np.zeros((CHARACTERS + WORDS, len(LABELS)), np.float32)
    bias = np.full(len(LABELS), -20.0, np.float32)  # a label without examples is never said
    for place, label in enumerate(model.classes_):
        weights[:, label] = model.coef_[place]
        bias[label] = model.intercept_[place]
    return Classifier(LABELS, weights, bias, rarity)


def _rarity(rows: Sequence[NDArray[np.int64]]) -> NDArray[np.float32]:
    counts = np.bincount(np.concatenate(rows), minlength=CHARACTERS + WORDS)
    idf = np.log((1 + len(rows)) / (1 + counts)) + 1
    return np.where(counts >= SEEN, idf, 0).astype(np.float16).astype(np.float32)


def _matrix(rows: Sequence[NDArray[np.int64]], rarity: NDArray[np.float32]) -> csr_matrix:
    values = [scaled(row, rarity) for row in rows]
    ends = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.concatenate(values), np.concatenate(rows), ends), shape=(len(rows), CHARACTERS + WORDS))
