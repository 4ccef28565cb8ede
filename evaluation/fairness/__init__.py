"""Whether a protected attribute changes what is recommended."""

from evaluation.fairness.generate import generate
from evaluation.fairness.score import score, units_of
from evaluation.fairness.sets import Group

__all__ = ["Group", "generate", "score", "units_of"]
