"""The factors of a recommendation, their weights, and how a user changes them."""

from collections.abc import Mapping
from enum import StrEnum

from assistant.advice.matching.errors import MatchingError


class FactorName(StrEnum):
    """What speaks for a qualification. Nothing about who the person is: a factor reads work, learning and wishes."""

    WISH = "wish"
    INTERESTS = "interests"
    SKILLS = "skills"
    ENTRY = "entry"
    LEVEL = "level"
    DEMAND = "demand"
    PAY = "pay"


ORDER: tuple[FactorName, ...] = tuple(FactorName)
DEFAULT_WEIGHTS: Mapping[FactorName, float] = {
    FactorName.WISH: 0.30,
    FactorName.INTERESTS: 0.25,
    FactorName.SKILLS: 0.15,
    FactorName.ENTRY: 0.10,
    FactorName.LEVEL: 0.10,
    FactorName.DEMAND: 0.05,
    FactorName.PAY: 0.05,
}
"""Own choice, no study behind it; shown with every recommendation and changeable."""

TIMES_MORE = 2.0


def weights_of(chosen: Mapping[str, float]) -> dict[FactorName, float]:
    """Return weights that add up to 1: the defaults with ``chosen`` in their place, w / sum(w).

    Raises ``MatchingError`` for an unknown factor, a weight outside 0-1, or all of them 0.
    """
    weights = dict(DEFAULT_WEIGHTS)
    for name, weight in chosen.items():
        if name not in DEFAULT_WEIGHTS:
            raise MatchingError("unknown_factor", f"no factor {name!r}; there are {', '.join(ORDER)}")
        if not 0 <= weight <= 1:
            raise MatchingError("bad_weight", f"the weight of {name} must lie between 0 and 1")
        weights[FactorName(name)] = float(weight)
    total = sum(weights.values())
    if total <= 0:
        raise MatchingError("bad_weight", "at least one factor must weigh something")
    return {name: weight / total for name, weight in weights.items()}


def put_first(weights: Mapping[FactorName, float], more: FactorName, less: FactorName) -> dict[FactorName, float]:
    """Return ``weights`` with ``more`` weighing at least twice what ``less`` weighs, added up to 1 again.

    The two keep their joint weight s: less = s / 3 and more = 2 s / 3, unless the ratio was already so or higher.
    Raises ``MatchingError`` when both are one factor.
    """
    if more is less:
        raise MatchingError("same_factor", "a factor cannot be more important than itself")
    joint = weights[more] + weights[less]
    if joint == 0 or weights[more] >= TIMES_MORE * weights[less] > 0:
        return weights_of({**_plain(weights), more: max(weights[more], DEFAULT_WEIGHTS[more])})
    share = joint / (1 + TIMES_MORE)
    return weights_of({**_plain(weights), more: TIMES_MORE * share, less: share})


def _plain(weights: Mapping[FactorName, float]) -> dict[str, float]:
    return {name.value: weight for name, weight in weights.items()}
