"""What every engine offers: build a snapshot, open it, search, fetch, find similar records, count facets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from register.library import AnyRecord
from register.vocabulary import (
    InstitutionRole,
    LabourTopic,
    QualificationCategory,
    QualificationKind,
    RecordType,
)


class RecordIndexError(Exception):
    """The index cannot serve; the message is one line for the operator and says what to do."""


class IndexMissingError(RecordIndexError):
    """No snapshot has been built at this place."""


class IndexCorruptError(RecordIndexError):
    """The snapshot is half-written, damaged or of another make."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions that every hit must meet; an empty one asks for nothing.

    ``volume_at_most`` is in hours; ``obtainable`` keeps the records whose status says one can apply now;
    ``exclude`` are record ids; ``occupation`` keeps what belongs to that ``kzis:`` id; ``topics`` keeps figures of
    the labour market that are about one of them.
    """

    types: frozenset[RecordType] = frozenset()
    kinds: frozenset[QualificationKind] = frozenset()
    categories: frozenset[QualificationCategory] = frozenset()
    not_categories: frozenset[QualificationCategory] = frozenset()
    prk_levels: frozenset[int] = frozenset()
    obtainable: bool = False
    occupation: str = ""
    roles: frozenset[InstitutionRole] = frozenset()
    region: str = ""
    topics: frozenset[LabourTopic] = frozenset()
    volume_at_most: int | None = None
    exclude: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What to look for; ``interpret`` lets the engine read filters out of the words."""

    text: str
    limit: int = 10
    filters: Filters = field(default_factory=Filters)
    interpret: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found. ``score`` falls along the list and means nothing across queries.

    ``confidence`` in 0-1 does: the share of the query's informative weight that the record covers.
    ``because`` names what matched.
    """

    record: AnyRecord
    score: float
    confidence: float
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hits, best first, and what was read out of the query, so that it can be told and undone."""

    hits: tuple[Hit, ...]
    filters: Filters
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What serves: engine, snapshot, when it was built, how many records of each kind it holds."""

    engine: str
    snapshot: str
    built_at: str
    counts: Mapping[str, int]
    embedding: str = ""


class RecordIndex(Protocol):
    """An opened index; safe to share between threads."""

    @property
    def info(self) -> IndexInfo:
        """What serves."""
        ...

    def search(self, query: SearchQuery) -> SearchResult:
        """Return the best records; raises ``RecordIndexError`` when the engine cannot answer."""
        ...

    def get(self, record_id: str) -> AnyRecord | None:
        """Return one record by its id, or ``None``."""
        ...

    def get_many(self, record_ids: Sequence[str]) -> tuple[AnyRecord, ...]:
        """Return those of ``record_ids`` that exist, in the order asked."""
        ...

    def records(self, filters: Filters | None = None) -> Iterator[AnyRecord]:
        """Yield every record that meets ``filters``, each once; the order is that of the engine."""
        ...

    def similar(self, record_id: str, limit: int = 5) -> tuple[Hit, ...]:
        """Return records of the same kind and like character; raises ``KeyError`` for an unknown id."""
        ...

    def facets(self, field: str, filters: Filters | None = None) -> Mapping[str, int]:
        """Count the values of ``record_type``, ``kind``, ``category``, ``prk_level`` or ``status``."""
        ...

    def close(self) -> None:
        """Let go of the engine."""
        ...
