"""How well the input rails tell dangerous, foreign and personal messages from ordinary ones."""

from evaluation.guardrails.cli import run
from evaluation.guardrails.generate import generate, judge
from evaluation.guardrails.score import Scores, score, scores_of
from evaluation.guardrails.sets import Judged, Label, Message, SetError, read_set

__all__ = [
    "Judged",
    "Label",
    "Message",
    "Scores",
    "SetError",
    "generate",
    "judge",
    "read_set",
    "run",
    "score",
    "scores_of",
]
