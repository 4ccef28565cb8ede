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
from evaluation.metrics.ratio import NOTHING, Ratio, Slices, Tally, truth
from evaluation.metrics.spending import used_of
from evaluation.metrics.times import Clock
from evaluation.report import page
from evaluation.runs import keep_scores
from evaluation.turns import Turn
from evaluation.units import Unit

Scores = dict[str, Any]
_MOST_DEAD = 50


def score_cases(title: str, out: Path) -> Scores:
    """Score a run of cases and keep the scores and the page beside it; raises ``SetError`` and ``OSError``."""
    scores = scores_of(out)
    keep_scores(out, scores, page(title, out, scores, failed_of(out), "as_expected"))
    return scores


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
    slices, clock, dead = Slices(), Clock(), Counter[str]()
    statuses: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    invented = turns = 0
    for case in read_cases(out):
        unit = unit_of(case)
        slices.add(unit.ratios, unit.slices)
        for played in case.turns:
            turns += 1
            clock.add(played.turn.ms)
            dead.update(played.dead)
            statuses[played.turn.status] += 1
            invented += len(played.turn.invented)
            spent.update(played.turn.used)
    return {
        **dict.fromkeys(EXPECTED),
        "turns": turns,
        **slices.scores(),
        "invented_entities": invented,
        "latency_ms": clock.percentiles(),
        "used": used_of(spent),
        "dead_record_ids": dict(sorted(dead.items())[:_MOST_DEAD]),
        "statuses": dict(statuses.most_common()),
    }


def _language(case: Case) -> str:
    """A conversation may change its language; only a single question has one."""
    return case.language if len(case.turns) == 1 else ""


def _faults(number: int, turns: int, outcome: Outcome, dead: tuple[str, ...]) -> Iterator[str]:
    place = f"turn {number}: " if turns > 1 else ""
    yield from (f"{place}{fault}" for fault in outcome.faults)
    if outcome.faults and dead:
        yield f"{place}no longer in the register: {', '.join(dead)}"


def units_of(out: Path) -> Iterator[Unit]:
    """Yield every case scored."""
    return map(unit_of, read_cases(out))


def failed_of(out: Path) -> Iterator[tuple[Unit, tuple[Turn, ...]]]:
    """Yield every case that did not go as expected with its turns."""
    for case in read_cases(out):
        if (unit := unit_of(case)).faults:
            yield unit, tuple(played.turn for played in case.turns)
