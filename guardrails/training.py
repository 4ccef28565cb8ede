"""Train the rails' classifier on the written examples of ``data/training``: seeded, numpy only, about half a minute.

Multinomial logistic regression, full batch, Adam (Kingma and Ba 2015), L2 penalty. Every example is also
learnt with typing errors, and sentences of danger behind a harmless one.
"""

import hashlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from guardrails.classifier import Classifier, features
from guardrails.normalise import plain

LABELS = ("allow", "crisis", "injection", "abuse", "out_of_scope")
BUCKETS = 2**15
SEED = 4
STEPS = 160
RATE = 0.25
PENALTY = 2e-5
FOLDS = 5
DRAWS = 12
_CHOICE = re.compile(r"\(([^()]*)\)")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_POLISH = re.compile(r"[ąćęłńóśźż]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Example:
    """One written message and what it is."""

    text: str
    label: str
    language: str


def read_examples(data_dir: Path) -> list[Example]:
    """Read every ``*.jsonl`` (lines ``text``, ``label``, ``lang``) and draw from every ``*.yaml`` of patterns.

    Raises ``ValueError`` naming a faulty line.
    """
    found: list[Example] = []
    for path in sorted(data_dir.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            row = json.loads(line)
            if row.get("label") not in LABELS or not str(row.get("text", "")).strip():
                raise ValueError(f"{path.name}:{number}: not an example: {line[:80]}")
            found.append(Example(row["text"], row["label"], row.get("lang", "pl")))
    for path in sorted(data_dir.glob("*.yaml")):
        found += drawn(yaml.safe_load(path.read_text("utf-8")))
    if not found:
        raise ValueError(f"no examples in {data_dir}")
    return found


def drawn(patterns: Mapping[str, Sequence[str]]) -> list[Example]:
    """Return ``DRAWS`` sentences of each pattern (fewer where it has not so many)."""
    chance = random.Random(SEED)  # noqa: S311 - seeded variety, no secret
    found: dict[Example, None] = {}
    for label, lines in patterns.items():
        for line in lines:
            for _ in range(DRAWS):
                text = _CHOICE.sub(lambda match: chance.choice(match[1].split("|")), line)
                language = "uk" if _CYRILLIC.search(text) else "pl" if _POLISH.search(line) else "en"
                found[Example(" ".join(text.split()), label, language)] = None
    return list(found)


def train(data_dir: Path, out_dir: Path) -> dict[str, Any]:
    """Write ``rails.npz`` and its card ``rails.json`` to ``out_dir``; return the card.

    The card's figures are of cross-validation over the written examples, not of unseen people's texts.
    """
    examples = read_examples(data_dir)
    classifier = fit(examples)
    out_dir.mkdir(parents=True, exist_ok=True)
    weights = classifier.weights.astype(np.float16)
    np.savez_compressed(out_dir / "rails.npz", weights=weights, bias=classifier.bias)
    card = {
        "labels": list(LABELS),
        "buckets": BUCKETS,
        "examples": {label: sum(example.label == label for example in examples) for label in LABELS},
        "languages": sorted({example.language for example in examples}),
        "sha256_of_examples": _digest(examples),
        "seed": SEED,
        "cross_validation": cross_validate(examples),
        "features": "character n-grams (2-6) of the plain spelling, hashed",
        "limits": "trained on texts written by the project; languages other than pl, en, uk only by chance",
    }
    (out_dir / "rails.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return card


def fit(examples: Sequence[Example]) -> Classifier:
    """Train on ``examples`` and what ``_varied`` makes of them."""
    varied = list(_varied(examples))
    rows = [features(plain(example.text).text, BUCKETS) for example in varied]
    truth = np.array([LABELS.index(example.label) for example in varied])
    weights, bias = _descend(rows, truth)
    return Classifier(LABELS, weights, bias)


def cross_validate(examples: Sequence[Example]) -> dict[str, float]:
    """Return recall by label over folds, each learnt from the others."""
    order = list(examples)
    random.Random(SEED).shuffle(order)  # noqa: S311 - a seeded split, no secret
    right = dict.fromkeys(LABELS, 0)
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        classifier = fit([example for place, example in enumerate(order) if place % FOLDS != fold])
        for example in held:
            chances = classifier.probabilities(plain(example.text).text)
            right[example.label] += max(chances, key=chances.__getitem__) == example.label
    return {label: round(right[label] / sum(e.label == label for e in order), 4) for label in LABELS}


def _varied(examples: Sequence[Example]) -> Iterator[Example]:
    chance = random.Random(SEED)  # noqa: S311 - seeded variety, no secret
    harmless = [example.text for example in examples if example.label == "allow"]
    for example in examples:
        yield example
        yield Example(_mistyped(example.text, chance), example.label, example.language)
        if example.label in ("crisis", "injection", "abuse"):
            yield Example(f"{chance.choice(harmless)}. {example.text}", example.label, example.language)
        if example.label == "allow":
            yield Example(f"{example.text}. {chance.choice(harmless)}", example.label, example.language)


def _mistyped(text: str, chance: random.Random) -> str:
    """Drop, double or swap a letter in about every fourth word."""
    words = text.split(" ")
    for place, word in enumerate(words):
        if len(word) < 4 or chance.random() > 0.25:
            continue
        at = chance.randrange(1, len(word) - 1)
        words[place] = chance.choice(
            (
                word[:at] + word[at + 1 :],
                word[:at] + word[at] + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            )
        )
    return " ".join(words)


def _descend(
    rows: Sequence[NDArray[np.int64]], truth: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Minimise the cross entropy; classes weigh by the inverse square root of their frequency."""
    starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
    places = np.concatenate(rows)
    scale = np.repeat([len(row) ** -0.5 for row in rows], [len(row) for row in rows])
    counts = np.bincount(truth, minlength=len(LABELS))
    of_class = (counts.mean() / np.maximum(counts, 1)) ** 0.5
    target = np.eye(len(LABELS))[truth]
    importance = of_class[truth][:, None] / len(rows)
    size = BUCKETS + 1
    weights, first, second = (np.zeros((size, len(LABELS))) for _ in range(3))
    for step in range(1, STEPS + 1):
        scores = np.add.reduceat(weights[places] * scale[:, None], starts, axis=0) + weights[-1]
        exp = np.exp(scores - scores.max(axis=1, keepdims=True))
        error = (exp / exp.sum(axis=1, keepdims=True) - target) * importance
        spread = np.repeat(error, [len(row) for row in rows], axis=0) * scale[:, None]
        gradient: NDArray[np.float64] = np.column_stack(
            [np.bincount(places, weights=spread[:, label], minlength=size) for label in range(len(LABELS))]
        )
        gradient[-1] = error.sum(axis=0)
        gradient = np.add(gradient, PENALTY * weights)
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights[:-1].astype(np.float32), weights[-1].astype(np.float32)


def _digest(examples: Sequence[Example]) -> str:
    lines = "\n".join(f"{example.label}\t{example.language}\t{example.text}" for example in examples)
    return hashlib.sha256(lines.encode()).hexdigest()
