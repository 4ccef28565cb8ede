"""In how many records each token occurs: what makes a word of the query informative."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from retrieval.protocol import IndexCorruptError


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Document frequencies of the dimensions of one sparse vector, over ``total`` documents."""

    total: int
    indices: array[int]
    counts: array[int]

    @classmethod
    def of(cls, total: int, counted: Mapping[int, int]) -> Frequencies:
        """Make the table from dimension → number of documents."""
        known = sorted((index, count) for index, count in counted.items() if count > 0)
        return cls(total, array("I", (index for index, _ in known)), array("I", (count for _, count in known)))

    def count(self, index: int) -> int:
        """Return in how many documents the dimension occurs."""
        place = bisect_left(self.indices, index)
        found = place < len(self.indices) and self.indices[place] == index
        return self.counts[place] if found else 0

    def idf(self, index: int) -> float:
        """Return ``ln(1 + (N - n + 0.5) / (n + 0.5))``, as Qdrant's ``Modifier.Idf`` has it."""
        n = self.count(index)
        return log(1 + (self.total - n + 0.5) / (n + 0.5))

    def scaled(self, indices: Sequence[int], values: Sequence[float]) -> list[float]:
        """Divide the values of a document by the score with which it would find itself."""
        own = sum(value * value * self.idf(index) for index, value in zip(indices, values, strict=True))
        return [value / own for value in values] if own else list(values)

    def as_counts(self) -> dict[int, int]:
        """Return dimension → number of documents."""
        return dict(zip(self.indices, self.counts, strict=True))

    def to_bytes(self) -> bytes:
        """Write as little-endian uint32: total, number of dimensions, dimensions, counts."""
        head = array("I", (self.total, len(self.indices)))
        return head.tobytes() + self.indices.tobytes() + self.counts.tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Frequencies:
        """Read what ``to_bytes`` wrote; raises ``IndexCorruptError``."""
        numbers = array("I")
        if len(data) < 8 or len(data) % numbers.itemsize:
            raise IndexCorruptError("the table of word frequencies is cut off: build the index again")
        numbers.frombytes(data)
        total, size = numbers[0], numbers[1]
        if len(numbers) != 2 + 2 * size:
            raise IndexCorruptError("the table of word frequencies is damaged: build the index again")
        return cls(total, numbers[2 : 2 + size], numbers[2 + size :])


@dataclass(frozen=True, slots=True)
class Statistics:
    """The tables of both sparse vectors."""

    lemma: Frequencies
    ngram: Frequencies

    def of(self, name: str) -> Frequencies:
        """Return the table of the vector called ``name``."""
        return self.lemma if name == "lemma" else self.ngram

    def save(self, folder: Path) -> None:
        """Write both tables into ``folder``."""
        (folder / "lemma.df").write_bytes(self.lemma.to_bytes())
        (folder / "ngram.df").write_bytes(self.ngram.to_bytes())

    @classmethod
    def load(cls, folder: Path) -> Statistics:
        """Read both tables; raises ``IndexCorruptError``."""
        try:
            lemma, ngram = (folder / "lemma.df").read_bytes(), (folder / "ngram.df").read_bytes()
        except OSError as error:
            raise IndexCorruptError(f"no table of word frequencies in {folder}: build the index again") from error
        return cls(Frequencies.from_bytes(lemma), Frequencies.from_bytes(ngram))
