"""Scores of a run: MRR, nDCG, recall, success and latency, overall and by slice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import log2
from pathlib import Path
from typing import Any

from evaluation.folder import GENERATED
from evaluation.lines import read_lines
from evaluation.metrics.ratio import Ratio, Tally, truth
from evaluation.metrics.times import Clock
from evaluation.report import page
from evaluation.retrieval.sets import Answered
from evaluation.runs import keep_scores
from evaluation.turns import Turn
from evaluation.units import Unit

Scores = dict[str, Any]
_NAMES = ("mrr", "ndcg@10", "recall@10", "success@1", "success@10")
_SHOWN = 5


def score(out: Path) -> Scores:
    """Score the run in ``out``, write ``scores.json`` and ``report.html`` there; raises ``SetError``."""
    scores = scores_of(read_answered(out))
    slices = {name: {"cases": part["queries"], **part} for name, part in scores["slices"].items()}
    shown = {**scores, "cases": scores["queries"], "slices": {"slice": slices} if slices else {}}
    keep_scores(out, scores, page("Retrieval", out, shown, _not_first(out), "mrr"))
    return scores


def read_answered(out: Path) -> Iterator[Answered]:
    """Yield the questions of a run; raises ``SetError``."""
    return read_lines(out / GENERATED, Answered)


@dataclass(slots=True)
class _Part:
    """Sums over the questions of a slice, or of all."""

    tally: Tally = field(default_factory=Tally)
    clock: Clock = field(default_factory=Clock)

    def add(self, one: Answered, ratios: Mapping[str, Ratio]) -> None:
        self.tally.add(ratios)
        self.clock.add(one.ms)

    def scores(self) -> Scores:
        shares = {**dict.fromkeys(_NAMES, 0.0), **self.tally.shares(_NAMES)}
        return {"queries": self.tally.cases, **shares, "latency_ms": self.clock.percentiles()}


def scores_of(answered: Iterable[Answered]) -> Scores:
    """Return ``mrr, ndcg@10, recall@10, success@1, success@10, latency_ms, queries`` and the same by slice."""
    whole = _Part()
    slices: dict[str, _Part] = {}
    for one in answered:
        ratios = ratios_of(one)
        whole.add(one, ratios)
        if one.slice:
            slices.setdefault(one.slice, _Part()).add(one, ratios)
    return {**whole.scores(), "slices": {name: part.scores() for name, part in sorted(slices.items())}}


def ratios_of(one: Answered) -> dict[str, Ratio]:
    """Return every measure of one question."""
    rank = reciprocal_rank(one)
    return {
        "mrr": (rank, 1.0),
        "ndcg@10": (ndcg(one), 1.0),
        "recall@10": (recall(one), 1.0),
        "success@1": truth(rank == 1),
        "success@10": truth(rank >= 0.1),
    }


def reciprocal_rank(one: Answered) -> float:
    """Return 1 / rank of the first answer with a gain, 0 when none was found."""
    ranks = (rank for rank, found in enumerate(one.found, 1) if one.relevant.get(found, 0) > 0)
    return 1 / rank if (rank := next(ranks, 0)) else 0.0


def ndcg(one: Answered, depth: int = 10) -> float:
    """Return nDCG at ``depth`` with gains as given (Järvelin & Kekäläinen 2002)."""
    gained = sum(one.relevant.get(found, 0) / log2(rank + 1) for rank, found in enumerate(one.found[:depth], 1))
    ideal = sorted(one.relevant.values(), reverse=True)[:depth]
    best = sum(gain / log2(rank + 1) for rank, gain in enumerate(ideal, 1))
    return gained / best if best else 0.0


def recall(one: Answered, depth: int = 10) -> float:
    """Return the share of the answers with a gain that are among the first ``depth``."""
    wanted = {key for key, gain in one.relevant.items() if gain > 0}
    return len(wanted & set(one.found[:depth])) / len(wanted) if wanted else 0.0


def units_of(out: Path) -> Iterator[Unit]:
    """Yield every question scored; raises ``SetError``."""
    return map(_unit, read_answered(out))


def _unit(one: Answered) -> Unit:
    ratios = ratios_of(one)
    first = one.found[0] if one.found else "nothing"
    faults = () if ratios["success@1"][0] else (f"first was {first}",)
    return Unit(one.id, ratios, faults, {"slice": one.slice} if one.slice else {})


def _not_first(out: Path) -> Iterator[tuple[Unit, tuple[Turn, ...]]]:
    for one in read_answered(out):
        unit = _unit(one)
        if unit.faults:
            wanted = ", ".join(one.relevant)
            text = f"wanted: {wanted}\nfound: {', '.join(one.found[:_SHOWN]) or 'nothing'}"
            yield unit, (Turn(message=one.query, answer={"status": unit.faults[0], "text": text}),)
