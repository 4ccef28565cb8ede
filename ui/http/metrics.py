"""What is counted: turns by status, their seconds, rails by name. Never a text, an address or a thread."""

import os

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from assistant.answer import RailUse

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
SHARED_FOLDER = "PROMETHEUS_MULTIPROC_DIR"
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
INTERRUPTED = "interrupted"


class Metrics:
    """Counters of one server; several workers share theirs through the folder ``SHARED_FOLDER`` names."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._turns = Counter("zeterka_turns", "Turns by how they ended.", ["status"], registry=self._registry)
        self._seconds = Histogram(
            "zeterka_turn_seconds", "Seconds a turn took.", buckets=SECONDS, registry=self._registry
        )
        self._rails = Counter("zeterka_rails", "Actions of rails.", ["rail", "action"], registry=self._registry)

    def turn(self, status: str, seconds: float, rails: tuple[RailUse, ...] = ()) -> None:
        """Count one turn."""
        self._turns.labels(status).inc()
        self._seconds.observe(seconds)
        for use in rails:
            self._rails.labels(use.rail, use.action).inc()

    def page(self) -> bytes:
        """Return everything counted so far in Prometheus' text format."""
        if SHARED_FOLDER not in os.environ:
            return generate_latest(self._registry)
        shared = CollectorRegistry()
        MultiProcessCollector(shared)  # type: ignore[no-untyped-call]
        return generate_latest(shared)
