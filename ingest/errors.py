"""What the doors of this package raise."""


class IngestError(Exception):
    """The work could not be done; the message is one line for the operator."""
