"""How far each qualification is about a wish: the retrieval's confidence, of the record or of its occupation."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.advice.matching.table import Table
from register.vocabulary import RecordType
from retrieval.protocol import Filters, Hit, RecordIndex, SearchQuery

LOOKED_AT = 60
TYPES = frozenset({RecordType.QUALIFICATION, RecordType.OCCUPATION})


def graded(hits: Sequence[Hit]) -> Iterator[tuple[Hit, float]]:
    """Yield hits, best first, with their fit (0-1): confidence times 1 - place / (4 LOOKED_AT).

    Many records cover a word equally well; the order of the search, which weighs more than words, tells them apart.
    """
    for place, hit in enumerate(hits):
        yield hit, min(max(hit.confidence, 0.0), 1.0) * (1 - place / (4 * LOOKED_AT))


def relevance(index: RecordIndex, table: Table, wish: str) -> Mapping[str, float]:
    """Return the fit (0-1) by qualification id among the best ``LOOKED_AT`` records; raises ``RecordIndexError``.

    An occupation lends its fit to the qualifications it consists of; the higher of the two counts.
    """
    if not wish:
        return {}
    hits = index.search(SearchQuery(wish, limit=LOOKED_AT, filters=Filters(types=TYPES), interpret=False)).hits
    fits: dict[str, float] = {}
    for hit, fit in graded(hits):
        named = (table.place[hit.record.id],) if hit.record.id in table.place else ()
        for place in (*named, *table.of_occupation.get(hit.record.id, ())):
            record_id = table.rows[place].record.id
            fits[record_id] = max(fits.get(record_id, 0.0), fit)
    return {record_id: fit for record_id, fit in fits.items() if fit > 0}
