"""Scores of a run; needs nothing but its folder."""

from pathlib import Path

from evaluation.runs import keep_scores, page_of_errors
from evaluation.scoring import Scores, scores_of, wrong_of


def score(out: Path) -> Scores:
    """Read ``generated.jsonl`` of ``out``, write ``scores.json`` and ``report.html`` beside it, return the scores."""
    scores = scores_of(out)
    keep_scores(out, scores, page_of_errors("Answers", scores, wrong_of(out)))
    return scores
