"""How well the output rails tell founded sentences from unfounded ones."""

from evaluation.grounding.generate import generate, judge
from evaluation.grounding.score import Scores, score, scores_of, units_of
from evaluation.grounding.sets import Answered, Judged

__all__ = ["Answered", "Judged", "Scores", "generate", "judge", "score", "scores_of", "units_of"]
