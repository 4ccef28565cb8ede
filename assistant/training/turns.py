"""Training of what reads a message in its conversation, from written conversations and questions."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from assistant.models.embedded.learnt import naming, rules, stand_ins, turns, wants
from assistant.models.embedded.learnt.linear import FOLDER, Linear
from assistant.models.embedded.learnt.turns import Before
from assistant.training.examples import Example, Turn
from assistant.training.fit import PENALTY, fit_turns
from assistant.training.renamed import renamed

SHARPNESS = {"turns": 3.0, "refers": 3.5}
"""What distances are multiplied by before they become probabilities; the likeliest on conversations of other hands."""
TIMES = 2
"""A message of a conversation counts as so many: there are far fewer of them than of questions."""
OWN = "own"
EVERY = 4
"""Every fourth question that leans on nothing teaches that it refers to nothing."""


@contextmanager
def read_by(folder: Path) -> Iterator[None]:
    """Have messages read by the models in ``folder``: what these make of a message is a feature here."""

    def forget() -> None:
        for remembered in (wants.wants_of, rules.rule_scores, rules.answered_by, naming.naming_words):
            remembered.cache_clear()
        wants.forget()
        turns.forget()
        stand_ins.forget()

    before = FOLDER.set(folder)
    forget()
    try:
        yield
    finally:
        FOLDER.reset(before)
        forget()


def train_turns(examples: Sequence[Example], said: Sequence[Turn]) -> dict[str, Linear]:
    """Return ``turns`` (what is wanted) and ``refers`` (what a message goes back to), with figures in their cards.

    The figures are means over the writers of conversations, each read by weights that learnt from the others only.
    """
    hands = sorted({turn.hand for turn in said})
    figures = [_measured(examples, said, hand) for hand in hands]
    card: dict[str, Any] = {
        "model": f"support vectors, one against the rest (scikit-learn), C = {PENALTY:g}",
        "features": "those of the wants, and the kind of the last answer and the last want, alone and with each word",
        "messages": len(said),
        "writers": len(hands),
    }
    models = _fitted(examples, said)
    return {
        name: replace(
            model,
            card={
                **card,
                "sharpness": SHARPNESS[name],
                "other_writers": round(float(np.mean([figure[name] for figure in figures])), 3),
                "labels": list(model.labels),
            },
        )
        for name, model in models.items()
    }


def _fitted(examples: Sequence[Example], said: Sequence[Turn]) -> dict[str, Linear]:
    examples, said = [*examples, *renamed(examples)], [*said, *renamed(said)]
    asked = [(example.text, Before(), str(intent)) for example in examples for intent in example.intents]
    alone = [(example.text, Before(), OWN) for example in examples if not example.leans][::EVERY]
    return {
        "turns": fit_turns([*asked, *[(turn.text, turn.before, str(turn.intent)) for turn in said] * TIMES]),
        "refers": fit_turns([*alone, *[(turn.text, turn.before, turn.refers) for turn in said] * TIMES]),
    }


def _measured(examples: Sequence[Example], said: Sequence[Turn], hand: str) -> dict[str, float]:
    models = _fitted(examples, [turn for turn in said if turn.hand != hand])
    unseen = [turn for turn in said if turn.hand == hand and turn.before.kind]
    wanted = {"turns": [str(turn.intent) for turn in unseen], "refers": [turn.refers for turn in unseen]}
    return {
        name: float(np.mean([_best(model, turn) == label for turn, label in zip(unseen, wanted[name], strict=True)]))
        for name, model in models.items()
    }


def _best(model: Linear, turn: Turn) -> str:
    scores = turns.scores_of(model, turn.text, turn.before)
    return max(scores, key=lambda label: scores[label])
