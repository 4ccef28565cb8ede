"""Train, set the thresholds, write the weights and their card."""

import json
import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from guardrails.classifier import Classifier
from guardrails.training import LABELS, SEED, TrainingError
from guardrails.training.examples import DATA, Example, digest, read_examples, read_file
from guardrails.training.fit import STRENGTH, fit
from guardrails.training.thresholds import Heard, choose, figures, heard

FOLDS = 3
STEPS_OF_ONE = 64
Fit = Callable[[Sequence[Example]], Classifier]
Say = Callable[[str], None]
_Card = dict[str, Any]
_OF_THRESHOLDS = ("thresholds_set_on", "messages_they_were_set_on", "thresholds", "held_out_classifier_alone")


def train(
    out_dir: Path,
    data_dir: Path = DATA,
    dev: Sequence[Path] = (),
    *,
    keep: Path | None = None,
    fit: Fit = fit,
    say: Say = lambda _: None,
) -> dict[str, Any]:
    """Write ``rails.npz`` and its card ``rails.json`` to ``out_dir``; return the card.

    Thresholds are set on the sets ``dev`` and on the lines of every other author, each heard by weights that
    learnt from all the others; without sets on folds of the examples. Then the shipped weights learn from all.
    With ``keep``, a card, its thresholds and what it says of them stay, and only these weights are learnt: a few
    hundred lines more move no threshold, and setting them takes a fit for each hand.
    Raises ``OSError`` and ``TrainingError``.
    """
    own = read_examples(data_dir)
    others = [example for path in dev for example in read_file(path)]
    say(f"{len(own)} examples, {len(others)} messages to set thresholds on")
    kept = _kept(keep) if keep else _set_anew(own, others, [path.name for path in dev], fit, say)
    say("training the weights that are kept")
    classifier = fit([*own, *others]) if others else fit(own)
    card = {
        "labels": list(LABELS),
        "features": "n-grams of 2-6 characters and of 1-2 words of the plain spelling, hashed, idf",
        "model": f"multinomial logistic regression (scikit-learn), C = {STRENGTH:g}",
        "examples": _count(own),
        "learnt_from_too": [path.name for path in dev],
        "languages": sorted({example.language for example in own}),
        "sha256_of_examples": digest(own),
        **kept,
        "seed": SEED,
        "limits": "learnt from texts written by the project; languages other than pl, en, uk only by chance",
    }
    _write(classifier, card, out_dir)
    return card


def _set_anew(own: Sequence[Example], others: Sequence[Example], sets: Sequence[str], fit: Fit, say: Say) -> _Card:
    """The thresholds, and on what they were set."""
    held_out = _unseen(own, others, fit, say) if others else _folds(own, fit, say)
    thresholds = choose(held_out)
    return {
        "thresholds_set_on": [*sets, *_hands(own)] if others else f"{FOLDS} folds of the examples",
        "thresholds_of_weights_before": False,
        "messages_they_were_set_on": _count([example for example, _ in held_out]),
        "thresholds": thresholds,
        "held_out_classifier_alone": figures(held_out, thresholds),
    }


def _kept(card: Path) -> _Card:
    """What a card says of its thresholds."""
    try:
        said = json.loads(card.read_text("utf-8"))
        kept = {name: said[name] for name in _OF_THRESHOLDS}
    except (ValueError, KeyError, TypeError) as error:
        raise TrainingError(f"{card.name}: no card with thresholds") from error
    return {**kept, "thresholds_of_weights_before": True}


def _unseen(own: Sequence[Example], others: Sequence[Example], fit: Fit, say: Say) -> list[Heard]:
    """What weights make of the sets, and of each hand, that they never saw: the price of an unknown way of writing."""
    say("without the sets")
    found = heard(fit(own), others)
    for hand in _hands(own):
        say(f"without the {hand} hand")
        rest = [example for example in own if example.hand != hand]
        found += heard(fit([*rest, *others]), [example for example in own if example.hand == hand])
    return found


def _hands(own: Sequence[Example]) -> list[str]:
    return sorted({example.hand for example in own} - {""})


def _folds(own: Sequence[Example], fit: Fit, say: Say) -> list[Heard]:
    order = list(own)
    random.Random(SEED).shuffle(order)  # noqa: S311 - a seeded split, no secret
    found: list[Heard] = []
    for fold in range(FOLDS):
        say(f"fold {fold + 1} of {FOLDS}")
        rest = [example for place, example in enumerate(order) if place % FOLDS != fold]
        found += heard(fit(rest), order[fold::FOLDS])
    return found


def _write(classifier: Classifier, card: dict[str, Any], out_dir: Path) -> None:
    """Weights are rounded: steps finer than this change no decision and nearly double the file."""
    out_dir.mkdir(parents=True, exist_ok=True)
    weights = np.asarray(np.round(classifier.weights * STEPS_OF_ONE) / STEPS_OF_ONE, np.float16)
    rarity = np.asarray(classifier.rarity, np.float16)
    np.savez_compressed(out_dir / "rails.npz", weights=weights, bias=classifier.bias, rarity=rarity)
    (out_dir / "rails.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _count(examples: Sequence[Example]) -> dict[str, int]:
    counts = Counter(example.label for example in examples)
    return {label: counts[label] for label in LABELS}
