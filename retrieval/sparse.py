"""Sparse vectors: tokens hashed to the 32-bit numbers that Qdrant takes as dimensions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32


@dataclass(frozen=True, slots=True)
class Sparse:
    """Dimensions (uint32, unique, ascending) and their values."""

    indices: tuple[int, ...]
    values: tuple[float, ...]

    @classmethod
    def of(cls, weights: Mapping[int, float]) -> "Sparse":
        """Make a vector from dimension → value; zeros are left out."""
        kept = sorted((index, value) for index, value in weights.items() if value)
        return cls(tuple(index for index, _ in kept), tuple(value for _, value in kept))

    def __bool__(self) -> bool:
        return bool(self.indices)


@lru_cache(maxsize=262_144)
def dimension(token: str) -> int:
    """Return the dimension of a token, the same in every process: CRC-32 of its UTF-8."""
    return crc32(token.encode("utf-8", "replace"))


def dimensions(tokens: Iterable[str]) -> list[int]:
    """Return the dimensions of ``tokens`` in order."""
    return [dimension(token) for token in tokens]
