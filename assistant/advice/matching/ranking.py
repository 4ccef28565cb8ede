"""From scores to a list: what is left out and why, the order, the diverse choice, and the reasons of each record."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from assistant.advice.interests import FIT_FROM, Fit
from assistant.advice.matching.diversity import CONSIDERED, diverse
from assistant.advice.matching.factors import ORDER, FactorName
from assistant.advice.matching.person import Person
from assistant.advice.matching.scoring import Scores, score
from assistant.advice.matching.table import Row, Table
from register.vocabulary import QualificationCategory

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hard conditions of the user; an empty one asks for nothing."""

    levels: frozenset[int] = frozenset()
    categories: frozenset[QualificationCategory] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """One factor of one record: ``weight`` as used (0 when unknown), ``wanted`` as chosen, ``value`` 0-1 or unknown."""

    name: FactorName
    weight: float
    wanted: float
    value: float | None

    @property
    def contribution(self) -> float:
        """What it adds to the score."""
        return self.weight * (self.value or 0.0)


@dataclass(frozen=True, slots=True)
class Ranking:
    """All records for one person. ``order``: places of the table, best first; ``chosen``: those of the list."""

    table: Table
    person: Person
    scores: Scores
    out: Mapping[int, str]
    order: tuple[int, ...]
    chosen: tuple[int, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)

    def row(self, place: int) -> Row:
        """Return a row of the table."""
        return self.table.rows[place]

    def score(self, place: int) -> float:
        """Return a record's score, 0-1."""
        return float(self.scores.score[place])

    def reasons(self, place: int) -> tuple[Reason, ...]:
        """Return the factors of a record in their fixed order; their contributions add up to its score."""
        return tuple(
            Reason(
                name,
                float(self.scores.weights[place, column]),
                self.scores.chosen[name],
                None if np.isnan(value := self.scores.values[place, column]) else float(value),
            )
            for column, name in enumerate(ORDER)
        )

    def rank(self, place: int) -> int | None:
        """Return the place in the order, from 1; ``None`` for a record left out."""
        return self.order.index(place) + 1 if place in self.order else None


def rank(
    table: Table,
    person: Person,
    relevance: Mapping[str, float],
    weights: Mapping[FactorName, float],
    *,
    wanted: Wanted = Wanted(),
    limit: int = 5,
) -> Ranking:
    """Rank the whole register; the same input gives the same list.

    Order: enough known before little known, then the score (nine decimals), then the id. The list holds only records
    that the wish, the interests or the skills speak for (``speaking``).
    """
    scores = score(table, person, relevance, weights)
    out = {place: why for place, row in enumerate(table.rows) if (why := _left_out(row, person, wanted))}
    little = scores.little_known
    rounded = np.round(scores.score, 9)
    every = np.lexsort((np.arange(len(table.rows)), -rounded, little))
    order = tuple(int(place) for place in every if int(place) not in out and scores.known[place] > 0)
    spoken = speaking(scores)
    worth = [place for place in order if spoken[place] and not little[place]][:CONSIDERED]
    ranked = [(table.rows[place], float(rounded[place])) for place in worth]
    chosen = tuple(worth[index] for index in diverse(ranked, limit))
    return Ranking(table, person, scores, out, order, chosen, dict(sorted(Counter(out.values()).items())))


def speaking(scores: Scores) -> Flags:
    """Tell for which records something speaks: words of the wish, a fit of interests called good, or a skill.

    Entry, level, demand and pay alone recommend nothing. Where none of the three is told, all records pass.
    """
    least = {FactorName.WISH: 0.0, FactorName.SKILLS: 0.0, FactorName.INTERESTS: (1 + FIT_FROM[Fit.GOOD]) / 2 - 1e-12}
    columns = {name: scores.values[:, ORDER.index(name)] for name in least}
    told = {name: column for name, column in columns.items() if not np.isnan(column).all()}
    if not told:
        return np.ones(len(scores.score), dtype=np.bool_)
    passing = [np.nan_to_num(column, nan=-1.0) > least[name] for name, column in told.items()]
    return np.asarray(np.logical_or.reduce(passing))


def _left_out(row: Row, person: Person, wanted: Wanted) -> str:
    """Name why a record cannot be in the list; empty when it can."""
    if row.record.id in person.held:
        return "held"
    if row.withdrawn:
        return "withdrawn"
    if row.reserved:
        return "reserved"
    if wanted.levels and row.record.prk_level not in wanted.levels:
        return "other_level"
    return "other_category" if wanted.categories and row.record.category not in wanted.categories else ""
