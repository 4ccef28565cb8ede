"""How often each rail did what: numbers by rail and action, never a text."""

from collections import Counter
from collections.abc import Iterable, Mapping
from threading import Lock

from guardrails.frame import RailReport


class RailCounts:
    """Counts that several threads may add to."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._lock = Lock()

    def add(self, reports: Iterable[RailReport]) -> None:
        """Count what the rails of one turn did."""
        with self._lock:
            self._counts.update((report.rail, report.action.value) for report in reports)

    def snapshot(self) -> Mapping[tuple[str, str], int]:
        """Return (rail, action) → count at this moment."""
        with self._lock:
            return dict(self._counts)
