"""Latency as nearest-rank percentiles."""

from array import array
from collections.abc import Sequence
from math import ceil


def percentile(ascending: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile of values in ascending order, 0 of none."""
    return round(ascending[max(ceil(share * len(ascending)) - 1, 0)], 3) if ascending else 0.0


class Clock:
    """Milliseconds of many turns in eight bytes each."""

    def __init__(self) -> None:
        self._ms = array("d")

    def add(self, ms: float) -> None:
        """Count one turn."""
        self._ms.append(ms)

    def percentiles(self) -> dict[str, float]:
        """Return ``p50`` and ``p95``."""
        ascending = sorted(self._ms)
        return {"p50": percentile(ascending, 0.5), "p95": percentile(ascending, 0.95)}
