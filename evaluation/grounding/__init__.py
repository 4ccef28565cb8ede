"""How well the output rails tell founded sentences from unfounded ones."""

from evaluation.grounding.generate import generate, judge
from evaluation.grounding.score import Scores, score, scores_of
from evaluation.grounding.sets import Answered, Judged, SetError, read_set

__all__ = ["Answered", "Judged", "Scores", "SetError", "generate", "judge", "read_set", "score", "scores_of"]
