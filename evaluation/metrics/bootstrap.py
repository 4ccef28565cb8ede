"""Whether a difference between two runs over the same cases is more than chance: the paired bootstrap."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.metrics.ratio import NOTHING, Ratios

DRAWS = 2_000
SEED = 20_261_128
_CELLS = 4_000_000
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Change:
    """A measure before and after, the bounds of the middle 95 % of resampled differences, and a two-sided p."""

    before: float
    after: float
    low: float
    high: float
    p: float

    @property
    def significant(self) -> bool:
        """Whether the change is unlikely to be chance, one measure at a time; many measures need more caution."""
        return self.p < 0.05


def changes(pairs: Sequence[tuple[Ratios, Ratios]]) -> Mapping[str, Change]:
    """Compare every measure over paired cases, each as (part, whole).

    Cases are drawn with replacement, a case with both its values; the measure is the sum of parts over the sum of
    wholes in each draw. p is twice the smaller share of draws on either side of no difference, at least 1 / draws.
    Efron, Tibshirani: *An Introduction to the Bootstrap*, 1993, chapters 13 and 16; paired use after Koehn:
    *Statistical Significance Tests for Machine Translation Evaluation*, EMNLP 2004.
    """
    names = sorted({name for one, other in pairs for name in one.keys() & other.keys()})
    if not pairs or not names:
        return {}
    table = np.array([[[one.get(name, NOTHING), other.get(name, NOTHING)] for name in names] for one, other in pairs])
    draws = np.concatenate(list(_differences(table)))
    before, after = _shares(table.sum(axis=0))
    return {
        name: _change(float(before[at]), float(after[at]), draws[:, at])
        for at, name in enumerate(names)
        if not np.isnan(before[at] + after[at])
    }


def _differences(table: Floats) -> Iterator[Floats]:
    """Yield differences of draws, so many at a time as memory should hold."""
    random = np.random.default_rng(SEED)
    cases, at_once = len(table), max(1, _CELLS // len(table))
    for start in range(0, DRAWS, at_once):
        size = min(at_once, DRAWS - start)
        times = random.multinomial(cases, np.full(cases, 1 / cases), size=size)
        before, after = _shares(np.einsum("dc,cmsr->dmsr", times, table))
        yield after - before


def _shares(sums: Floats) -> tuple[Floats, Floats]:
    """Return the shares of both runs from (…, measure, run, part and whole)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = sums[..., 0] / sums[..., 1]
    return shares[..., 0], shares[..., 1]


def _change(before: float, after: float, draws: Floats) -> Change:
    known = draws[~np.isnan(draws)]
    low, high = np.percentile(known, [2.5, 97.5])
    tail = min(float((known <= 0).mean()), float((known >= 0).mean()))
    p = min(1.0, max(2 * tail, 1 / len(known)))
    return Change(round(before, 4), round(after, 4), round(float(low), 4), round(float(high), 4), round(p, 4))
