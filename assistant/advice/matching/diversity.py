"""A list that is not five times the same: maximal marginal relevance.

    next = argmax over d of  lambda * score(d) - (1 - lambda) * max over chosen s of alike(d, s)

(Carbonell & Goldstein 1998, SIGIR, 335-336), lambda = 0.7. ``alike`` is 1 for records of one unit group (ISCO) or one
occupation, 1/2 for one branch, 0 otherwise: own choice. Whoever is shown a full qualification is not shown its parts as
something else beside it, nor the other way round: the better one stands for both.
"""

from collections.abc import Iterable, Sequence

from assistant.advice.matching.table import Row
from register.vocabulary import QualificationKind

LAMBDA = 0.7
CONSIDERED = 60
SAME_GROUP, SAME_BRANCH = 1.0, 0.5


def alike(first: Row, second: Row) -> float:
    """How alike two records are for the purpose of a list."""
    if _ids(first) & _ids(second) or (first.group and first.group == second.group):
        return SAME_GROUP
    branch = first.record.branch_code
    return SAME_BRANCH if branch and branch == second.record.branch_code else 0.0


def diverse(ranked: Sequence[tuple[Row, float]], limit: int, repelled_by: Iterable[Row] = ()) -> list[int]:
    """Return the places in ``ranked`` (best first) of at most ``limit`` records, in the order they are chosen."""
    pool = list(range(min(len(ranked), CONSIDERED)))
    nearest = [max((alike(ranked[place][0], row) for row in repelled_by), default=0.0) for place in pool]
    chosen: list[int] = []
    while pool and len(chosen) < limit:
        best = max(pool, key=lambda place: (marginal(ranked[place][1], nearest[place]), -place))
        pool = [place for place in pool if place != best and not _one_in_other(ranked[place][0], ranked[best][0])]
        chosen.append(best)
        for place in pool:
            nearest[place] = max(nearest[place], alike(ranked[place][0], ranked[best][0]))
    return chosen


def _one_in_other(first: Row, second: Row) -> bool:
    """Tell whether one is the full qualification of an occupation and the other a part of it."""
    if first.part_of_school is second.part_of_school:
        return False
    whole = second if first.part_of_school else first
    return whole.record.kind is QualificationKind.FULL and bool(_ids(first) & _ids(second))


def _ids(row: Row) -> frozenset[str]:
    return frozenset(one.id for one in row.occupations)


def marginal(score: float, nearest: float) -> float:
    """Return the marginal relevance of a record whose likeness to what is chosen is ``nearest``."""
    return LAMBDA * score - (1 - LAMBDA) * nearest
