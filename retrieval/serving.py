"""A record index that hands every question to whatever serves now."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from register.library import AnyRecord
from retrieval.index import EngineIndex
from retrieval.protocol import Filters, Hit, IndexInfo, SearchQuery, SearchResult


class ServingIndex(ABC):
    """A ``RecordIndex`` over an ``EngineIndex`` that may be exchanged between two questions."""

    @abstractmethod
    def _now(self) -> EngineIndex:
        """Return the index that serves now."""

    @property
    def info(self) -> IndexInfo:
        """What serves."""
        return self._now().info

    def search(self, query: SearchQuery) -> SearchResult:
        """See ``RecordIndex.search``."""
        return self._now().search(query)

    def get(self, record_id: str) -> AnyRecord | None:
        """See ``RecordIndex.get``."""
        return self._now().get(record_id)

    def get_many(self, record_ids: Sequence[str]) -> tuple[AnyRecord, ...]:
        """See ``RecordIndex.get_many``."""
        return self._now().get_many(record_ids)

    def records(self, filters: Filters | None = None) -> Iterator[AnyRecord]:
        """See ``RecordIndex.records``."""
        return self._now().records(filters)

    def similar(self, record_id: str, limit: int = 5) -> tuple[Hit, ...]:
        """See ``RecordIndex.similar``."""
        return self._now().similar(record_id, limit)

    def facets(self, field: str, filters: Filters | None = None) -> Mapping[str, int]:
        """See ``RecordIndex.facets``."""
        return self._now().facets(field, filters)

    def close(self) -> None:
        """Let go of it."""
        self._now().close()
