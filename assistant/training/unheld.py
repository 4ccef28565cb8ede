"""Training of the reader that hears what no record holds: questions for such things against those that have answers."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from assistant.models.embedded.learnt.linear import Linear
from assistant.models.embedded.learnt.unheld import ANY, read, scores_of
from assistant.models.embedded.words.intents import Intent
from assistant.training.examples import Example, RuleQuestion, Turn, UnheldQuestion
from assistant.training.fit import PENALTY_UNHELD, fit_unheld
from assistant.training.renamed import renamed

SEED = 13
BLOCKS = 5
"""Parts of each file, of lines that stand together: a line and its translation are never on both sides."""
FEWER_OF_RULES = 2
FEWER_OF_WANTS = 2
FEWER_OF_MONEY = 3
"""Every third question for pay or a price: those have a road of their own, and figures in some cases."""
# Talk, what goes back, and what records hold for some things and not for others teach neither side.
_NEITHER = frozenset({Intent.OFF_TOPIC, Intent.PAY, Intent.PRICE, Intent.JOBS, Intent.UNDECIDED})
_MONEY = {Intent.PAY: "pay", Intent.PRICE: "price"}
_ANSWERED = frozenset({"rule", "occupation", "qualification", "institutions", "list", "comparison", "steps"})
_ABSENCE = "fact:A-"
_SURE = (0.5, 0.6, 0.7, 0.8, 0.9)

Asked = tuple[UnheldQuestion, Mapping[str, float]]
"""A question and the scores by weights that learnt from others."""
_BARE = {"slope": 1.0, "constant": 0.0}


def train_unheld(
    written: Sequence[UnheldQuestion],
    rules: Sequence[RuleQuestion],
    examples: Sequence[Example],
    said: Sequence[Turn] = (),
) -> Linear:
    """Set the probability on blocks not learnt from, then fit on all; the card tells what each probability catches."""
    others = [*_of_rules(rules), *_of_wants(examples), *_of_talks(said)]
    asked = [one for block in range(BLOCKS) for one in _held_out([*written, *others], block)]
    scores = np.array([(read_off[ANY], read_off[read(read_off, _BARE)[0]]) for _, read_off in asked])
    fitted = LogisticRegression(C=1.0).fit(scores, [bool(question.kind) for question, _ in asked])
    weights = (*fitted.coef_[0], fitted.intercept_[0])
    scale = {
        name: round(float(value), 4) for name, value in zip(("slope", "nearest", "constant"), weights, strict=True)
    }
    card: dict[str, Any] = {
        "model": f"support vectors, a kind against the rest, all against none (scikit-learn), C = {PENALTY_UNHELD:g}",
        "questions": len(written),
        "questions_of_rules_and_wants": len(others),
        "any": scale,
        "on_blocks_not_learnt_from": {str(sure): _figures(asked, scale, sure) for sure in _SURE},
    }
    return replace(_fitted([*written, *others]), card=card)


def _held_out(questions: Sequence[UnheldQuestion], block: int) -> Iterator[Asked]:
    """Read one block of every hand by what was learnt from the others."""
    places: dict[str, list[int]] = {}
    for place, question in enumerate(questions):
        places.setdefault(question.hand, []).append(place)
    left = {place for own in places.values() for place in np.array_split(own, BLOCKS)[block].tolist()}
    model = _fitted([question for place, question in enumerate(questions) if place not in left])
    for place in sorted(left):
        yield questions[place], scores_of(model, questions[place].text)


def _fitted(questions: Sequence[UnheldQuestion]) -> Linear:
    return fit_unheld([*questions, *renamed(questions)])


def _figures(asked: Sequence[Asked], scale: Mapping[str, float], sure: float) -> dict[str, float]:
    """Return the shares of questions of each hand that are taken for one that no record answers, and of right kinds."""
    found: dict[str, list[bool]] = {}
    for question, scores in asked:
        kind, chance = read(scores, scale)
        taken = chance >= sure
        found.setdefault(f"{question.hand}_{'unheld' if question.kind else 'held'}", []).append(taken)
        if question.kind and taken:
            found.setdefault("right_kind", []).append(kind == question.kind)
    return {name: round(sum(one) / len(one), 3) for name, one in sorted(found.items())}


def _of_rules(rules: Sequence[RuleQuestion]) -> Iterator[UnheldQuestion]:
    """Questions that a rule answers, except by saying that a thing is not held."""
    told = [rule for rule in rules if not rule.rule.startswith(_ABSENCE)]
    yield from (UnheldQuestion(rule.text, "", rule.language, "rules") for rule in told[::FEWER_OF_RULES])


def _of_wants(examples: Sequence[Example]) -> Iterator[UnheldQuestion]:
    examples = random.Random(SEED).sample(examples, len(examples))  # noqa: S311 - a seeded order, no secret
    held = [example for example in examples if not _NEITHER & {*example.intents}]
    yield from (UnheldQuestion(one.text, "", one.language, "wants") for one in held[::FEWER_OF_WANTS])
    money = [example for example in examples if len(example.intents) == 1 and example.intents[0] in _MONEY]
    for one in money[::FEWER_OF_MONEY]:
        yield UnheldQuestion(one.text, _MONEY[one.intents[0]], one.language, "money")


def _of_talks(said: Sequence[Turn]) -> Iterator[UnheldQuestion]:
    """Messages of conversations that something held answers: how short a question for it may be."""
    held = (turn for turn in said if turn.answer in _ANSWERED and turn.intent not in _NEITHER)
    yield from (UnheldQuestion(turn.text, "", turn.language, "talks") for turn in held)
