"""An opened snapshot as an ``Engine``."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import qdrant_edge as qe

from retrieval.conditions import Conditions
from retrieval.edge import translate
from retrieval.edge.layout import Manifest, read_manifest
from retrieval.embedding.base import Embedder
from retrieval.engine import Scored, Stored
from retrieval.fusion import Fusion, default_fusion, similar_fusion
from retrieval.names import SPARSE
from retrieval.payload import RECORD
from retrieval.protocol import IndexCorruptError, IndexInfo, RecordIndexError
from retrieval.queries import QueryVectors
from retrieval.spelling import Speller
from retrieval.statistics import Statistics

Answer = TypeVar("Answer")
_MOST_FACETS = 1_000
_PAGE = 1_000


class EdgeEngine:
    """Reads one snapshot. Safe to share between threads; its folder may be deleted while it is open."""

    def __init__(self, folder: Path, embedder: Embedder | None, fusion: Fusion | None = None) -> None:
        """Open ``folder``; raises ``IndexCorruptError`` when it is not a whole snapshot of this version."""
        self._manifest: Manifest = read_manifest(folder)
        self.embedder = embedder
        self._fusion = fusion or default_fusion()
        if self._manifest.embedding != (embedder.name if embedder else ""):
            made = self._manifest.embedding or "no embedding"
            raise IndexCorruptError(f"the snapshot {folder.name} was built with {made}: build the index again")
        self.statistics = Statistics.load(folder)
        self.speller = Speller.load(folder)
        try:
            self._shard = qe.EdgeShard.load(str(folder / "shard"))
        except Exception as error:
            raise IndexCorruptError(
                f"the snapshot {folder.name} cannot be opened ({_line(error)}): build it again"
            ) from error

    @property
    def info(self) -> IndexInfo:
        """What serves."""
        return self._manifest.info

    def query(self, vectors: QueryVectors, conditions: Conditions, limit: int) -> list[Scored]:
        """Return the best points by the fused score."""
        request = translate.fused(vectors, conditions, limit, self._fusion)
        if limit < 1 or not request.prefetches:
            return []
        return [Scored(int(str(hit.id)), hit.score) for hit in _asked(lambda: self._shard.query(request))]

    def stored(self, points: Sequence[int]) -> Mapping[int, Stored]:
        """Return those of ``points`` that exist."""
        names = list(SPARSE)
        found = _asked(lambda: self._shard.retrieve(list(points), with_payload=[RECORD], with_vector=names))
        return {int(str(point.id)): _stored(point) for point in found}

    def every(self, conditions: Conditions) -> Iterator[str]:
        """Yield the record of each point that meets ``conditions``."""
        wanted = translate.edge_filter(conditions)
        offset: Any = None
        while True:
            request = qe.ScrollRequest(offset, _PAGE, wanted, with_payload=[RECORD], with_vector=False)
            found, offset = _asked(lambda request=request: self._shard.scroll(request))  # type: ignore[misc]
            for point in found:
                if point.payload is None:
                    raise IndexCorruptError("a record of the index has no content: build the index again")
                yield point.payload[RECORD]
            if offset is None:
                return

    def facet(self, field: str, conditions: Conditions) -> Mapping[str, int]:
        """Count the values of an indexed payload field."""
        request = qe.FacetRequest(field, limit=_MOST_FACETS, exact=True, filter=translate.edge_filter(conditions))
        hits = _asked(lambda: self._shard.facet(request)).hits
        return {str(hit.value): hit.count for hit in hits}

    def like(self, point: int, conditions: Conditions, limit: int) -> list[Scored]:
        """Return the points whose vectors are nearest to those of ``point``."""
        found = _asked(lambda: self._shard.retrieve([point], with_payload=False, with_vector=list(SPARSE)))
        if not found or limit < 1:
            return []
        vectors: Any = found[0].vector
        own = {name: self._own(name, vectors[name]) for name in SPARSE if name in vectors}
        if names := vectors.get("name"):
            own["name"] = names[:1]  # the official one: the scores of several would be summed
        fusion = similar_fusion()
        request = translate.alike(vectors | own, conditions, limit, fusion)
        hits = _asked(lambda: self._shard.query(request))
        return [Scored(int(str(hit.id)), hit.score / fusion.most(vectors)) for hit in hits]

    def _own(self, name: str, vector: qe.SparseVector) -> qe.SparseVector:
        """Scale a point's own sparse vector so that it would find itself with a score of one."""
        scaled = self.statistics.of(name).scaled(vector.indices, vector.values)
        return qe.SparseVector(vector.indices, scaled)

    def close(self) -> None:
        """Nothing to do: the shard goes when the last reader lets go of it."""


def _asked(question: Callable[[], Answer]) -> Answer:
    """Turn whatever the engine throws into one clear line."""
    try:
        return question()
    except Exception as error:
        raise RecordIndexError(f"the embedded index cannot answer: {_line(error)}") from error


def _stored(point: qe.Record) -> Stored:
    vectors, payload = point.vector, point.payload
    if not isinstance(vectors, dict) or payload is None:
        raise IndexCorruptError("a record of the index has no content: build the index again")
    lemma, ngram = (vectors.get(name) for name in SPARSE)
    return Stored(payload[RECORD], _dimensions(lemma), _dimensions(ngram))


def _dimensions(vector: object) -> array[int]:
    indices = vector.indices if isinstance(vector, qe.SparseVector) else ()
    return array("I", sorted(indices))


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
