"""How far repeated verdicts agree.

Krippendorff's α for interval data: α = 1 - Dₒ / Dₑ, Dₒ the mean squared difference within units, Dₑ that between all
values whatever their unit (K. Krippendorff: *Computing Krippendorff's Alpha-Reliability*, 2011). 1 is agreement, 0 what
chance gives.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations
from statistics import fmean, pstdev

Units = Iterable[Sequence[float]]
"""Values of each unit, one a repetition; a repetition that failed is left out."""


def alpha(units: Units) -> float | None:
    """Return α; ``None`` where no unit has two values, or where all values are the same and α says nothing."""
    pairable = [unit for unit in units if len(unit) > 1]
    values = [value for unit in pairable for value in unit]
    if not values:
        return None
    mean, count = fmean(values), len(values)
    expected = 2 * sum((value - mean) ** 2 for value in values) / (count - 1)
    if expected == 0:
        return None
    return 1 - sum(_spread(unit) for unit in pairable) / count / expected


def pairwise(units: Units) -> float | None:
    """Return the mean absolute difference of two repetitions of a unit; ``None`` where no unit has two."""
    gaps = [abs(one - other) for unit in units for one, other in combinations(unit, 2)]
    return fmean(gaps) if gaps else None


def deviation(means: Sequence[float]) -> float | None:
    """Return the standard deviation of the repetitions' means; ``None`` of one."""
    return pstdev(means) if len(means) > 1 else None


def _spread(unit: Sequence[float]) -> float:
    """Sum the squared differences of ordered pairs, each unit weighed by 1 / (values - 1)."""
    return 2 * sum((one - other) ** 2 for one, other in combinations(unit, 2)) / (len(unit) - 1)
