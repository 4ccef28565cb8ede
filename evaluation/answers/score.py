"""Scores of a run; needs nothing but its folder."""

from pathlib import Path

from evaluation.scoring import Scores, score_cases


def score(out: Path) -> Scores:
    """Read ``generated.jsonl`` of ``out``, write ``scores.json`` and ``report.html`` beside it, return the scores."""
    return score_cases("Answers", out)
