"""From scores to a list: what is left out and why, the order, the diverse choice, and the reasons of each record."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assistant.advice.interests import FIT_FROM, Fit
from assistant.advice.matching.diversity import CONSIDERED, diverse
from assistant.advice.matching.factors import ORDER, FactorName
from assistant.advice.matching.person import Person
from assistant.advice.matching.phrases import Indices
from assistant.advice.matching.scoring import Scores, score
from assistant.advice.matching.table import Row, Table
from register.vocabulary import QualificationCategory

Flags = npt.NDArray[np.bool_]
REASONS = ("", "held", "withdrawn", "reserved", "not_adult", "untitled", "other_level", "other_category")
"""Why a record is left out; of several the one that stands first here is told."""
WORTH = 0.2
"""A record less about the wish than this share of the best is not recommended for it; own choice."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hard conditions of the user; an empty one asks for nothing.

    ``minor``: without what is obtained by itself only in a course for adults (fact:R031).
    """

    levels: frozenset[int] = frozenset()
    categories: frozenset[QualificationCategory] = frozenset()
    minor: bool = False


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
    limit: int = 5,
) -> Ranking:
    """Rank the whole register; the same input gives the same list.

    Order: enough known before little known, then the score (nine decimals), then the id. The list holds only records
    that the wish, the interests or the skills speak for (``speaking``), a diverse choice of them by score.
    """
    scores = score(table, person, relevance, weights)
    out = _left_out(table, person, wanted)
    little = scores.little_known
    rounded = np.round(scores.score, 9)
    every = np.lexsort((np.arange(len(table.rows)), -rounded, little))
    order = every[(out[every] == 0) & (scores.known[every] > 0)]
    worth = order[speaking(scores)[order] & ~little[order]][:CONSIDERED]
    ranked = [(table.rows[place], float(rounded[place])) for place in worth]
    picked = sorted(diverse(ranked, limit), key=lambda index: -ranked[index][1])
    chosen = tuple(int(worth[index]) for index in picked)
    return Ranking(table, person, scores, out, order, chosen)


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
        "withdrawn": table.withdrawn,
    }
    out = np.zeros(len(table.rows), dtype=np.intp)
    for name, flags in conditions.items():
        if flags is not None:
            out[flags] = REASONS.index(name)
    out[held] = REASONS.index("held")
    return out
