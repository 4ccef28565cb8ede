"""Values and scores of the whole register for one person.

    value of a factor: 0-1, or unknown (nan)
    weight used:       e(f) = w(f) / sum of w over the factors known for this record; 0 for an unknown one
    score:             sum of e(f) * value(f) over the known factors, 0-1

So an unknown factor is neither good nor bad: its weight goes to the known ones in proportion. How much of the
weight rests on knowledge, k = sum of w over the known factors, stays visible and decides before the score: records
with k below half of the best one's k come after the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from assistant.advice.matching.competences import COVERED_FROM, CREDIT, PARTLY_FROM
from assistant.advice.matching.factors import ORDER, FactorName
from assistant.advice.matching.person import Person
from assistant.advice.matching.phrases import Numbers
from assistant.advice.matching.table import Table, unit

LEVELS_APART = 4.0
LITTLE_KNOWN = 0.5


@dataclass(frozen=True, slots=True)
class Scores:
    """One line a record, in the order of the table; ``values`` and ``weights`` have a column a factor (``ORDER``)."""

    values: Numbers
    weights: Numbers
    chosen: dict[FactorName, float]
    score: Numbers
    known: Numbers

    @property
    def little_known(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Which records have too little known about them to stand among the others."""
        most = float(self.known.max(initial=0.0))
        return np.asarray(self.known < LITTLE_KNOWN * most - 1e-12)


def score(table: Table, person: Person, relevance: Mapping[str, float], weights: Mapping[FactorName, float]) -> Scores:
    """Score every record; ``relevance`` is by record id, 0-1, and a record not in it is not about the wish."""
    columns = {
        FactorName.WISH: _wish(table, person, relevance),
        FactorName.INTERESTS: interests(table, person),
        FactorName.SKILLS: skills(table, person),
        FactorName.ENTRY: entry(table, person),
        FactorName.LEVEL: level(table, person),
        FactorName.DEMAND: table.demand,
        FactorName.PAY: table.pay,
    }
    values = np.stack([columns[name] for name in ORDER], axis=1)
    wanted = np.array([weights[name] for name in ORDER])
    present = np.where(np.isnan(values), 0.0, wanted)
    known = present.sum(axis=1)
    used = np.divide(present, known[:, None], out=np.zeros_like(present), where=known[:, None] > 0)
    total = (used * np.nan_to_num(values)).sum(axis=1)
    return Scores(values, used, dict(weights), total, known)


def interests(table: Table, person: Person) -> Numbers:
    """(1 + r) / 2, r the profile correlation with the occupation of the record that fits best; unknown without one."""
    own = None if person.interests is None else unit(person.interests.values)
    values: Numbers = np.full(len(table.rows), np.nan)
    if own is not None and len(table.profiles):
        fits = np.clip(table.profiles @ own, -1.0, 1.0)
        best = np.full(len(table.rows), -np.inf)
        np.maximum.at(best, table.profile_row, fits)
        values = np.where(np.isfinite(best), (1 + best) / 2, np.nan)
    return values


def skills(table: Table, person: Person) -> Numbers:
    """Mean credit of the statements: 1 covered, 1/2 in part, 0 missing; unknown without skills or statements."""
    rows = len(table.rows)
    if not person.skills:
        return np.full(rows, np.nan)
    likeness = table.phrases.best(person.skills)
    credit = np.where(
        likeness >= COVERED_FROM,
        CREDIT["covered"],
        np.where(likeness >= PARTLY_FROM, CREDIT["partly"], CREDIT["missing"]),
    )
    earned = np.bincount(table.statement_row, weights=credit[table.statement], minlength=rows)
    statements = np.bincount(table.statement_row, minlength=rows)
    values: Numbers = np.full(rows, np.nan)
    np.divide(earned, statements, out=values, where=statements > 0)
    return values


def entry(table: Table, person: Person) -> Numbers:
    """1 where the education asked for is reached or none is asked for, 0 where it is not; else unknown."""
    met = np.where(table.entry == 0, 1.0, np.nan)
    if person.education is None:
        return met
    reached: Numbers = np.where(table.entry <= person.education, 1.0, 0.0)
    reached[np.isnan(table.entry)] = np.nan
    return reached


def level(table: Table, person: Person) -> Numbers:
    """1 - |level - wanted| / 4, not below 0; unknown without a level on either side."""
    if person.level is None:
        return np.full(len(table.rows), np.nan)
    return np.maximum(0.0, 1 - np.abs(table.levels - person.level) / LEVELS_APART)


def _wish(table: Table, person: Person, relevance: Mapping[str, float]) -> Numbers:
    if not person.wish:
        return np.full(len(table.rows), np.nan)
    values = np.zeros(len(table.rows))
    for record_id, fit in relevance.items():
        if (place := table.place.get(record_id)) is not None:
            values[place] = fit
    return values
