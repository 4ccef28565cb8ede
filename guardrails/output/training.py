"""Training of the small model from labelled answers; seeded, so that the same examples give the same model."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from guardrails.frame import handles_of
from guardrails.output.claim import claim_of
from guardrails.output.entities import Names
from guardrails.output.factual import is_question
from guardrails.output.features import NAMES, features
from guardrails.output.grounding import hard_findings
from guardrails.output.model import Model, fit
from guardrails.output.reading import read
from guardrails.output.source import Shelf
from guardrails.output.speech import language_of
from register.evidence import Evidence
from register.vocabulary import RecordType

SEED = 7
WRITTEN = Path(str(files("guardrails.output").joinpath("data", "training.jsonl")))
"""The sentences written for training, which the package holds."""
MOST_FALSE_ALARMS = 0.07
"""The share of supported *cited* sentences the threshold may stop, on folds not trained on.

A sixth of an answer's sentences cite nothing and pass, so that fewer than 5 % of all supported ones are stopped.
"""


class TrainingSetError(ValueError):
    """A file that is no set of labelled answers; the message names it and the line."""


@dataclass(frozen=True, slots=True)
class Example:
    """One cited sentence: its answer, its features, whether it is unsupported, and what exact checks said."""

    answer: str
    row: tuple[float, ...]
    unsupported: bool
    hard: bool


def examples(lines: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """Yield the cited sentences of labelled answers (``contracts``: task grounding)."""
    names = Names()
    for line in lines:
        shelf = Shelf()
        evidence = {item["handle"]: evidence_of(item) for item in line["evidence"]}
        for entry in line["sentences"]:
            handles = tuple(handle for handle in handles_of(entry["text"]) if handle in evidence)
            reading = read(entry["text"])
            if not handles or is_question(reading):
                continue
            sources = {handle: shelf.source(item) for handle, item in evidence.items()}
            claim = claim_of(reading, handles, sources, language_of(reading))
            seen = features(claim)
            row = tuple(seen[name] for name in NAMES)
            yield Example(line["id"], row, not entry["supported"], bool(hard_findings(claim, names)))


def evidence_of(item: dict[str, Any]) -> Evidence:
    """Return one record of a labelled answer as evidence."""
    return Evidence(
        handle=item["handle"],
        kind=RecordType(item.get("kind", RecordType.QUALIFICATION)),
        record_id=item.get("record_id", f"set:{item['handle']}"),
        title=item["title"],
        url=item.get("url", "https://example.org/"),
        as_of=item.get("as_of", ""),
        text=item["text"],
        facts=item.get("facts") or {},
    )


def train(data: Iterable[Path], out: Path, *, strength: float = 0.7) -> dict[str, Any]:
    """Train on the JSON Lines files ``data``, write ``model.json`` and ``model-card.json`` to ``out``; return the card.

    Weights may not speak for a sentence because it lacks a fault, so only ``length``, language and constant go free of
    sign. The threshold is set on held-out folds of whole answers. Raises ``OSError`` and ``TrainingSetError``.
    """
    paths = tuple(data)
    out.mkdir(parents=True, exist_ok=True)
    found = [example for path in paths for example in _learnt_from(path) if not example.hard]
    held_out = _held_out(found, strength)
    weights, constant = _fit(found, strength)
    threshold = _threshold(held_out, [example.unsupported for example in found])
    model = Model(dict(zip(NAMES, weights, strict=True)), constant, threshold)
    card = _card(found, held_out, threshold, [path.name for path in paths])
    (out / "model.json").write_text(model.as_json() + "\n", "utf-8")
    (out / "model-card.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    return card


def _learnt_from(path: Path) -> Iterator[Example]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield from examples([json.loads(line)])
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise TrainingSetError(f"{path.name}, line {number}: not a labelled answer") from error


_FREE = frozenset({"length", "foreign_language", "several_cited", "foreign_uncovered", "best_unit_gap", "absence"})


def _fit(found: list[Example], strength: float) -> tuple[list[float], float]:
    """Fit, then leave out features whose weight came out against their meaning and fit again."""
    used = list(range(len(NAMES)))
    while True:
        weights, constant = fit(
            [[example.row[at] for at in used] for example in found],
            [example.unsupported for example in found],
            strength,
        )
        wrong = [at for at, weight in zip(used, weights, strict=True) if weight < 0 and NAMES[at] not in _FREE]
        if not wrong:
            full = dict(zip(used, weights, strict=True))
            return [full.get(at, 0.0) for at in range(len(NAMES))], constant
        used = [at for at in used if at not in wrong]


def _held_out(found: list[Example], strength: float, folds: int = 10) -> list[float]:
    """Return each example's probability by a model that saw no sentence of its answer."""
    answers = sorted({example.answer for example in found})
    order = np.random.default_rng(SEED).permutation(len(answers))
    fold_of = {answers[at]: place % folds for place, at in enumerate(order)}
    result = [0.0] * len(found)
    for fold in range(folds):
        seen = [example for example in found if fold_of[example.answer] != fold]
        if not any(fold_of[example.answer] == fold for example in found):
            continue
        weights, constant = _fit(seen, strength)
        model = Model(dict(zip(NAMES, weights, strict=True)), constant, 0.5)
        for at, example in enumerate(found):
            if fold_of[example.answer] == fold:
                result[at] = model.probability(dict(zip(NAMES, example.row, strict=True)))
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
        "model": "logistic regression over readable features",
        "trained_on": files,
        "sentences": {"unsupported": len(bad), "supported": len(good)},
        "held_out": {"recall": round(sum(bad) / len(bad), 4), "false_alarm_rate": round(sum(good) / len(good), 4)},
        "threshold": threshold,
        "seed": SEED,
        "note": "sentences that the exact checks stop are not among them",
    }
