"""Figures of a sentence against its evidence: every number, date, level and code must be founded."""

from guardrails.output.figures.equal import shares
from guardrails.output.figures.founded import founded, unfounded_figures, unfounded_words
from guardrails.output.figures.swaps import grades_in, surroundings, swapped_context

__all__ = ["founded", "grades_in", "shares", "surroundings", "swapped_context", "unfounded_figures", "unfounded_words"]
