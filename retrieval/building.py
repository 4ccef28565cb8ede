"""What building has in common on every engine: options, refusals, the check before a swap."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from register.library import AnyRecord
from retrieval.embedding.base import Embedder
from retrieval.index import EngineIndex
from retrieval.payload import point_id
from retrieval.progress import Progress, silent
from retrieval.protocol import IndexCorruptError, RecordIndexError, SearchQuery


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: with which embedder (``None``: no dense vectors), who hears of it, all anew or not."""

    embedder: Embedder | None = None
    progress: Progress = silent
    full: bool = False

    @property
    def embedding(self) -> str:
        """The name that the index keeps."""
        return self.embedder.name if self.embedder else ""


def refuse_duplicates(records: Sequence[AnyRecord]) -> None:
    """Raise ``RecordIndexError`` when two records claim one id."""
    counted = Counter(point_id(record.id) for record in records)
    twice = sorted({record.id for record in records if counted[point_id(record.id)] > 1})
    if twice:
        raise RecordIndexError(f"more than one record claims {', '.join(twice[:5])}: give each its own id")


def verify(index: EngineIndex, records: Sequence[AnyRecord], options: Options) -> None:
    """Ask as a reader would: counts right, one record of each type and category found by its name."""
    counted = dict(index.facets("record_type"))
    if counted != dict(index.info.counts):
        raise IndexCorruptError(f"the new index holds {counted}, not {dict(index.info.counts)}: not used")
    probes = {(record.record_type, getattr(record, "category", None)): record for record in reversed(records)}
    for done, record in enumerate(probes.values(), 1):
        found = index.search(SearchQuery(record.name, limit=50, interpret=False))
        if index.get(record.id) != record or not (found.hits or "no_words" in found.notes):
            raise IndexCorruptError(f"the new index does not give {record.id} back: not used")
        options.progress("verify", done, len(probes))
