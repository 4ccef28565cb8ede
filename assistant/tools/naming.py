"""From what somebody calls a record to the record: an id, a code, or a name that fits well."""

from register.library import AnyRecord
from register.vocabulary import RecordType
from retrieval.analysis import fold
from retrieval.protocol import Filters, Hit, RecordIndex, SearchQuery

SURE = 0.75
"""So much of the words' weight a record must cover to be taken for the one that is meant."""

_CANDIDATES = 5


def named(index: RecordIndex, said: str, *kinds: RecordType) -> AnyRecord | None:
    """Return the record ``said`` means, of ``kinds`` if any are named, or ``None`` where none fits well.

    Of several that fit alike the one whose name is just these words is taken.
    """
    said = said.strip()
    if (record := _by_id(index, said)) and (not kinds or RecordType(record.record_type) in kinds):
        return record
    query = SearchQuery(said, limit=_CANDIDATES, filters=Filters(types=frozenset(kinds)), interpret=False)
    fitting = [hit for hit in index.search(query).hits if hit.confidence >= SURE]
    exact = next((hit for hit in fitting if _called(hit, said)), None)
    best = exact or next(iter(fitting), None)
    return best.record if best else None


def _by_id(index: RecordIndex, said: str) -> AnyRecord | None:
    plain = said.rstrip(".")
    candidates = (said, f"kzis:{plain}", f"zrk:{plain.upper()}") if ":" not in said else (said,)
    return next((record for one in candidates if (record := index.get(one))), None)


def _called(hit: Hit, said: str) -> bool:
    names = (hit.record.name, *(alias for aliases in hit.record.aliases.values() for alias in aliases))
    return fold(said) in {fold(name) for name in names}
