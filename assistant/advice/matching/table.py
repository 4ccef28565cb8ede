"""The whole register as arrays: what does not depend on the person, read once a snapshot."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock

import numpy as np
import numpy.typing as npt

from assistant.advice.interests.comparison import portrait_of
from assistant.advice.likings import Doings
from assistant.advice.matching.competences import Competence, competences_of
from assistant.advice.matching.entry import Entry, entry_of, reserved_for
from assistant.advice.matching.market import Market
from assistant.advice.matching.phrases import Indices, Numbers, Phrases
from assistant.advice.profile import Link
from register.facts import LabourFact
from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import Language, QualificationCategory, QualificationKind, RecordType
from retrieval.protocol import Filters, RecordIndex

TYPES = frozenset({RecordType.QUALIFICATION, RecordType.OCCUPATION, RecordType.LABOUR_FACT})
Flags = npt.NDArray[np.bool_]
_LEVEL_PROFILE = 1e-12


@dataclass(frozen=True, slots=True)
class Row:
    """One qualification: its record, its occupations that are still taught, its statements, its entry condition."""

    record: Qualification
    occupations: tuple[Occupation, ...]
    competences: tuple[Competence, ...]
    entry: Entry
    withdrawn: bool
    reserved: bool

    @property
    def part_of_school(self) -> bool:
        """Whether it is a part of an occupation that schools teach."""
        return self.record.kind is QualificationKind.PARTIAL and self.record.category is QualificationCategory.SCHOOL

    @property
    def group(self) -> str:
        """The ISCO unit group of the first occupation, or nothing."""
        return next((one.isco_group for one in self.occupations if one.isco_group), "")


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` in the order of ids; a pair is (row, occupation with a profile) or (row, statement).

    ``profiles`` are the occupations' interests, centred and of length 1, so that a product is a correlation.
    ``untitled`` are known by a code alone; ``for_adults`` are parts of occupations: at school one learns the whole.
    """

    rows: tuple[Row, ...]
    place: Mapping[str, int]
    of_occupation: Mapping[str, tuple[int, ...]]
    withdrawn: Flags
    reserved: Flags
    untitled: Flags
    for_adults: Flags
    categories: npt.NDArray[np.str_]
    levels: Numbers
    entry: Numbers
    demand: Numbers
    pay: Numbers
    market: Market
    profile_row: Indices
    profiles: Numbers
    profiled: tuple[Occupation, ...]
    statement_row: Indices
    statement: Indices
    phrases: Phrases
    statements: tuple[str, ...]
    statement_links: tuple[Link, ...]
    occupations: tuple[Occupation, ...]
    doings: Doings

    @classmethod
    def of(
        cls,
        qualifications: Iterable[Qualification],
        occupations: Iterable[Occupation],
        facts: Iterable[LabourFact],
        day: date,
    ) -> "Table":
        """Build from records; figures are used as their use-by rule allows on ``day``."""
        known = {one.id: one for one in occupations}
        rows = tuple(_row(record, known) for record in sorted(qualifications, key=lambda record: record.id))
        pairs = [
            (number, one) for number, row in enumerate(rows) for one in row.occupations if _profile(one) is not None
        ]
        texts = {
            text: place for place, text in enumerate(dict.fromkeys(c.text for row in rows for c in row.competences))
        }
        uses = [(number, texts[one.text]) for number, row in enumerate(rows) for one in row.competences]
        market = Market.of(facts, day)
        return cls(
            rows=rows,
            place={row.record.id: number for number, row in enumerate(rows)},
            of_occupation=_by_occupation(rows),
            withdrawn=np.array([row.withdrawn for row in rows], dtype=np.bool_),
            reserved=np.array([row.reserved for row in rows], dtype=np.bool_),
            untitled=np.array([row.record.name == row.record.code for row in rows], dtype=np.bool_),
            for_adults=np.array([row.part_of_school for row in rows], dtype=np.bool_),
            categories=np.array([row.record.category or "" for row in rows], dtype=np.str_),
            levels=_numbers([row.record.prk_level for row in rows]),
            entry=_numbers([row.entry.level for row in rows]),
            demand=_numbers([market.demand_value(row.occupations) for row in rows]),
            pay=_numbers([market.pay_value(row.occupations) for row in rows]),
            market=market,
            profile_row=_indices([number for number, _ in pairs]),
            profiles=np.array([_profile(one) for _, one in pairs]).reshape(-1, 6),
            profiled=tuple(one for _, one in pairs),
            statement_row=_indices([number for number, _ in uses]),
            statement=_indices([place for _, place in uses]),
            phrases=Phrases.of(tuple(texts)),
            statements=tuple(texts),
            statement_links=_links(rows),
            occupations=tuple(known.values()),
            doings=_doings(known.values(), rows),
        )


