"""What an ingest tells the operator when it is done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from retrieval import IndexInfo


@dataclass(frozen=True, slots=True)
class Report:
    """The index made, how many records of each kind it holds, and what the source brought."""

    index: IndexInfo
    counts: Mapping[str, int]
    source: str = "snapshot"
    read: int = 0
    set_aside: int = 0
    set_aside_file: Path | None = None
    unknown_keys: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    attribution: str = ""

    def __str__(self) -> str:
        """Say it to the operator, a line for each thing."""
        held = ", ".join(f"{count} {name}" for name, count in sorted(self.counts.items()))
        return "\n".join([*self._of_source(), f"index {self.index.snapshot} ({self.index.engine}): {held}"])

    def _of_source(self) -> Iterator[str]:
        yield f"{self.source}: {self.read} records read"
        if self.set_aside:
            yield f"{self.set_aside} could not be used: see {self.set_aside_file}"
        if self.unknown_keys:
            keys = ", ".join(f"{key} ({count})" for key, count in self.unknown_keys.items())
            yield f"keys the mapping does not know: {keys}"
        yield from self.notes
        if self.attribution:
            yield self.attribution
