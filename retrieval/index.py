"""The record index over any engine: question in, records with confidence out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache

from register.library import AnyRecord, RecordError, parse_json
from retrieval.analysis import Analysis, analyse
from retrieval.conditions import Conditions, conditions_of
from retrieval.confidence import coverage
from retrieval.engine import Engine, Scored, Stored
from retrieval.linking import (
    CANDIDATES,
    DEPTH,
    LINKING,
    Link,
    Named,
    by_words,
    conditions_to,
    link_of,
    may_link,
    raised,
)
from retrieval.payload import FACETS, point_id
from retrieval.protocol import Filters, Hit, IndexCorruptError, IndexInfo, SearchQuery, SearchResult
from retrieval.queries import QueryVectors, query_vectors
from retrieval.understanding import Interpretation, interpret

MOST_WORDS = 200
"""A question longer than this is cut, and a note says so."""
_REMEMBERED = 2_048
_EQUALS = 24
"""How many more are asked for, so that the engine does not choose among equals at the end of a list."""
_DIGITS = 5
"""Scores that agree so far are equal: engines add up floats in any order."""


class EngineIndex:
    """A ``RecordIndex`` over one engine. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._parsed = lru_cache(maxsize=_REMEMBERED)(_parse)
        self._named = lru_cache(maxsize=_REMEMBERED)(lambda text: Named.of(self._parsed(text)))
        self._kept: dict[int, Stored] = {}

    @property
    def info(self) -> IndexInfo:
        """What serves."""
        return self._engine.info

    def search(self, query: SearchQuery) -> SearchResult:
        """Find the best records; what could not be searched is said in the notes."""
        read = self._read(query)
        vectors = query_vectors(read.analysis, self._engine)
        notes = (*_notes(read.analysis, vectors), *read.notes)
        if not vectors:
            return SearchResult((), read.filters, (*notes, "no_words"))
        conditions = conditions_of(read.filters)
        found = self._best(vectors, conditions, max(query.limit, 0))
        if found and query.interpret and (link := self._link(read, vectors)):
            linked = self._best(vectors, conditions_of(conditions_to(link, read.filters)), DEPTH)
            found, notes = raised(found, linked, link, query.limit), (*notes, link.note)
        if not found and conditions:
            notes = (*notes, *self._widening(vectors, read.filters))
        return SearchResult(self._hits(found, vectors), read.filters, notes)

    def _best(self, vectors: QueryVectors, conditions: Conditions, limit: int) -> list[Scored]:
        """Return the best points; among equals the lower id is first, whichever the engine came upon first."""
        found = self._engine.query(vectors, conditions, limit + _EQUALS) if limit else []
        return sorted(found, key=lambda hit: (-round(hit.score, _DIGITS), hit.point))[:limit]

    def _read(self, query: SearchQuery) -> Interpretation:
        analysis = analyse(query.text, MOST_WORDS)
        return interpret(analysis, query.filters) if query.interpret else Interpretation(analysis, query.filters)

    def _link(self, read: Interpretation, vectors: QueryVectors) -> Link | None:
        """Return what the question names that leads to qualifications."""
        if not may_link(vectors, read.filters):
            return None
        candidates = self._best(by_words(vectors), conditions_of(LINKING), CANDIDATES)
        stored = self._stored([hit.point for hit in candidates])
        return link_of(read.analysis, [self._named(stored[hit.point].record) for hit in candidates])

    def _widening(self, vectors: QueryVectors, filters: Filters) -> Iterator[str]:
        """Yield ``widen:NAME`` for each filter without which there would be something."""
        for part in fields(filters):
            wider = replace(filters, **{part.name: getattr(Filters(), part.name)})
            if wider != filters and self._engine.query(vectors, conditions_of(wider), 1):
                yield f"widen:{part.name}"

    def get(self, record_id: str) -> AnyRecord | None:
        """Return one record, or ``None``."""
        return next(iter(self.get_many((record_id,))), None)

    def get_many(self, record_ids: Sequence[str]) -> tuple[AnyRecord, ...]:
        """Return those that exist, in the order asked."""
        points = list(map(point_id, record_ids))
        stored = self._stored(points)
        return tuple(self._parsed(stored[point].record) for point in points if point in stored)

    def records(self, filters: Filters | None = None) -> Iterator[AnyRecord]:
        """Yield every record that meets ``filters``; nothing of it is remembered."""
        return map(_parse, self._engine.every(conditions_of(filters or Filters())))

    def similar(self, record_id: str, limit: int = 5) -> tuple[Hit, ...]:
        """Return records of the same kind and like character; raises ``KeyError`` for an unknown id."""
        record = self.get(record_id)
        if record is None:
            raise KeyError(record_id)
        alike = Filters(types=frozenset({record.record_type}), exclude=frozenset({record_id}))
        found = self._engine.like(point_id(record_id), conditions_of(alike), limit)
        records = self._records(found)
        return tuple(
            Hit(record, hit.score, min(max(hit.score, 0.0), 1.0)) for hit, record in zip(found, records, strict=True)
        )

    def facets(self, field: str, filters: Filters | None = None) -> Mapping[str, int]:
        """Count the values of a filter field; raises ``ValueError`` for another field."""
        if field not in FACETS:
            raise ValueError(f"no facet {field!r}: choose one of {', '.join(FACETS)}")
        return self._engine.facet(field, conditions_of(filters or Filters()))

    def close(self) -> None:
        """Let go of the engine."""
        self._engine.close()

    def _hits(self, found: list[Scored], vectors: QueryVectors) -> tuple[Hit, ...]:
        stored = self._stored([hit.point for hit in found])
        hits = []
        for hit in found:
            point = stored[hit.point]
            covered = coverage(vectors.terms, point.lemmas, point.grams)
            hits.append(Hit(self._parsed(point.record), hit.score, covered.confidence, covered.matched))
        return tuple(hits)

    def _records(self, found: list[Scored]) -> list[AnyRecord]:
        stored = self._stored([hit.point for hit in found])
        return [self._parsed(stored[hit.point].record) for hit in found]

    def _stored(self, points: Sequence[int]) -> Mapping[int, Stored]:
        """Fetch points, remembering the last ones: a snapshot does not change while it is open."""
        kept = self._kept
        here = {point: kept[point] for point in points if point in kept}
        missing = [point for point in dict.fromkeys(points) if point not in here]
        fetched = dict(self._engine.stored(missing)) if missing else {}
        if len(kept) + len(fetched) > _REMEMBERED:
            self._kept = kept = {}
        kept.update(fetched)
        return here | fetched


def _notes(analysis: Analysis, vectors: QueryVectors) -> Iterator[str]:
    """Yield ``kind:value`` notes: what was cut off, what was taken for a typo."""
    if analysis.truncated:
        yield f"shortened:{MOST_WORDS}"
    yield from (f"repaired:{term.text}>{term.repaired}" for term in vectors.terms if term.repaired)


def _parse(text: str) -> AnyRecord:
    try:
        return parse_json(text)
    except RecordError as error:
        raise IndexCorruptError(f"the index holds a record that cannot be read: {error}") from error
