"""How well single questions are answered."""

from evaluation.answers.generate import generate
from evaluation.answers.score import score
from evaluation.answers.sets import Question

__all__ = ["Question", "generate", "score"]
