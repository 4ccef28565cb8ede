"""Scores of the judge: means over cases, agreement of the repetitions, failures, tokens and cost."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import fmean
from typing import Any

from evaluation.folder import GENERATED
from evaluation.judge.sets import Verdict, metric_of
from evaluation.lines import read_lines
from evaluation.metrics.agreement import alpha, deviation, pairwise
from evaluation.metrics.ratio import Tally
from evaluation.metrics.spending import used_of
from evaluation.report import page
from evaluation.runs import keep_scores
from evaluation.turns import Turn
from evaluation.units import Unit

Scores = dict[str, Any]


def score(out: Path) -> Scores:
    """Read the verdicts of ``out``, write ``scores.json`` and ``report.html``, return the scores."""
    scores = scores_of(read_verdicts(out))
    keep_scores(out, scores, page("Judge", out, scores, _doubted(out), "faithfulness"))
    return scores


def read_verdicts(out: Path) -> Iterator[Verdict]:
    """Yield the verdicts of a run; raises ``SetError``."""
    return read_lines(out / GENERATED, Verdict)


def scores_of(verdicts: Iterator[Verdict]) -> Scores:
    """Return each metric's mean over all verdicts, and by metric its agreement; a metric never judged is absent."""
    values: dict[str, dict[str, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    failed: Counter[str] = Counter()
    used: Counter[str] = Counter()
    cases: set[str] = set()
    for one in verdicts:
        cases.add(one.case)
        used.update(one.used)
        failed.update(metric_of(key) for key in one.failed)
        for key, value in one.scores.items():
            values[metric_of(key)][f"{one.case}{key}"][one.repetition] = value
    means = {
        name: round(fmean(value for unit in units.values() for value in unit.values()), 4)
        for name, units in sorted(values.items())
    }
    return {
        "cases": len(cases),
        **means,
        "agreement": {name: _agreement(units) for name, units in sorted(values.items())},
        "failed": sum(failed.values()),
        "failed_by_metric": dict(sorted(failed.items())),
        "used": used_of(used),
    }


def _agreement(units: Mapping[str, Mapping[int, float]]) -> Scores:
    rows = [list(unit.values()) for unit in units.values()]
    by_repetition: dict[int, list[float]] = defaultdict(list)
    for unit in units.values():
        for number, value in unit.items():
            by_repetition[number].append(value)
    found = {
        "units": len(rows),
        "alpha": alpha(rows),
        "pairwise_difference": pairwise(rows),
        "deviation_of_means": deviation([fmean(one) for one in by_repetition.values()]),
    }
    return {name: round(value, 4) for name, value in found.items() if value is not None}


def units_of(out: Path) -> Iterator[Unit]:
    """Yield each case with the sums of its verdicts over turns and repetitions; raises ``SetError``."""
    tallies: dict[str, Tally] = {}
    faults: dict[str, dict[str, None]] = {}
    for one in read_verdicts(out):
        tally = tallies.setdefault(one.case, Tally())
        for key, value in one.scores.items():
            tally.add({metric_of(key): (value, 1.0)})
        named = faults.setdefault(one.case, {})
        named.update({f"{key}: no verdict ({why})": None for key, why in one.failed.items()})
        named.update({f"{key}: {value:g}": None for key, value in one.scores.items() if _low(key, value)})
    for case, tally in tallies.items():
        yield Unit(case, {name: (part, whole) for name, (part, whole) in tally.sums.items()}, tuple(faults[case]))


def _low(key: str, value: float) -> bool:
    """Tell a verdict worth reading: half or less of what is good, half or more of noise."""
    return value >= 0.5 if metric_of(key) == "noise_sensitivity" else value <= 0.5


def _doubted(out: Path) -> Iterator[tuple[Unit, tuple[Turn, ...]]]:
    yield from ((unit, ()) for unit in units_of(out) if unit.faults)
