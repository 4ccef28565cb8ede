"""What a vector engine must do for the index; Qdrant Edge and a Qdrant server each do it their way."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from retrieval.conditions import Conditions
from retrieval.protocol import IndexInfo
from retrieval.queries import Collected, QueryVectors


@dataclass(frozen=True, slots=True)
class Scored:
    """A point found."""

    point: int
    score: float


@dataclass(frozen=True, slots=True)
class Stored:
    """A point as kept: the record's JSON and the ascending dimensions and values of its sparse vectors."""

    record: str
    lemmas: array[int]
    grams: array[int]


class Engine(Collected, Protocol):
    """One opened, unchanging collection of points; raises ``RecordIndexError`` whenever it cannot work."""

    @property
    def info(self) -> IndexInfo:
        """What serves."""
        ...

    def query(self, vectors: QueryVectors, conditions: Conditions, limit: int) -> list[Scored]:
        """Return the best points by the fused score, best first."""
        ...

    def stored(self, points: Sequence[int]) -> Mapping[int, Stored]:
        """Return those of ``points`` that exist."""
        ...

    def every(self, conditions: Conditions) -> Iterator[str]:
        """Yield the record (JSON) of each point that meets ``conditions``, each once."""
        ...

    def facet(self, field: str, conditions: Conditions) -> Mapping[str, int]:
        """Count the values of an indexed payload field."""
        ...

    def like(self, point: int, conditions: Conditions, limit: int) -> list[Scored]:
        """Return the points whose vectors are nearest to those of ``point``."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...
