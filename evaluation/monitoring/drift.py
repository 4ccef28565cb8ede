"""Whether what users meet has changed: one week's counts against a reference week's.

The population stability index says how much: PSI = Σ (aᵢ - rᵢ) · ln(aᵢ / rᵢ) over the shares of both weeks
(N. Siddiqi, Credit Risk Scorecards, Wiley 2006: below 0.1 none, from 0.25 a shift). It grows in small samples by
chance alone (B. Yurdakul, Western Michigan University 2018), so that a shift also has to pass Pearson's χ² test of
homogeneity.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from math import log
from typing import Any

LARGE, UNLIKELY = 0.25, 0.01
MOST_VALUES = 20
"""Records beyond the most frequent of both weeks are counted as one."""
_REST = "all others"
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Drift:
    """What was counted, how often in each week, how far it moved (PSI, 0 is not at all) and the p of χ²."""

    name: str
    reference: Mapping[str, int]
    actual: Mapping[str, int]
    psi: float
    p: float

    @property
    def shifted(self) -> bool:
        """Whether the change is both large and unlikely to be chance."""
        return self.psi >= LARGE and self.p < UNLIKELY

    def as_json(self) -> dict[str, Any]:
        """Return it for ``--json``."""
        return {**asdict(self), "shifted": self.shifted}


def drifts_of(reference: Mapping[str, Counter[str]], actual: Mapping[str, Counter[str]]) -> tuple[Drift, ...]:
    """Compare two weeks in everything that either has; what both lack is absent."""
    return tuple(_drift(name, reference[name], actual[name]) for name in reference if reference[name] or actual[name])


def psi(reference: Mapping[str, int], actual: Mapping[str, int]) -> float:
    """Return the population stability index; half a count is added to each value, as a share of 0 has no logarithm."""
    values = sorted({*reference, *actual})
    if not values:
        return 0.0
    before, after = (_shares(counts, values) for counts in (reference, actual))
    return sum((a - r) * log(a / r) for r, a in zip(before, after, strict=True))


def chance(reference: Mapping[str, int], actual: Mapping[str, int]) -> float:
    """Return the p of Pearson's χ² test; 1 where there is nothing to tell apart."""
    from scipy.stats import chi2_contingency  # noqa: PLC0415 - heavy, and an extra

    values = sorted({*reference, *actual})
    table = [[counts.get(value, 0) for value in values] for counts in (reference, actual)]
    if len(values) < 2 or not all(map(sum, table)):
        return 1.0
    return float(chi2_contingency(table).pvalue)


def _drift(name: str, reference: Counter[str], actual: Counter[str]) -> Drift:
    kept = {value for value, _ in (reference + actual).most_common(MOST_VALUES)}
    before, after = (_grouped(counts, kept) for counts in (reference, actual))
    return Drift(name, before, after, round(psi(before, after), 4), round(chance(before, after), 6))


def _grouped(counts: Counter[str], kept: set[str]) -> dict[str, int]:
    grouped: Counter[str] = Counter()
    for value, count in counts.items():
        grouped[value if value in kept else _REST] += count
    return dict(grouped)


def _shares(counts: Mapping[str, int], values: list[str]) -> list[float]:
    total = sum(counts.values()) + _HALF * len(values)
    return [(counts.get(value, 0) + _HALF) / total for value in values]
