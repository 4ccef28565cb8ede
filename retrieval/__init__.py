"""Retrieval: Polish text to tokens and vectors, an index of records, ranked records back."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from register.library import AnyRecord
from retrieval.places import Server
from retrieval.progress import Progress, silent
from retrieval.protocol import (
    Filters,
    Hit,
    IndexCorruptError,
    IndexInfo,
    IndexMissingError,
    RecordIndex,
    RecordIndexError,
    SearchQuery,
    SearchResult,
)

if TYPE_CHECKING:
    from retrieval.embedding import Embedder

__all__ = [
    "Embedding",
    "Filters",
    "Hit",
    "IndexCorruptError",
    "IndexInfo",
    "IndexMissingError",
    "Progress",
    "RecordIndex",
    "RecordIndexError",
    "SearchQuery",
    "SearchResult",
    "Server",
    "build_index",
    "open_index",
]


@dataclass(frozen=True, slots=True)
class Embedding:
    """Which dense vectors to use: a name (empty: none) and, for a model on disk, its folder."""

    name: str = "zeterka-static"
    folder: Path | None = None


def build_index(
    records: Iterable[AnyRecord],
    place: Path | Server,
    *,
    progress: Progress = silent,
    full: bool = False,
    embedding: Embedding = Embedding(),
) -> IndexInfo:
    """Build a snapshot of ``records`` at ``place`` and let it serve; the old one serves until then.

    Only records changed since the last snapshot are analysed again, unless ``full``.
    ``progress`` is called with the step (``index``, ``optimise``, ``verify``), what is done and the total.
    Raises ``RecordIndexError`` with one line that says why; the old snapshot is then untouched.
    """
    from retrieval.building import Options  # noqa: PLC0415 - the engines load when they are used

    options = Options(_embedder(embedding), progress, full)
    if isinstance(place, Server):
        from retrieval.server.build import build as upload  # noqa: PLC0415

        return upload(records, place, options)
    from retrieval.edge.build import build  # noqa: PLC0415

    return build(records, place, options)


def open_index(place: Path | Server, *, embedding: Embedding = Embedding()) -> RecordIndex:
    """Open the index at ``place``; raises ``IndexMissingError`` or ``IndexCorruptError``."""
    if isinstance(place, Server):
        from retrieval.server.reader import ServerIndex  # noqa: PLC0415 - the engines load when they are used

        return ServerIndex(place, _embedder(embedding))
    from retrieval.edge.reader import EdgeIndex  # noqa: PLC0415

    return EdgeIndex(place, _embedder(embedding))


def _embedder(embedding: Embedding) -> "Embedder | None":
    from retrieval.embedding import EmbeddingError, load_embedder  # noqa: PLC0415

    if not embedding.name:
        return None
    try:
        return load_embedder(embedding.name, embedding.folder)
    except EmbeddingError as error:
        raise RecordIndexError(str(error)) from error
