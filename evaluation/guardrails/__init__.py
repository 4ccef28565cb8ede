"""How well the input rails tell dangerous, foreign and personal messages from ordinary ones."""

from evaluation.guardrails.generate import generate, judge
from evaluation.guardrails.score import Scores, score, scores_of, units_of
from evaluation.guardrails.sets import Judged, Label, Message

__all__ = ["Judged", "Label", "Message", "Scores", "generate", "judge", "score", "scores_of", "units_of"]
