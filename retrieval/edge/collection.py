"""A collection of foreign documents under the same analyser, vectors and fusion as the records."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from retrieval.analysis import analyse
from retrieval.conditions import Conditions
from retrieval.edge import layout
from retrieval.edge.engine import EdgeEngine
from retrieval.edge.writer import Made, write
from retrieval.embedding.base import Embedder
from retrieval.entries import Entry
from retrieval.fields import Piece
from retrieval.fusion import Fusion, default_fusion
from retrieval.index import MOST_WORDS
from retrieval.payload import HASH, RECORD, point_id
from retrieval.progress import Progress, silent
from retrieval.queries import query_vectors


@dataclass(frozen=True, slots=True)
class Document:
    """A foreign document."""

    id: str
    title: str
    text: str


class Collection:
    """Documents in a folder, ranked as records are."""

    def __init__(self, folder: Path, embedder: Embedder | None, fusion: Fusion | None = None) -> None:
        """Open what ``build_collection`` made; raises ``IndexCorruptError``."""
        self._engine = EdgeEngine(folder, embedder, fusion or default_fusion())
        self._ids: dict[int, str] = {}

    def rank(self, text: str, limit: int = 100) -> tuple[tuple[str, float], ...]:
        """Return the ids of the best documents with their scores, best first."""
        vectors = query_vectors(analyse(text, MOST_WORDS), self._engine)
        found = self._engine.query(vectors, Conditions(), limit) if vectors else []
        missing = [hit.point for hit in found if hit.point not in self._ids]
        if missing:
            stored = self._engine.stored(missing)
            self._ids.update({point: kept.record for point, kept in stored.items()})
        return tuple((self._ids[hit.point], hit.score) for hit in found)


def build_collection(
    documents: Iterable[Document], folder: Path, embedder: Embedder | None, progress: Progress = silent
) -> None:
    """Index ``documents`` in ``folder``, which must not exist. Raises ``RecordIndexError`` or ``OSError``."""
    collected = list(documents)
    folder.mkdir(parents=True)
    digest = write(_entries(collected), folder, Made(embedder, progress))
    now = datetime.now(UTC)
    manifest = layout.Manifest(
        snapshot=folder.name,
        built_at=now.isoformat(timespec="seconds"),
        counts={"document": len(collected)},
        records_hash=digest,
        embedding=embedder.name if embedder else "",
    )
    layout.write_manifest(folder, manifest)


def _entries(documents: Sequence[Document]) -> list[Entry]:
    return [_entry(document) for document in documents]


def _entry(document: Document) -> Entry:
    title, text = (document.title, document.text) if document.title else (document.text, "")
    found = (Piece("name", title), Piece("summary", text if text != title else ""))
    texts = tuple(piece for piece in found if piece.text)
    content = repr((document.id, title, text)).encode("utf-8", "replace")
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    return Entry(point_id(document.id), lambda: texts, {RECORD: document.id, HASH: digest})
