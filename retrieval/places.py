"""Where an index lives besides a folder."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Server:
    """A Qdrant server: ``collection`` is the alias that serves; ``timeout`` in seconds.

    ``url`` ``":memory:"`` keeps everything in this process (tests only: slow, and gone with the client).
    """

    url: str
    api_key: str = ""
    collection: str = "zeterka"
    timeout: int = 10
