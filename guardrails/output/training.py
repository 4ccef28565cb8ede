"""Training of the small model from labelled answers; seeded, so that the same examples give the same model."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from guardrails.output.examples import Example, TrainingSetError, examples_in
from guardrails.output.features import NAMES
from guardrails.output.fitting import fit
from guardrails.output.model import Model, pairs_of

__all__ = ["WRITTEN", "TrainingSetError", "train"]

SEED = 7
_DATA = Path(str(files("guardrails.output").joinpath("data")))
WRITTEN = (_DATA / "training.jsonl", _DATA / "training4.jsonl")
"""The sentences written for training, which the package holds; the second file is by another writer."""
MOST_FALSE_ALARMS = 0.08
"""The share of supported *cited* sentences the threshold may stop, of writers or answers not trained on."""
STRENGTH = 0.7
PAIRS_STRENGTH = 2.0
WORDS_STRENGTH = 11.0
"""The penalties of a feature, of two at once and of a wording: a word alone may not decide."""
LEAST_SEEN = 2
"""A wording or pair of fewer examples is not learnt."""
_FREE = frozenset({"length", "foreign_language", "several_cited", "foreign_uncovered", "best_unit_gap", "absence"}) | {
    "has_figures", "field_right", "compared_right", "compared_unknown"
}  # fmt: skip
_FOLDS = 10


def train(data: Iterable[Path], out: Path) -> dict[str, Any]:
    """Train on the JSON Lines files ``data``, write ``model.json`` and ``model-card.json`` to ``out``; return the card.

    Weights of features may not speak for a sentence because it lacks a fault, so only ``length``, language and constant
    go free of sign. The threshold is set on held-out files, each by its own writer, or on folds of answers where there
    are fewer than three. Raises ``OSError`` and ``TrainingSetError``.
    """
    paths = tuple(data)
    out.mkdir(parents=True, exist_ok=True)
    sets = [[example for example in examples_in(path) if not example.hard] for path in paths]
    found = [example for one in sets for example in one]
    held_out = _held_out(found, _folds(sets))
    threshold = _threshold(held_out, [example.unsupported for example in found])
    model = _fitted(found, threshold)
    card = _card(found, held_out, threshold, [path.name for path in paths])
    (out / "model.json").write_text(model.as_json() + "\n", "utf-8")
    (out / "model-card.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    return card


def _fitted(found: Sequence[Example], threshold: float = 0.5) -> Model:
    """Fit, then leave out features whose weight came out against their meaning and fit again."""
    pairs = [dict(pairs_of(dict(zip(NAMES, example.row, strict=True)))) for example in found]
    both, words = _seen(pairs), _seen(example.words for example in found)
    columns = {name: at for at, name in enumerate((*NAMES, *both, *words))}
    x = np.zeros((len(found), len(columns)))
    for row, example, together in zip(x, found, pairs, strict=True):
        row[: len(NAMES)] = example.row
        for name, value in (*together.items(), *((word, 1.0) for word in example.words)):
            if name in columns:
                row[columns[name]] = value
    y = np.asarray([example.unsupported for example in found], dtype=float)
    penalty = np.repeat([STRENGTH, PAIRS_STRENGTH, WORDS_STRENGTH], [len(NAMES), len(both), len(words)])
    fitted = None
    while True:
        fitted = fit(x, y, penalty, fitted)
        wrong = [at for at, name in enumerate(NAMES) if fitted[at] < -1e-9 and name not in _FREE]
        if not wrong:
            weights = dict(zip(columns, map(float, fitted[:-1]), strict=True))
            parts = ({name: weights[name] for name in names} for names in (NAMES, words, both))
            dense, worded, paired = parts
            return Model(dense, float(fitted[-1]), threshold, worded, paired)
        x[:, wrong] = 0.0


def _seen(names: Iterable[Iterable[str]]) -> list[str]:
    counts = Counter(name for one in names for name in one)
    return sorted(name for name, count in counts.items() if count >= LEAST_SEEN)


def _folds(sets: Sequence[Sequence[Example]]) -> list[int]:
    """Return the fold of each example: its file, or a tenth of the answers where there are few files."""
    if len(sets) > 2:
        return [at for at, one in enumerate(sets) for _ in one]
    found = [example for one in sets for example in one]
    answers = sorted({example.answer for example in found})
    order = np.random.default_rng(SEED).permutation(len(answers))
    fold_of = {answers[at]: place % _FOLDS for place, at in enumerate(order)}
    return [fold_of[example.answer] for example in found]


def _held_out(found: Sequence[Example], folds: Sequence[int]) -> list[float]:
    """Return each example's probability by a model that saw nothing of its fold."""
    result = [0.0] * len(found)
    for fold in sorted(set(folds)):
        model = _fitted([example for example, other in zip(found, folds, strict=True) if other != fold])
        for at, example in enumerate(found):
            if folds[at] == fold:
                result[at] = model.probability(dict(zip(NAMES, example.row, strict=True)), example.words)
    return result


def _threshold(probabilities: list[float], labels: list[bool]) -> float:
    supported = sorted((p for p, label in zip(probabilities, labels, strict=True) if not label), reverse=True)
    allowed = int(MOST_FALSE_ALARMS * len(supported))
    return round(min(0.9, max(0.2, supported[allowed] + 1e-4)), 4)


def _card(found: list[Example], held_out: list[float], threshold: float, files: list[str]) -> dict[str, Any]:
    flagged = [probability >= threshold for probability in held_out]
    bad = [flag for flag, example in zip(flagged, found, strict=True) if example.unsupported]
    good = [flag for flag, example in zip(flagged, found, strict=True) if not example.unsupported]
    return {
        "model": "logistic regression over readable features, two at once, and named words",
        "trained_on": files,
        "sentences": {"unsupported": len(bad), "supported": len(good)},
        "held_out": {"recall": round(sum(bad) / len(bad), 4), "false_alarm_rate": round(sum(good) / len(good), 4)},
        "threshold": threshold,
        "seed": SEED,
        "note": "sentences that the exact checks stop are not among them; held out: each file in turn",
    }
