"""How far records are about a wish: the retrieval's confidence, weighed by how they score beside the best one."""

from collections.abc import Mapping

from assistant.advice.matching.table import Table
from register.vocabulary import RecordType
from retrieval.analysis import analyse
from retrieval.analysis.morphology import is_infinitive
from retrieval.protocol import Filters, RecordIndex, SearchQuery

LOOKED_AT = 60
MOST_WORDS = 100
TYPES = frozenset({RecordType.QUALIFICATION, RecordType.OCCUPATION})


def about(index: RecordIndex, wish: str, types: frozenset[RecordType], limit: int) -> Mapping[str, float]:
    """Return by id how far the best ``limit`` records of ``types`` are about a wish, 0-1; ``RecordIndexError``.

    The wish is looked for as it stands and without its verbs; the higher fit counts. It is confidence times score /
    best score: many records hold a word such as «komputery», and the score of the search tells whether it is what
    they are about. A record without a word of the wish is not in it, yet may be the best one: what is found far below
    such records is no fit.
    """
    fits: dict[str, float] = {}
    for words in filter(None, (wish, things_of(wish))):
        query = SearchQuery(words, limit=limit, filters=Filters(types=types), interpret=False)
        hits = [hit for hit in index.search(query).hits if hit.score > 0]
        best = max((hit.score for hit in hits), default=1.0)
        for hit in (hit for hit in hits if hit.confidence > 0):
            fit = min(hit.confidence, 1.0) * hit.score / best
            fits[hit.record.id] = max(fit, fits.get(hit.record.id, 0.0))
    return fits


def things_of(wish: str) -> str:
    """Return the words of a wish without its infinitives: «jeździć tirem» is of lorries, not of riders.

    Nothing where it has none, or where nothing else is said.
    """
    words = analyse(wish, max_words=MOST_WORDS).words
    things = [word for word in words if not is_infinitive(word.surface)]
    told = len(things) < len(words) and any(not word.stop for word in things)
    return " ".join(word.surface for word in things) if told else ""


def relevance(index: RecordIndex, table: Table, wish: str) -> Mapping[str, float]:
    """Return the fit (0-1) by qualification id; raises ``RecordIndexError``.

    An occupation lends its fit to the qualifications it consists of; the higher of the two counts.
    """
    lent: dict[str, float] = {}
    for found, fit in about(index, wish, TYPES, LOOKED_AT).items():
        named = (table.place[found],) if found in table.place else ()
        for place in (*named, *table.of_occupation.get(found, ())):
            record_id = table.rows[place].record.id
            lent[record_id] = max(lent.get(record_id, 0.0), fit)
    return lent
