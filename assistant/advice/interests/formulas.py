"""Published measures of vocational interests, written from the formulas in the literature.

A profile is six numbers in the order R I A S E C on any one scale; a code is a sequence of different letters,
the most characteristic first. Whatever is not six finite numbers, or not such a code, raises ``FormulaError``.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import pstdev

from assistant.advice.interests.errors import FormulaError
from assistant.advice.interests.holland import HEXAGON, LARGEST

IACHAN_WEIGHTS = ((22, 10, 4), (10, 5, 2), (4, 2, 1))
BROWN_GORE_WEIGHTS = (3, 2, 1)
FARTHEST = 3


@dataclass(frozen=True, slots=True)
class Differentiation:
    """How far the types of one profile stand apart, in the units of its scale; x(k) is the k-th highest value.

    ``di1`` x(1) - x(2); ``di2`` x(1) - x(3); ``di3`` x(1) - (x(2) + x(4)) / 2 (Iachan 1984, Journal of Vocational
    Behavior 24, 129-132); ``di5`` highest - lowest (Holland 1973); ``di6`` the same over the sum, ``None`` where
    the sum is 0; ``di7`` the population standard deviation. Numbered as in the R package ``holland``.
    """

    di1: float
    di2: float
    di3: float
    di5: float
    di6: float | None
    di7: float


def profile_correlation(person: Sequence[float], occupation: Sequence[float]) -> float | None:
    """Pearson's r of two profiles, -1 to 1: likeness of shape, whatever the level; ``None`` when one is level.

    r = sum((u - mean u)(o - mean o)) / sqrt(sum((u - mean u)^2) sum((o - mean o)^2)), used to join people and
    occupations by the O*NET Interest Profiler (Rounds et al. 1999; Rounds, Su, Lewis & Rivkin 2010).
    """
    u, o = _centred(person), _centred(occupation)
    if u is None or o is None:
        return None
    product = math.fsum(x * y for x, y in zip(u, o, strict=True))
    length = math.sqrt(math.fsum(x * x for x in u) * math.fsum(y * y for y in o))
    return max(-1.0, min(1.0, product / length))


def chance_of_correlation(r: float) -> float:
    """Probability (0-1) that two unrelated six-value profiles correlate at ``r`` or higher (one-tailed).

    Student's t with n - 2 = 4 degrees of freedom at t = r sqrt(4 / (1 - r^2)); for four degrees the distribution
    function is closed, and in terms of r the tail is 1/2 - 3r/4 + r^3/4.
    """
    if not -1 <= r <= 1:
        raise FormulaError(f"a correlation lies between -1 and 1, not at {r}")
    return 0.5 - 0.75 * r + 0.25 * r**3


def profile_distance(person: Sequence[float], occupation: Sequence[float]) -> float:
    """Euclidean distance of two profiles, both on a 0-1 scale: 0 to sqrt(6); it sees the level that r does not."""
    return math.dist(six(person), six(occupation))


def hexagon_distance(one: str, other: str) -> int:
    """Steps between two types around the hexagon, 0-3: min(|i - j|, 6 - |i - j|) (Holland 1973)."""
    first, second = (HEXAGON.index(letter) for letter in (*code(one, 1), *code(other, 1)))
    steps = abs(first - second)
    return min(steps, len(HEXAGON) - steps)


def consistency(person: Sequence[str]) -> int:
    """How near the first two letters are: 3 neighbours, 2 alternate, 1 opposite (Holland 1997)."""
    first, second = code(person, 2)
    return FARTHEST + 1 - hexagon_distance(first, second)


def brown_gore_c(person: Sequence[str], environment: Sequence[str]) -> int:
    """C-index of two three-letter codes, 0-18, expected 9 by chance: sum of w(k) (3 - d(p(k), e(k))), w = 3, 2, 1.

    Brown & Gore 1994, Journal of Vocational Behavior 45, 310-327.
    """
    pairs = zip(BROWN_GORE_WEIGHTS, code(person, 3), code(environment, 3), strict=True)
    return sum(weight * (FARTHEST - hexagon_distance(one, other)) for weight, one, other in pairs)


def iachan_m(person: Sequence[str], environment: Sequence[str]) -> int:
    """M agreement of two three-letter codes, 0-28: the weight of each pair of places that hold the same letter.

    Iachan 1984, Journal of Vocational Behavior 24, 133-141.
    """
    one, other = code(person, 3), code(environment, 3)
    return sum(IACHAN_WEIGHTS[i][other.index(letter)] for i, letter in enumerate(one) if letter in other)


def differentiation(profile: Sequence[float]) -> Differentiation:
    """Measure how far the types of ``profile`` stand apart; see ``Differentiation`` for each index."""
    values = six(profile)
    x = sorted(values, reverse=True)
    spread, total = x[0] - x[-1], math.fsum(values)
    return Differentiation(
        di1=x[0] - x[1],
        di2=x[0] - x[2],
        di3=x[0] - (x[1] + x[3]) / 2,
        di5=spread,
        di6=spread / total if total else None,
        di7=pstdev(values),
    )


def six(values: Sequence[float]) -> tuple[float, ...]:
    """Return ``values`` as six finite numbers within +-1e9; raises ``FormulaError``."""
    numbers = tuple(float(value) for value in values)
    if len(numbers) != len(HEXAGON) or not all(abs(number) <= LARGEST for number in numbers):
        raise FormulaError("a profile is six finite numbers: R, I, A, S, E, C")
    return numbers


def code(letters: Sequence[str], length: int) -> tuple[str, ...]:
    """Return ``letters`` as ``length`` different letters of RIASEC; raises ``FormulaError``."""
    found = tuple(str(letter) for letter in letters)
    if len(found) != length or len(set(found)) != length or not set(found) <= set(HEXAGON):
        raise FormulaError(f"a code here is {length} different letters of RIASEC")
    return found


def _centred(profile: Sequence[float]) -> tuple[float, ...] | None:
    """Deviations from the mean in units of the spread, so that no product can vanish; ``None`` for a level profile."""
    values = six(profile)
    spread = max(values) - min(values)
    mean = math.fsum(values) / len(values)
    return tuple((value - mean) / spread for value in values) if spread else None
