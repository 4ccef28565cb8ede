"""The rules behind the steps, read once from ``rules.yaml``."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import Field

from assistant.advice.pathways.model import Condition, Months, Step, StepKind
from register.record import Model

FILE = Path(__file__).with_name("rules.yaml")


class Rule(Model):
    """What a kind of step rests on: ids of system facts, the time they name, the facts that name the document."""

    rules: tuple[str, ...] = Field(min_length=1)
    months: tuple[int, int] | None = None
    documents: tuple[str, ...] = ()


@cache
def rulebook() -> dict[StepKind, Rule]:
    """Return the rule of every kind of step."""
    found = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return {kind: Rule.model_validate(found[kind.value]) for kind in StepKind}


def step(
    kind: StepKind,
    record_id: str,
    name: str,
    *conditions: Condition,
    months: Months | None = None,
    documents: tuple[str, ...] = (),
) -> Step:
    """Make a step with the rules of its kind; ``months`` where the record itself names a time.

    ``documents`` are ids of records that name the document, beside those of the rules.
    """
    rule = rulebook()[kind]
    known = Months(low=rule.months[0], high=rule.months[1]) if rule.months else None
    return Step(
        kind=kind,
        record_id=record_id,
        name=name,
        rules=rule.rules,
        months=months or known,
        conditions=conditions,
        documents=(*documents, *rule.documents),
    )