class Tables:
    """Hands out the table of the snapshot that serves; safe to share between threads."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._lock = Lock()
        self._made: tuple[str, Table] | None = None

    def now(self) -> Table:
        """Return the table; builds it when the snapshot is a new one. Raises ``RecordIndexError``."""
        snapshot = self._index.info.snapshot
        with self._lock:
            if self._made is None or self._made[0] != snapshot:
                records = list(self._index.records(Filters(types=TYPES)))
                table = Table.of(
                    [record for record in records if isinstance(record, Qualification)],
                    [record for record in records if isinstance(record, Occupation)],
                    [record for record in records if isinstance(record, LabourFact)],
                    date.today(),
                )
                self._made = (snapshot, table)
            return self._made[1]


def _row(record: Qualification, known: Mapping[str, Occupation]) -> Row:
    every = tuple(known[one] for one in record.occupations if one in known)
    taught = tuple(one for one in every if not one.withdrawn)
    own = competences_of(record)
    tasks = tuple(task for one in taught for task in competences_of(one))
    return Row(
        record=record,
        occupations=taught,
        competences=own or tasks,
        entry=entry_of(record, taught),
        withdrawn=bool(every) and not taught,
        reserved=bool(taught) and all(map(reserved_for, taught)),
    )


def _doings(occupations: Iterable[Occupation], rows: Iterable[Row]) -> Doings:
    """What is done in occupations, and in qualifications that are none of theirs, by their names."""
    of_school = ((one.id, one.name, one.activities.get(Language.PL, ())) for one in occupations)
    own = (row.record for row in rows if not (row.occupations and row.record.kind is QualificationKind.FULL))
    return Doings.of((*of_school, *((one.id, one.name, one.activities.get(Language.PL, ())) for one in own)))


def _by_occupation(rows: Sequence[Row]) -> dict[str, tuple[int, ...]]:
    places: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for occupation in row.record.occupations:
            places.setdefault(occupation, []).append(number)
    return {occupation: tuple(where) for occupation, where in places.items()}


def _profile(occupation: Occupation) -> Numbers | None:
    if occupation.riasec is None:
        return None
    return unit(portrait_of(occupation.riasec).profile.values)


def unit(values: Sequence[float]) -> Numbers | None:
    """Return six values centred and scaled to length 1; ``None`` for a level profile."""
    centred = np.asarray(values, dtype=np.float64) - float(np.mean(values))
    length = float(np.linalg.norm(centred))
    return None if length < _LEVEL_PROFILE else centred / length


def _numbers(values: Sequence[float | None]) -> Numbers:
    return np.array([np.nan if value is None else float(value) for value in values], dtype=np.float64)


def _indices(values: Sequence[int]) -> Indices:
    return np.array(values, dtype=np.intp)


def _links(rows: Sequence[Row]) -> tuple[Link, ...]:
    """One address for each different statement, in the order the texts come first."""
    first = {one.text: one for row in reversed(rows) for one in reversed(row.competences)}
    order = dict.fromkeys(one.text for row in rows for one in row.competences)
    return tuple(Link(id=first[text].id, text=text[:300]) for text in order)
