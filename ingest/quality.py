"""What the records hold: counts by type and category, and how far each field is filled."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from register.library import AnyRecord
from register.qualification import Qualification
from register.vocabulary import RecordType


@dataclass(frozen=True, slots=True)
class Quality:
    """Counts of records and, by record type, the share (0-1) of records in which each field is filled."""

    types: Mapping[RecordType, int]
    categories: Mapping[str, int]
    confidences: Mapping[str, int]
    fill: Mapping[RecordType, Mapping[str, float]]


def measure(records: Iterable[AnyRecord]) -> Quality:
    """Measure a collection of records; a qualification without a category counts under ``unknown``."""
    types: Counter[RecordType] = Counter()
    categories: Counter[str] = Counter()
    confidences: Counter[str] = Counter()
    filled: defaultdict[RecordType, Counter[str]] = defaultdict(Counter)
    for record in records:
        types[record.record_type] += 1
        confidences[record.source_of("name").confidence] += 1
        filled[record.record_type].update(dict.fromkeys(type(record).model_fields, 0))
        filled[record.record_type].update(record.filled_fields())
        if isinstance(record, Qualification):
            categories[record.category or "unknown"] += 1
    shares = {
        kind: {name: count / types[kind] for name, count in counts.items() if name not in _NOT_CONTENT}
        for kind, counts in filled.items()
    }
    return Quality(types, categories, confidences, shares)


_NOT_CONTENT = frozenset({"id", "record_type", "provenance", "url", "raw"})
