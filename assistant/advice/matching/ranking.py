"""From scores to a list: what is left out and why, the order, the diverse choice, and the reasons of each record."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import numpy as np
import numpy.typing as npt

from assistant.advice.interests import FIT_FROM, Fit
from assistant.advice.matching.diversity import CONSIDERED, diverse
from assistant.advice.matching.factors import ORDER, FactorName
from assistant.advice.matching.person import Person
from assistant.advice.matching.phrases import Indices, Numbers
from assistant.advice.matching.scoring import Scores, score
from assistant.advice.matching.table import Row, Table
from register.vocabulary import QualificationCategory

Flags = npt.NDArray[np.bool_]
REASONS = ("", "held", "unwanted", "withdrawn", "reserved", "not_adult", "untitled", "other_level", "other_category")
"""Why a record is left out; of several the one that stands first here is told."""
HALF = 0.5
WORTH = 0.3
"""A record less about the wish than this share of the best is not recommended for it; own choice."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hard conditions of the user; an empty one asks for nothing.

    ``minor``: without what is obtained by itself only in a course for adults (fact:R031), whole qualifications first;
    ``unwanted``: ids of records that are what one keeps away from.
    """

    levels: frozenset[int] = frozenset()
    categories: frozenset[QualificationCategory] = frozenset()
    minor: bool = False
    unwanted: frozenset[str] = frozenset()


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
    out: Indices
    order: Indices
    chosen: tuple[int, ...]

    @property
    def left_out(self) -> dict[str, int]:
        """How many records cannot be in the list, by reason."""
        counts = np.bincount(self.out, minlength=len(REASONS))
        return {name: int(count) for name, count in zip(REASONS, counts, strict=True) if name and count}

    def why_out(self, place: int) -> str:
        """Name why a record cannot be in the list; empty when it can."""
        return REASONS[self.out[place]]

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
        found = np.flatnonzero(self.order == place)
        return int(found[0]) + 1 if len(found) else None


def rank(
    table: Table,
    person: Person,
    relevance: Mapping[str, float],
    weights: Mapping[FactorName, float],
    *,
    wanted: Wanted = Wanted(),
    likings: Sequence[Container[str]] = (),
    limit: int = 5,
) -> Ranking:
    """Rank the whole register; the same input gives the same list.

    Order: enough known before little known, then the score (nine decimals), then the id. The list holds only records
    that the wish, the interests or the skills speak for (``speaking``), a diverse choice of them by score. ``likings``
    are the records of each liking of the wish: of several each has its turn.
    """
    scores = score(table, person, relevance, weights)
    out = _left_out(table, person, wanted)
    little = scores.little_known
    rounded = np.round(scores.score, 9)
    every = np.lexsort((np.arange(len(table.rows)), -rounded, little))
    order = every[(out[every] == 0) & (scores.known[every] > 0)]
    worth = [int(place) for place in order[speaking(scores)[order] & ~little[order]]]
    groups = [[place for place in worth if table.rows[place].record.id in liking] for liking in likings]
    lists = [
        _picked(table, rounded, group, wanted, limit, liked=bool(groups))
        for group in (groups if len(groups) > 1 else [worth])
    ]
    chosen = _in_turn(lists, limit)
    return Ranking(table, person, scores, out, order, chosen)


def _picked(
    table: Table, scores: Numbers, places: Sequence[int], wanted: Wanted, limit: int, *, liked: bool
) -> list[int]:
    """A diverse choice, best first; where only schools are open, what they teach as a whole comes first.

    It does so where it fits at least half as well as the best.
    """
    if wanted.minor:
        taught = [
            place for place in places if table.rows[place].occupations and scores[place] >= HALF * scores[places[0]]
        ]
        rest = [place for place in places if place not in set(taught)]
        first = _diverse(table, scores, taught, limit, liked=liked)
        return [*first, *_diverse(table, scores, rest, limit - len(first), liked=liked)]
    return _diverse(table, scores, places, limit, liked=liked)


def _diverse(table: Table, scores: Numbers, places: Sequence[int], limit: int, *, liked: bool) -> list[int]:
    ranked = [(table.rows[place], float(scores[place])) for place in places[:CONSIDERED]]
    picked = sorted(diverse(ranked, limit, of_one_field=liked), key=lambda index: -ranked[index][1])
    return [places[index] for index in picked]


def _in_turn(lists: Sequence[Sequence[int]], limit: int) -> tuple[int, ...]:
    """The first of each list, then the second of each."""
    turns = (place for row in zip_longest(*lists) for place in row if place is not None)
    return tuple(dict.fromkeys(turns))[:limit]


def speaking(scores: Scores) -> Flags:
    """Tell for which records something speaks: words of the wish, a fit of interests called good, or a skill.

    The wish speaks for what is about it by at least ``WORTH`` of what is most about it. Entry, level, demand and pay
    alone recommend nothing. Where none of the three is told, all records pass.
    """
    wish = np.nan_to_num(scores.values[:, ORDER.index(FactorName.WISH)])
    least = {
        FactorName.WISH: WORTH * wish.max(initial=0.0),
        FactorName.SKILLS: 0.0,
        FactorName.INTERESTS: (1 + FIT_FROM[Fit.GOOD]) / 2 - 1e-12,
    }
    columns = {name: scores.values[:, ORDER.index(name)] for name in least}
    told = {name: column for name, column in columns.items() if not np.isnan(column).all()}
    if not told:
        return np.ones(len(scores.score), dtype=np.bool_)
    passing = [np.nan_to_num(column, nan=-1.0) > least[name] for name, column in told.items()]
    return np.asarray(np.logical_or.reduce(passing))


def _left_out(table: Table, person: Person, wanted: Wanted) -> Indices:
    """Return for each record the number of the reason (``REASONS``) why it cannot be in the list; 0 when it can."""
    held = [table.place[one] for one in person.held if one in table.place]
    conditions = {
        "other_category": ~np.isin(table.categories, sorted(wanted.categories)) if wanted.categories else None,
        "other_level": ~np.isin(table.levels, sorted(wanted.levels)) if wanted.levels else None,
        "untitled": table.untitled,
        "not_adult": table.for_adults if wanted.minor else None,
        "reserved": table.reserved,
        "unwanted": np.array([row.record.id in wanted.unwanted for row in table.rows]) if wanted.unwanted else None,
        "withdrawn": table.withdrawn,
    }
    out = np.zeros(len(table.rows), dtype=np.intp)
    for name, flags in conditions.items():
        if flags is not None:
            out[flags] = REASONS.index(name)
    out[held] = REASONS.index("held")
    return out
