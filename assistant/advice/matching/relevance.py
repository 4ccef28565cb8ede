"""How far each qualification is about a wish: the retrieval's confidence, of the record or of its occupation."""

from collections.abc import Mapping

from assistant.advice.matching.table import Table
from register.vocabulary import RecordType
from retrieval.protocol import Filters, RecordIndex, SearchQuery

LOOKED_AT = 60
TYPES = frozenset({RecordType.QUALIFICATION, RecordType.OCCUPATION})


def relevance(index: RecordIndex, table: Table, wish: str) -> Mapping[str, float]:
    """Return confidence (0-1) by qualification id among the best ``LOOKED_AT`` records; raises ``RecordIndexError``.

    An occupation lends its confidence to the qualifications it consists of; the higher of the two counts.
    """
    if not wish:
        return {}
    hits = index.search(SearchQuery(wish, limit=LOOKED_AT, filters=Filters(types=TYPES), interpret=False)).hits
    found = {hit.record.id: min(max(hit.confidence, 0.0), 1.0) for hit in hits}
    fits: dict[str, float] = {}
    for row in table.rows:
        known = [found.get(one, 0.0) for one in (row.record.id, *row.record.occupations)]
        if (best := max(known)) > 0:
            fits[row.record.id] = best
    return fits
