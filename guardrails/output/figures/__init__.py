"""Figures of a sentence against its evidence: every number, date, level and code must be founded."""

from guardrails.output.figures.equal import shares
from guardrails.output.figures.founded import founded, unfounded_figures
from guardrails.output.figures.swaps import surroundings, swapped_context

__all__ = ["founded", "shares", "surroundings", "swapped_context", "unfounded_figures"]
