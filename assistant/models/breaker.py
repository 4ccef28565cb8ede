"""A circuit breaker: a server that keeps failing is left alone for a while, then tried with one request."""

import time
from collections.abc import Callable


class Breaker:
    """Opens after ``failures`` in a row; after ``seconds`` one request may try, and its end decides.

    ``clock`` gives seconds that only grow. Tasks of one event loop share it; it never waits.
    """

    def __init__(self, failures: int = 3, seconds: float = 30.0, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._seconds, self._clock = failures, seconds, clock
        self._failed = 0
        self._opened: float | None = None
        self._tried: float | None = None

    @property
    def open(self) -> bool:
        """Whether requests are kept away from the server."""
        return self._opened is not None

    def admits(self) -> bool:
        """Tell whether a request may go out now; the one that tries an open circuit is counted."""
        if self._opened is None:
            return True
        now = self._clock()
        if now - (self._opened if self._tried is None else self._tried) < self._seconds:
            return False
        self._tried = now
        return True

    def succeeded(self) -> None:
        """The server answered: close the circuit."""
        self._failed, self._opened, self._tried = 0, None, None

    def failed(self) -> None:
        """The server failed: open the circuit when it has done so too often."""
        self._failed += 1
        if self._failed >= self._most:
            self._opened, self._tried = self._clock(), None
