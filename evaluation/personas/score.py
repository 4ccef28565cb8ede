"""Scores of the talks; needs nothing but the folder of the run."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from evaluation.folder import GENERATED
from evaluation.lines import read_lines
from evaluation.metrics.ratio import NOTHING, Slices, truth
from evaluation.metrics.times import Clock
from evaluation.personas.sets import Talk
from evaluation.report import page
from evaluation.runs import keep_scores
from evaluation.turns import Turn
from evaluation.units import Unit

Scores = dict[str, Any]


def score(out: Path) -> Scores:
    """Read ``generated.jsonl`` of ``out``, write ``scores.json`` and ``report.html`` beside it, return the scores."""
    scores = scores_of(read_talks(out))
    keep_scores(out, scores, page("Simulated users", out, scores, _failed(out), "success"))
    return scores


def read_talks(out: Path) -> Iterator[Talk]:
    """Yield the talks of a run; raises ``SetError``."""
    return read_lines(out / GENERATED, Talk)


def scores_of(talks: Iterable[Talk]) -> Scores:
    """Return ``success`` (share of personas that reached their goal), ``mean_turns``, ``tired``, and by slice."""
    slices, clock = Slices(), Clock()
    for one in talks:
        unit = unit_of(one)
        slices.add(unit.ratios, unit.slices)
        for turn in one.turns:
            clock.add(turn.ms)
    return {"personas": slices.whole.cases, **slices.scores(), "latency_ms": clock.percentiles()}


def units_of(out: Path) -> Iterator[Unit]:
    """Yield every talk scored; raises ``SetError``."""
    return map(unit_of, read_talks(out))


def unit_of(one: Talk) -> Unit:
    """Score one talk."""
    turns = float(len(one.turns))
    ratios = {
        "success": truth(one.success),
        "tired": truth(one.tired),
        "mean_turns": (turns, 1.0),
        "turns_to_success": (turns, 1.0) if one.success else NOTHING,
    }
    why = "tired" if one.tired else "had nothing left to say"
    faults = () if one.success else (f"goal not met in {len(one.turns)} messages, {why}",)
    return Unit(one.persona, ratios, faults, {"language": one.language, "mood": one.mood, "spelling": one.spelling})


def _failed(out: Path) -> Iterator[tuple[Unit, tuple[Turn, ...]]]:
    for one in read_talks(out):
        if not one.success:
            said = (Turn(message=x.said, answer={"status": x.status, "text": x.text}) for x in one.turns)
            yield unit_of(one), tuple(said)
