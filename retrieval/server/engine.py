"""One collection on a server as an ``Engine``."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qdrant_client import QdrantClient, models

from retrieval.conditions import Conditions
from retrieval.embedding.base import Embedder
from retrieval.engine import Scored, Stored
from retrieval.fusion import Fusion, default_fusion, similar_fusion
from retrieval.names import DENSE, SPARSE
from retrieval.payload import RECORD
from retrieval.places import Server
from retrieval.protocol import IndexCorruptError, IndexInfo
from retrieval.queries import QueryVectors
from retrieval.server import translate
from retrieval.server.client import told
from retrieval.server.meta import META_POINT, read_meta

_MOST_FACETS = 1_000
_PAGE = 1_000


class ServerEngine:
    """Reads one collection by its own name, not by the alias: a swap must not happen within a search."""

    def __init__(self, server: Server, client: QdrantClient, collection: str, embedder: Embedder | None) -> None:
        """Read the collection's own data; raises ``RecordIndexError``."""
        self._server, self._client, self.collection = server, client, collection
        self.embedder = embedder
        self._fusion: Fusion = default_fusion()
        with told(server):
            found = client.retrieve(collection, [META_POINT], with_payload=True)
        self._info, self.statistics, self.speller = read_meta(found[0].payload if found else None)
        if self._info.embedding != (embedder.name if embedder else ""):
            made = self._info.embedding or "no embedding"
            raise IndexCorruptError(f"the collection was built with {made}: run `zeterka ingest`")

    @property
    def info(self) -> IndexInfo:
        """What serves."""
        return self._info

    def query(self, vectors: QueryVectors, conditions: Conditions, limit: int) -> list[Scored]:
        """Return the best points by the fused score."""
        asked = translate.asked(vectors)
        return self._ranked(translate.prefetches(asked, conditions, self._fusion, limit, priors=vectors.priors), limit)

    def stored(self, points: Sequence[int]) -> Mapping[int, Stored]:
        """Return those of ``points`` that exist."""
        with told(self._server):
            found = self._client.retrieve(
                self.collection, list(points), with_payload=[RECORD], with_vectors=list(SPARSE)
            )
        return {int(point.id): _stored(point) for point in found if int(point.id) != META_POINT}

    def every(self, conditions: Conditions) -> Iterator[str]:
        """Yield the record of each point that meets ``conditions``."""
        wanted = translate.server_filter(conditions)
        offset: Any = None
        while True:
            with told(self._server):
                found, offset = self._client.scroll(
                    self.collection, wanted, limit=_PAGE, offset=offset, with_payload=[RECORD], with_vectors=False
                )
            yield from (str((point.payload or {})[RECORD]) for point in found if int(point.id) != META_POINT)
            if offset is None:
                return

    def facet(self, field: str, conditions: Conditions) -> Mapping[str, int]:
        """Count the values of an indexed payload field."""
        with told(self._server):
            found = self._client.facet(
                self.collection,
                key=field,
                facet_filter=translate.server_filter(conditions),
                limit=_MOST_FACETS,
                exact=True,
            )
        return {str(hit.value): hit.count for hit in found.hits}

    def like(self, point: int, conditions: Conditions, limit: int) -> list[Scored]:
        """Return the points whose vectors are nearest to those of ``point``."""
        with told(self._server):
            found = self._client.retrieve(self.collection, [point], with_payload=False, with_vectors=True)
        vectors: Any = found[0].vector if found else {}
        known = {name: vectors[name] for name in (*SPARSE, *DENSE) if name in vectors}
        for name in set(SPARSE) & set(known):
            one = known[name]
            values = self.statistics.of(name).scaled(one.indices, one.values)
            known[name] = models.SparseVector(indices=one.indices, values=values)
        if names := known.get("name"):
            known["name"] = names[:1]  # the official one: the scores of several would be summed
        fusion = similar_fusion()
        ranked = self._ranked(translate.prefetches(known, conditions, fusion, limit, priors=False), limit)
        return [Scored(hit.point, hit.score / fusion.most(known)) for hit in ranked]

    def close(self) -> None:
        """Close the connection."""
        if self._server.url != ":memory:":
            self._client.close()

    def _ranked(self, request: tuple[list[models.Prefetch], models.FormulaQuery], limit: int) -> list[Scored]:
        prefetches, formula = request
        if limit < 1 or not prefetches:
            return []
        with told(self._server):
            found = self._client.query_points(
                self.collection, prefetch=prefetches, query=formula, limit=limit, with_payload=False
            )
        return [Scored(int(hit.id), hit.score) for hit in found.points]


def _stored(point: models.Record) -> Stored:
    vectors: Any = point.vector
    if point.payload is None or not isinstance(vectors, dict):
        raise IndexCorruptError("a record of the collection has no content: run `zeterka ingest`")
    lemmas, grams = (vectors.get(name) for name in SPARSE)
    return Stored(point.payload[RECORD], _dimensions(lemmas), _dimensions(grams))


def _dimensions(vector: Any) -> "array[int]":
    return array("I", sorted(vector.indices) if vector is not None else ())
