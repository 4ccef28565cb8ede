"""Scores of a run: MRR, nDCG, recall, success and latency, overall and by slice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from html import escape
from math import ceil, log2
from pathlib import Path
from typing import Any

from evaluation.retrieval.sets import Answered, read_answered
from evaluation.runs import keep_scores

Scores = dict[str, Any]


def score(out: Path) -> Scores:
    """Score the run in ``out``, write ``scores.json`` and ``report.html`` there; raises ``SetError``."""
    answered = read_answered(out / "generated.jsonl")
    scores = scores_of(answered)
    keep_scores(out, scores, _report(answered, scores))
    return scores


def scores_of(answered: Iterable[Answered]) -> Scores:
    """Return ``mrr, ndcg@10, recall@10, success@1, success@10, latency_ms, queries`` and the same by slice."""
    everything = list(answered)
    slices: defaultdict[str, list[Answered]] = defaultdict(list)
    for one in everything:
        if one.slice:
            slices[one.slice].append(one)
    return {**_scores(everything), "slices": {name: _scores(part) for name, part in sorted(slices.items())}}


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


def _scores(answered: Sequence[Answered]) -> Scores:
    def mean(value: Callable[[Answered], float]) -> float:
        return round(sum(map(value, answered)) / len(answered), 4) if answered else 0.0

    times = sorted(one.ms for one in answered)
    return {
        "queries": len(answered),
        "mrr": mean(reciprocal_rank),
        "ndcg@10": mean(ndcg),
        "recall@10": mean(recall),
        "success@1": mean(lambda one: float(reciprocal_rank(one) == 1)),
        "success@10": mean(lambda one: float(reciprocal_rank(one) >= 0.1)),
        "latency_ms": {"p50": _percentile(times, 0.5), "p95": _percentile(times, 0.95)},
    }


def _percentile(ascending: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile."""
    return round(ascending[max(ceil(share * len(ascending)) - 1, 0)], 3) if ascending else 0.0


def _report(answered: Sequence[Answered], scores: Scores) -> str:
    """Write a page: the scores by slice, then the questions whose answer was not first."""
    names = ("queries", "mrr", "ndcg@10", "recall@10", "success@1", "success@10")
    head = "".join(f"<th>{escape(name)}</th>" for name in ("", *names))
    parts = {"all": scores, **scores["slices"]}
    rows = "".join(
        f"<tr><th>{escape(part)}</th>" + "".join(f"<td>{values[name]}</td>" for name in names) + "</tr>"
        for part, values in parts.items()
    )
    missed = "".join(
        f"<tr><td>{escape(one.query)}</td><td>{escape(', '.join(one.relevant))}</td>"
        f"<td>{escape(', '.join(one.found[:3]))}</td></tr>"
        for one in answered
        if reciprocal_rank(one) < 1
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Retrieval</title><h1>Retrieval</h1>'
        f"<table><tr>{head}</tr>{rows}</table><h2>Not first</h2>"
        f"<table><tr><th>question</th><th>wanted</th><th>found</th></tr>{missed}</table></html>\n"
    )
