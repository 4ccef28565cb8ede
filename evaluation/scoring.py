"""Scores of played cases: one pass over the kept lines, sums by slice, nothing kept but numbers."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.cases import Case
from evaluation.expectations import Outcome, outcome_of
from evaluation.folder import GENERATED
from evaluation.lines import read_lines
from evaluation.metrics.answers import EXPECTED, ratios_of
from evaluation.metrics.ratio import NOTHING, Ratio, Tally, truth
from evaluation.metrics.times import Clock
from evaluation.turns import Turn
from evaluation.units import Unit

Scores = dict[str, Any]
_MOST_DEAD = 50


def read_cases(out: Path) -> Iterator[Case]:
    """Yield the cases of a run; raises ``SetError``."""
    return read_lines(out / GENERATED, Case)


def unit_of(case: Case) -> Unit:
    """Score one case: the sums of its turns, and whether the whole of it went as expected."""
    tally = Tally()
    faults: list[str] = []
    for number, played in enumerate(case.turns, 1):
        outcome = outcome_of(played.expect, played.turn)
        tally.add(ratios_of(played.expect, outcome, played.turn, case.kind, _language(case)))
        faults += _faults(number, len(case.turns), outcome, played.dead)
    ratios: dict[str, Ratio] = {name: (part, whole) for name, (part, whole) in tally.sums.items()}
    met, expected = ratios["as_expected"]
    ratios["whole_conversations"] = truth(met == expected) if expected else NOTHING
    slices = {"audience": case.audience, "language": case.language, "kind": case.kind}
    return Unit(case.id, ratios, tuple(faults), {name: value for name, value in slices.items() if value})


def scores_of(out: Path) -> Scores:
    """Return the names of the contract, our further measures, latency, and the same shares by slice.

    A name of the contract that the set does not ask about is ``None``; other measures of nothing are absent.
    """
    whole, clock, dead = Tally(), Clock(), Counter[str]()
    slices: dict[str, dict[str, Tally]] = {}
    statuses: Counter[str] = Counter()
    invented = turns = 0
    for case in read_cases(out):
        unit = unit_of(case)
        whole.add(unit.ratios)
        for name, value in unit.slices.items():
            slices.setdefault(name, {}).setdefault(value, Tally()).add(unit.ratios)
        for played in case.turns:
            turns += 1
            clock.add(played.turn.ms)
            dead.update(played.dead)
            statuses[played.turn.status] += 1
            invented += len(played.turn.invented)
    return {
        "cases": whole.cases,
        "turns": turns,
        **dict.fromkeys(EXPECTED),
        **whole.shares(),
        "invented_entities": invented,
        "latency_ms": clock.percentiles(),
        "dead_record_ids": dict(sorted(dead.items())[:_MOST_DEAD]),
        "statuses": dict(statuses.most_common()),
        "slices": {
            name: {value: {"cases": one.cases, **one.shares()} for value, one in sorted(values.items())}
            for name, values in sorted(slices.items())
        },
    }


def _language(case: Case) -> str:
    """A conversation may change its language; only a single question has one."""
    return case.language if len(case.turns) == 1 else ""


def _faults(number: int, turns: int, outcome: Outcome, dead: tuple[str, ...]) -> Iterator[str]:
    place = f"turn {number}: " if turns > 1 else ""
    yield from (f"{place}{fault}" for fault in outcome.faults)
    if outcome.faults and dead:
        yield f"{place}no longer in the register: {', '.join(dead)}"


def failed_of(out: Path) -> Iterator[tuple[Unit, tuple[Turn, ...]]]:
    """Yield every case that did not go as expected with its turns."""
    for case in read_cases(out):
        if (unit := unit_of(case)).faults:
            yield unit, tuple(played.turn for played in case.turns)
