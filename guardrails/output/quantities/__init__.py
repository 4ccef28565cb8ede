"""Quantities of a text: what is a number, what it measures, and in which unit it is compared."""

from guardrails.output.quantities.dimensions import UNITS, Dimension, Quantity, unit_of
from guardrails.output.quantities.quantities import quantities

__all__ = ["UNITS", "Dimension", "Quantity", "quantities", "unit_of"]
