"""How far records are about a wish: by what is done in them where it tells likings, else by the search."""

from collections.abc import Mapping

from assistant.advice.matching.liked import liked
from assistant.advice.matching.table import Table
from register.vocabulary import RecordType
from retrieval.analysis import analyse
from retrieval.analysis.morphology import is_infinitive
from retrieval.protocol import Filters, RecordIndex, SearchQuery

LOOKED_AT = 60
MOST_WORDS = 100
LIGHT = frozenset(
    {"robic", "jezdzic", "chodzic", "zajmowac", "tworzyc", "uprawiac", "bawic", "miec", "spedzac", "ogladac"}
)
"""Verbs that say nothing without their thing: «robić gry» is of games and not of whatever is made."""
SEARCHED = 0.15
"""What the search adds for a record that is a liking told: «auta elektryczne» are cars, electric ones first."""
TYPES = frozenset({RecordType.QUALIFICATION, RecordType.OCCUPATION})


def about(index: RecordIndex, table: Table, wish: str, types: frozenset[RecordType], limit: int) -> Mapping[str, float]:
    """Return by id how far records are about a wish, 0-1; raises ``RecordIndexError``.

    Where the wish tells likings, only what is one of them counts.
    """
    searched = _searched(index, wish, types, limit)
    told = liked(table, wish)
    if not told:
        return searched
    return {
        record_id: min(1.0, fit + SEARCHED * searched.get(record_id, 0.0)) for record_id, fit in told.fits().items()
    }


def _searched(index: RecordIndex, wish: str, types: frozenset[RecordType], limit: int) -> dict[str, float]:
    """Return how far the best ``limit`` records of ``types`` are about a wish.

    The wish is looked for as it stands and without its verbs; the higher fit counts. It is confidence times score /
    best score: many records hold a word such as «komputery», and the score of the search tells whether it is what
    they are about. A record without a word of the wish is not in it, yet may be the best one: what is found far below
    such records is no fit.
    """
    fits: dict[str, float] = {}
    for words in filter(None, dict.fromkeys((without_light(wish), things_of(wish)))):
        query = SearchQuery(words, limit=limit, filters=Filters(types=types), interpret=False)
        hits = [hit for hit in index.search(query).hits if hit.score > 0]
        best = max((hit.score for hit in hits), default=1.0)
        for hit in (hit for hit in hits if hit.confidence > 0):
            fit = min(hit.confidence, 1.0) * hit.score / best
            fits[hit.record.id] = max(fit, fits.get(hit.record.id, 0.0))
    return fits


def without_light(wish: str) -> str:
    """Return the wish without verbs that say nothing by themselves, where it has a thing beside them."""
    words = analyse(wish, max_words=MOST_WORDS).words
    kept = [word for word in words if LIGHT.isdisjoint(word.lemmas)]
    things = any(not word.stop and not is_infinitive(word.surface) for word in kept)
    return " ".join(word.surface for word in kept) if things and len(kept) < len(words) else wish


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

    An occupation lends its fit to the qualifications it consists of; the higher of the two counts. What is liked a
    part of an occupation is only by its own name.
    """
    fits = about(index, table, wish, TYPES, LOOKED_AT)
    if liked(table, wish):
        return {record_id: fit for record_id, fit in fits.items() if record_id in table.place}
    lent: dict[str, float] = {}
    for found, fit in fits.items():
        named = (table.place[found],) if found in table.place else ()
        for place in (*named, *table.of_occupation.get(found, ())):
            record_id = table.rows[place].record.id
            lent[record_id] = max(lent.get(record_id, 0.0), fit)
    return lent
