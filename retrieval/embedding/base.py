"""What an embedding offers to the index."""

from collections.abc import Sequence
from typing import Protocol


class EmbeddingError(Exception):
    """The embedding cannot be used; the message is one line that says why."""


class Embedder(Protocol):
    """Turns texts into unit vectors. ``name`` changes whenever the vectors do: an index holds to it."""

    @property
    def name(self) -> str:
        """The identity of the model."""
        ...

    @property
    def size(self) -> int:
        """The number of dimensions."""
        ...

    def documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Embed texts of records; a text without a known piece gives the null vector."""
        ...

    def query(self, text: str) -> list[float]:
        """Embed a question."""
        ...
