"""How far records are what a wish tells to be liked, and which are what it keeps away from."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.advice.likings import Done, Liking, said_in
from assistant.advice.likings.doings import CORE, LEAST
from assistant.advice.matching.table import Row, Table
from register.vocabulary import QualificationKind
from retrieval.analysis import analyse
from retrieval.analysis.morphology import is_infinitive

MOST_WORDS = 30
"""A longer text is no liking but a description, such as a job advertisement."""
MOST_LIKINGS = 6
SHORTEST_NAME = 4
STEM_SHARE = 0.6
"""So much of a word must begin another for both to be of one thing («weterynarz», «weterynarii»)."""

_MARKS = re.compile(r"[,.;:!?\n]")
ByRecord = Mapping[str, Done]


@dataclass(frozen=True, slots=True)
class Liked:
    """The likings of a wish, each with the records that are it, by id."""

    likings: tuple[Liking, ...] = ()
    records: tuple[ByRecord, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.likings)

    def fits(self) -> dict[str, float]:
        """Return the best fit of each record."""
        best: dict[str, float] = {}
        for of_liking in self.records:
            for record_id, done in of_liking.items():
                best[record_id] = max(done.fit, best.get(record_id, 0.0))
        return best

    def answered(self, record_id: str) -> tuple[Liking, ...]:
        """Return the likings that a record is."""
        return tuple(liking for liking, records in zip(self.likings, self.records, strict=True) if record_id in records)


def likings_of(wish: str) -> tuple[Liking, ...]:
    """Return the likings a wish tells, each once; none in a longer text."""
    parts = [analyse(part, max_words=MOST_WORDS + 1).words for part in _MARKS.split(wish)]
    short = sum(map(len, parts)) <= MOST_WORDS
    found = {one.liking.key: one.liking for words in parts for one in said_in(words)} if short else {}
    return tuple(found.values()) if len(found) <= MOST_LIKINGS else ()


def liked(table: Table, wish: str) -> Liked:
    """Return what a wish tells to be liked; a full qualification is what its occupation is.

    A wish with a record's name, or with words of one beside the liking («pomoc weterynaryjna»), is for more.
    """
    found = () if _names_more(table, wish) else likings_of(wish)
    return Liked(found, tuple(_of(table, liking) for liking in found))


def _names_more(table: Table, wish: str) -> bool:
    words = analyse(wish, max_words=MOST_WORDS + 1).words
    said = {place for one in said_in(words) for place in range(one.start, one.end)}
    others = (word for place, word in enumerate(words) if place not in said and not word.stop)
    more = (word for word in others if not is_infinitive(word.surface))
    return table.doings.name_in(wish) or any(table.doings.is_named(word.lemmas) for word in more)


def kept_away(table: Table, unwanted: Iterable[str]) -> frozenset[str]:
    """Return the ids of records whose core is what one does not want, or whose name says it.

    A full qualification is what its occupation is, a part what its own name says.
    """
    away: set[str] = set()
    for text in unwanted:
        if said := likings_of(text):
            done = (table.doings.like(liking, nothing_near=True) for liking in said)
            away |= {record_id for records in done for record_id, one in records.items() if one.fit >= CORE}
        else:
            words = (word for word in analyse(text).content if not is_infinitive(word.surface))
            stems = [word.folded[: max(SHORTEST_NAME, round(STEM_SHARE * len(word.folded)))] for word in words]
            away |= {one for stem in stems if len(stem) >= SHORTEST_NAME for one in _named(table, stem)}
    whole = (row for row in table.rows if row.record.kind is QualificationKind.FULL)
    return frozenset(away | {row.record.id for row in whole if any(one.id in away for one in row.occupations)})


def _named(table: Table, begins: str) -> set[str]:
    """The records whose name, or a translation of it, has a word that begins so."""
    records = (*table.occupations, *(row.record for row in table.rows))
    translated = {
        one.id
        for one in records
        if any(word.folded.startswith(begins) for name in one.translations.values() for word in analyse(name).words)
    }
    return translated | table.doings.speaking_of(begins)


def _of(table: Table, liking: Liking) -> dict[str, Done]:
    done = {record_id: one for record_id, one in table.doings.like(liking).items() if one.fit >= LEAST}
    whole = (row for row in table.rows if row.record.kind is QualificationKind.FULL)
    lent = {row.record.id: max(of_row, key=lambda one: one.fit) for row in whole if (of_row := _lent(row, done))}
    return {**done, **lent}


def _lent(row: Row, done: ByRecord) -> tuple[Done, ...]:
    return tuple(done[one.id] for one in row.occupations if one.id in done)
