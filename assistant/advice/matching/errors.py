"""What can be refused."""


class MatchingError(ValueError):
    """A wish the arithmetic cannot follow; ``reason`` is the key of the text for people (``advice.error.<reason>``)."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
