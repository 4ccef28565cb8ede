"""Scores of a run; the class is *unsupported*."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.grounding.sets import Judged
from evaluation.runs import keep_scores, page_of_errors, share

Scores = dict[str, Any]


def score(out: Path) -> Scores:
    """Read ``generated.jsonl`` of ``out``, write ``scores.json`` and ``report.html`` beside it, return the scores."""
    judged = [Judged.model_validate_json(line) for line in (out / "generated.jsonl").read_text("utf-8").splitlines()]
    scores = scores_of(judged)
    keep_scores(out, scores, _report(judged, scores))
    return scores


def scores_of(judged: Sequence[Judged]) -> Scores:
    """Return ``recall, precision, false_alarm_rate, ms_per_sentence, sentences, by_error, by_language``."""
    return {
        **_shares(judged),
        "ms_per_sentence": round(sum(one.ms for one in judged) / len(judged), 3) if judged else 0.0,
        "by_error": {name: _shares(part)["recall"] for name, part in _groups(judged, lambda one: one.error)},
        "by_language": {name: _shares(part) for name, part in _groups(judged, lambda one: one.language)},
    }


def _shares(judged: Sequence[Judged]) -> Scores:
    stopped = [one for one in judged if one.stopped]
    unsupported = [one for one in judged if not one.supported]
    supported = [one for one in judged if one.supported]
    caught = sum(one.stopped for one in unsupported)
    return {
        "sentences": len(judged),
        "recall": share(caught, len(unsupported)),
        "precision": share(caught, len(stopped)),
        "false_alarm_rate": share(sum(one.stopped for one in supported), len(supported)),
    }


def _groups(judged: Iterable[Judged], key: Callable[[Judged], str]) -> list[tuple[str, list[Judged]]]:
    found: dict[str, list[Judged]] = {}
    for one in judged:
        if key(one):
            found.setdefault(key(one), []).append(one)
    return sorted(found.items())


def _report(judged: Sequence[Judged], scores: Scores) -> str:
    """Return a page with the scores and every sentence the rails were wrong about."""
    wrong = [one for one in judged if one.stopped is one.supported]
    rows = (
        (one.answer, "false alarm" if one.supported else "missed", one.error, one.text, one.reason) for one in wrong
    )
    return page_of_errors("Grounding", scores, rows)
