"""How far each qualification is about a wish: the retrieval's confidence, of the record or of its occupation."""

from collections.abc import Mapping

from assistant.advice.matching.table import Table
from register.vocabulary import RecordType
from retrieval.protocol import Filters, RecordIndex, SearchQuery

LOOKED_AT = 60
TYPES = frozenset({RecordType.QUALIFICATION, RecordType.OCCUPATION})


def relevance(index: RecordIndex, table: Table, wish: str) -> Mapping[str, float]:
    """Return the fit (0-1) by qualification id among the best ``LOOKED_AT`` records; raises ``RecordIndexError``.

    The fit is confidence times 1 - place / (4 LOOKED_AT): many records cover a word equally well, and the order of
    the search, which weighs more than words, tells them apart. An occupation lends its fit to the qualifications it
    consists of; the higher of the two counts.
    """
    if not wish:
        return {}
    hits = index.search(SearchQuery(wish, limit=LOOKED_AT, filters=Filters(types=TYPES), interpret=False)).hits
    fits: dict[str, float] = {}
    for order, hit in enumerate(hits):
        fit = min(max(hit.confidence, 0.0), 1.0) * (1 - order / (4 * LOOKED_AT))
        named = (table.place[hit.record.id],) if hit.record.id in table.place else ()
        for place in (*named, *table.of_occupation.get(hit.record.id, ())):
            record_id = table.rows[place].record.id
            fits[record_id] = max(fits.get(record_id, 0.0), fit)
    return {record_id: fit for record_id, fit in fits.items() if fit > 0}
