"""Scores of a run; needs nothing but its folder."""

from pathlib import Path

from evaluation.report import page
from evaluation.runs import keep_scores
from evaluation.scoring import Scores, failed_of, scores_of


def score(out: Path) -> Scores:
    """Read ``generated.jsonl`` of ``out``, write ``scores.json`` and ``report.html`` beside it, return the scores."""
    scores = scores_of(out)
    keep_scores(out, scores, page("Conversations", out, scores, failed_of(out), "as_expected"))
    return scores
