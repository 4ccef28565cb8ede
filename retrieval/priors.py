"""What counts before any word is read: a degree programme wins only when one is meant. The numbers are data."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from retrieval.analysis import Analysis
from retrieval.data import load

PRIOR = "prior"
"""The payload field that is added to the fused score."""


def prior_of(payload: Mapping[str, Any]) -> float:
    """Return the sum of the priors of a record's category, status and type."""
    data = load("priors")
    found = (data[field].get(payload.get(field), 0.0) for field in ("category", "status", "record_type"))
    return round(float(sum(found)), 3)


def means_a_degree(analysis: Analysis) -> bool:
    """Tell whether the question speaks of studies: the priors are then left out."""
    return any(not _unless().isdisjoint(word.lemmas) for word in analysis.words)


@cache
def _unless() -> frozenset[str]:
    return frozenset(load("priors")["unless"])
