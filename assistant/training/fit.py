"""Linear models on the reader's features, by scikit-learn; weights are kept as small integers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
from sklearn.svm import LinearSVC  # type: ignore[import-untyped]

from assistant.models.embedded.learnt import naming, rules, turns, unheld, wants
from assistant.models.embedded.learnt.linear import Linear, places_of
from assistant.models.embedded.learnt.turns import Before
from assistant.training.examples import Example, RuleQuestion, UnheldQuestion

PENALTY = 0.3
"""Inverse strength of the L2 penalty of the wants' support vectors; 0.1 and 1 did no better on other hands."""
PENALTY_NAMING = 1.0
ROUNDS_NAMING = 300
STEPS_NAMING = 0.5
"""What a mark after a mark counts, since a word's neighbours are features already; 0.3 to 0.7 differ by a point."""
PENALTY_RULES = 0.5
PENALTY_UNHELD = 0.5
SEEN = 2
"""A feature seen in fewer questions weighs nothing."""


def fit_wants(examples: Sequence[Example], card: dict[str, Any] | None = None) -> Linear:
    """Fit support vectors, one want against the rest and what leans against what does not.

    A question with two wants is an example of both.
    """
    rows = [(wants.blocks_of(example.text), intent) for example in examples for intent in example.intents]
    rarity = _rarity([blocks for blocks, _ in rows])
    weighed = [wants.weighed(example.text, rarity) for example in examples for _ in example.intents]
    matrix = sparse(weighed, 2 * wants.PLACES)
    each = LinearSVC(C=PENALTY, random_state=0).fit(matrix, [str(intent) for _, intent in rows])
    back = LinearSVC(C=PENALTY, random_state=0)
    back.fit(matrix, [example.leans for example in examples for _ in example.intents])
    return _beside(each, back, wants.LEANS, rarity, card or {})


def fit_rules(questions: Sequence[RuleQuestion], others: Sequence[str], card: dict[str, Any] | None = None) -> Linear:
    """Fit one rule against the rest of the rules, and all of them (``ANY``) against ``others``."""
    texts = [question.text for question in questions]
    rarity = _rarity([wants.blocks_of(text) for text in texts], least=1)
    matrix = sparse([wants.weighed(text, rarity) for text in texts], 2 * wants.PLACES)
    beside = sparse([wants.weighed(text, rarity) for text in others], 2 * wants.PLACES)
    each = LinearSVC(C=PENALTY_RULES, random_state=0).fit(matrix, [question.rule for question in questions])
    whole = LinearSVC(C=PENALTY_RULES, random_state=0, class_weight="balanced")
    whole.fit(vstack([matrix, beside]), [1] * len(texts) + [0] * len(others))
    return _beside(each, whole, rules.ANY, rarity, card or {})


def fit_turns(said: Sequence[tuple[str, Before, str]], card: dict[str, Any] | None = None) -> Linear:
    """Fit support vectors, one label against the rest, on messages with what was said before them."""
    rarity = _rarity([(*wants.blocks_of(text), turns.talk_of(text, before)) for text, before, _ in said], turns.ALL)
    matrix = sparse([turns.weighed(text, before, rarity) for text, before, _ in said], turns.ALL)
    each = LinearSVC(C=PENALTY, random_state=0).fit(matrix, [label for _, _, label in said])
    return kept(each.coef_, each.intercept_, tuple(map(str, each.classes_)), rarity, card or {})


def fit_unheld(questions: Sequence[UnheldQuestion], card: dict[str, Any] | None = None) -> Linear:
    """Fit one kind of what is not held against all other questions, and ``ANY`` against what may be held."""
    rarity = _rarity([wants.blocks_of(question.text) for question in questions])
    matrix = sparse([wants.weighed(question.text, rarity) for question in questions], 2 * wants.PLACES)
    asked = np.array([bool(question.kind) for question in questions])
    each = LinearSVC(C=PENALTY_UNHELD, random_state=0, class_weight="balanced")
    each.fit(matrix, [question.kind for question in questions])
    whole = LinearSVC(C=PENALTY_UNHELD, random_state=0, class_weight="balanced").fit(matrix, asked)
    kinds = np.flatnonzero(each.classes_ != "")  # that nothing of the kind is asked is what ``ANY`` tells
    each.classes_, each.coef_, each.intercept_ = each.classes_[kinds], each.coef_[kinds], each.intercept_[kinds]
    return _beside(each, whole, unheld.ANY, rarity, card or {})


def _beside(each: LinearSVC, one: LinearSVC, label: str, rarity: NDArray[np.float32], card: dict[str, Any]) -> Linear:
    """Return the planes of ``each`` label and, as the last column, that of ``one`` more, named ``label``."""
    weights, constants = np.vstack([each.coef_, one.coef_]), np.append(each.intercept_, one.intercept_)
    return kept(weights, constants, (*map(str, each.classes_), label), rarity, card)


def _rarity(
    rows: Sequence[Sequence[NDArray[np.int64]]], width: int = 2 * wants.PLACES, least: int = SEEN
) -> NDArray[np.float32]:
    """Return ln((1 + n) / (1 + df)) + 1 for each place, 0 for what was seen in fewer than ``least`` texts."""
    counts = np.zeros(width)
    for blocks in rows:
        counts[np.concatenate(blocks)] += 1
    idf = np.where(counts >= least, np.log((1 + len(rows)) / (1 + counts)) + 1, 0)
    return idf.astype(np.float16).astype(np.float32)


def fit_naming(examples: Sequence[Example], card: dict[str, Any] | None = None) -> Linear:
    """Fit a logistic regression on each word of each question: does it name the subject? And how marks follow marks."""
    rows, labels = [], []
    follows = np.ones((2, 2))
    for words, named in (example.marked for example in examples):
        marks = [place in named for place in range(len(words))]
        for place in range(len(words)):
            at = places_of(naming.features(words, place), naming.PLACES)
            rows.append((at, np.ones(len(at), np.float32)))
        labels += marks
        np.add.at(follows, (np.array(marks[:-1], int), np.array(marks[1:], int)), 1)
    model = LogisticRegression(C=PENALTY_NAMING, max_iter=ROUNDS_NAMING)
    model.fit(sparse(rows, naming.PLACES), labels)
    steps = STEPS_NAMING * np.log(follows / follows.sum(axis=1, keepdims=True))
    rarity = np.ones(naming.PLACES, np.float32)
    return kept(model.coef_, model.intercept_, ("names",), rarity, {**(card or {}), "steps": steps.round(4).tolist()})


def sparse(rows: Sequence[tuple[NDArray[np.int64], NDArray[np.float32]]], width: int) -> csr_matrix:
    """Return rows of places and values as one sparse matrix."""
    ends = np.cumsum([0, *(len(places) for places, _ in rows)])
    places, values = (np.concatenate([row[at] for row in rows]) for at in (0, 1))
    return csr_matrix((values, places, ends), shape=(len(rows), width))


def kept(
    weights: NDArray[np.float64],
    constants: NDArray[np.float64],
    labels: tuple[str, ...],
    rarity: NDArray[np.float32],
    card: dict[str, Any],
) -> Linear:
    """Round each label's weights to the 255 steps of a small integer."""
    scales = np.abs(weights).max(axis=1) / 127
    small = np.round(weights / scales[:, None]).astype(np.int8).T
    return Linear(
        labels, np.ascontiguousarray(small), scales.astype(np.float32), constants.astype(np.float32), rarity,
        {**card, "labels": list(labels)},
    )  # fmt: skip
