"""What the small model weighs: readable questions about a sentence and its evidence, grouped by what they ask."""

from guardrails.output.features.features import NAMES, features
from guardrails.output.features.wordings import wordings
from guardrails.output.features.words import Similarity

__all__ = ["NAMES", "Similarity", "features", "wordings"]
