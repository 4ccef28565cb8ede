"""Searching for people and programs: filters from what they gave, hits as plain JSON."""

from collections.abc import Iterable
from typing import Any

from register.facts import SystemFact
from register.library import AnyRecord
from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import QualificationCategory, QualificationKind
from retrieval import Filters, Hit, RecordIndex, SearchQuery, SearchResult


def filters_of(
    prk: Iterable[int],
    categories: Iterable[QualificationCategory],
    kind: QualificationKind | None,
    *,
    available: bool,
) -> Filters:
    """Return the filters; each left empty asks for nothing."""
    return Filters(
        prk_levels=frozenset(prk),
        categories=frozenset(categories),
        kinds=frozenset({kind} if kind else ()),
        obtainable=available,
    )


def find(index: RecordIndex, words: str, limit: int, filters: Filters, *, interpret: bool = True) -> SearchResult:
    """Search; ``interpret`` reads filters out of the words. Raises ``RecordIndexError``."""
    readable = words.encode("utf-8", errors="replace").decode("utf-8")
    return index.search(SearchQuery(readable, limit=limit, filters=filters, interpret=interpret))


def found_as_json(result: SearchResult) -> dict[str, Any]:
    """Return hits, the filters that held and the remarks of the search."""
    return {
        "hits": [hit_as_json(hit) for hit in result.hits],
        "filters": applied(result.filters),
        "notes": list(result.notes),
    }


def hit_as_json(hit: Hit) -> dict[str, Any]:
    """Return one hit: what the record is, how it fits and why."""
    record = hit.record
    return {
        "record_id": record.id,
        "type": record.record_type.value,
        "title": title_of(record),
        "code": getattr(record, "code", ""),
        "prk_level": level_of(record),
        "category": _value(getattr(record, "category", None)),
        "kind": _value(getattr(record, "kind", None)),
        "status": _value(getattr(record, "status", None)),
        "url": record.url,
        "as_of": record.as_of,
        "score": round(hit.score, 6),
        "confidence": round(hit.confidence, 4),
        "because": list(hit.because),
    }


def title_of(record: AnyRecord) -> str:
    """Return what the record is called."""
    return record.title.pl if isinstance(record, SystemFact) else record.name


def level_of(record: AnyRecord) -> int | None:
    """Return the PRK level of a qualification, or of the full qualification of an occupation."""
    if isinstance(record, Qualification):
        return record.prk_level
    return record.full_prk_level if isinstance(record, Occupation) else None


def applied(filters: Filters) -> dict[str, Any]:
    """Return the filters that hold, as plain JSON."""
    values = {name: getattr(filters, name) for name in Filters.__dataclass_fields__}
    return {name: _plain(value) for name, value in values.items() if value}


def _plain(value: Any) -> Any:
    return sorted(str(_value(item)) for item in value) if isinstance(value, frozenset) else _value(value)


def _value(value: Any) -> Any:
    return getattr(value, "value", value)
