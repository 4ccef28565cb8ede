"""How alike two lists of recommended records are."""

from collections.abc import Sequence
from statistics import fmean

PERSISTENCE = 0.9


def jaccard(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the size of the intersection over that of the union; 1 for two empty lists (Jaccard 1912)."""
    first, second = set(one), set(other)
    return len(first & second) / len(first | second) if first or second else 1.0


def rbo(one: Sequence[str], other: Sequence[str], persistence: float = PERSISTENCE) -> float:
    """Return rank-biased overlap, extrapolated for lists of uneven length; 1 for two empty lists.

    RBO_EXT, equation 32 of Webber, Moffat, Zobel: *A similarity measure for indefinite rankings*, ACM TOIS 28(4),
    2010. ``persistence`` is the chance to look one place further down; 0.9 puts 86 % of the weight on the first ten.
    """
    short, long = sorted((list(dict.fromkeys(one)), list(dict.fromkeys(other))), key=len)
    if not long:
        return 1.0
    if not short:
        return 0.0
    s, n, p = len(short), len(long), persistence
    overlap = [len(set(short[:depth]) & set(long[:depth])) for depth in range(n + 1)]
    seen = sum(overlap[d] / d * p**d for d in range(1, n + 1))
    uneven = sum(overlap[s] * (d - s) / (s * d) * p**d for d in range(s + 1, n + 1))
    rest = ((overlap[n] - overlap[s]) / n + overlap[s] / s) * p**n
    return (1 - p) / p * (seen + uneven) + rest


def level_gap(one: Sequence[int], other: Sequence[int]) -> float | None:
    """Return the distance of the mean PRK levels, ``None`` where one list has none."""
    return abs(fmean(one) - fmean(other)) if one and other else None
