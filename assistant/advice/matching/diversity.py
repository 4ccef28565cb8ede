"""A list that is not five times the same: maximal marginal relevance.

    next = argmax over d of  lambda * score(d) - (1 - lambda) * max over chosen s of alike(d, s)

(Carbonell & Goldstein 1998, SIGIR, 335-336), lambda = 0.7. ``alike`` is 1 for records of one unit group (ISCO) or one
occupation, 1/2 for one branch, 0 otherwise: own choice. A full qualification and its part
are not shown beside each other as two things: the whole stands for both where its score is at least nine tenths of
the part's (own choice), for most of what is left between them is that the part has a course of its own; else the
better one does. So does the best of those that differ in the paper or the rank only («… - ekspert», «… - specjalista»).
"""

from collections.abc import Iterable, Sequence

from assistant.advice.matching.table import Row
from register.vocabulary import QualificationKind

LAMBDA = 0.7
CONSIDERED = 60
SAME_GROUP, SAME_BRANCH = 1.0, 0.5
WHOLE_ENOUGH = 0.9


def alike(first: Row, second: Row) -> float:
    """How alike two records are for the purpose of a list."""
    if _ids(first) & _ids(second) or (first.group and first.group == second.group):
        return SAME_GROUP
    branch = first.record.branch_code
    return SAME_BRANCH if branch and branch == second.record.branch_code else 0.0


def diverse(
    ranked: Sequence[tuple[Row, float]], limit: int, repelled_by: Iterable[Row] = (), *, of_one_field: bool = False
) -> list[int]:
    """Return the places in ``ranked`` (best first) of at most ``limit`` records, in the order they are chosen.

    ``of_one_field``: all are to be of what was asked for, so that one branch is no likeness («lubię samochody»).
    """
    considered = ranked[:CONSIDERED]
    pool = [place for place, (row, score) in enumerate(considered) if not _in_a_whole(row, score, considered)]
    nearest = [max((alike(row, other) for other in repelled_by), default=0.0) for row, _ in considered]
    chosen: list[int] = []
    while pool and len(chosen) < limit:
        best = max(pool, key=lambda place: (marginal(ranked[place][1], nearest[place]), -place))
        pool = [place for place in pool if place != best and not _one_for_both(ranked[place][0], ranked[best][0])]
        chosen.append(best)
        for place in pool:
            likeness = alike(ranked[place][0], ranked[best][0])
            nearest[place] = max(nearest[place], 0.0 if of_one_field and likeness == SAME_BRANCH else likeness)
    return chosen


def _in_a_whole(row: Row, score: float, among: Sequence[tuple[Row, float]]) -> bool:
    """Tell whether a whole with about the same score has ``row`` as its part."""
    if not row.part_of_school:
        return False
    return any(_one_in_other(row, other) for other, whole in among if whole >= WHOLE_ENOUGH * score)


def _one_for_both(first: Row, second: Row) -> bool:
    return _one_in_other(first, second) or _of_one_name(first, second)


def _one_in_other(first: Row, second: Row) -> bool:
    """Tell whether one is the full qualification of an occupation and the other a part of it."""
    if first.part_of_school is second.part_of_school:
        return False
    whole = second if first.part_of_school else first
    return whole.record.kind is QualificationKind.FULL and bool(_ids(first) & _ids(second))


def _of_one_name(first: Row, second: Row) -> bool:
    """Tell whether only the paper or the rank differs («… - specjalista», «… - ekspert»)."""
    heads = [row.record.name.partition(" - ") for row in (first, second)]
    return all(separator for _, separator, _ in heads) and heads[0][0] == heads[1][0]


def _ids(row: Row) -> frozenset[str]:
    return frozenset(one.id for one in row.occupations)


def marginal(score: float, nearest: float) -> float:
    """Return the marginal relevance of a record whose likeness to what is chosen is ``nearest``."""
    return LAMBDA * score - (1 - LAMBDA) * nearest
