"""What can go wrong with a source."""


class SourceError(OSError):
    """A source cannot be read; the message is one line for the operator."""


class TransientError(SourceError):
    """A failure that another attempt may overcome; ``wait`` is what the server asked for, in seconds.

    ``status`` is its answer's, 0 where there was none.
    """

    def __init__(self, message: str, wait: float | None = None, status: int = 0) -> None:
        super().__init__(message)
        self.wait = wait
        self.status = status


class GoneError(SourceError):
    """The server has no such thing (404 or 410)."""
