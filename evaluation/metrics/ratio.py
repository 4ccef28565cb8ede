"""Shares that add up: a part of a whole for each case, summed over a run and over its slices without keeping cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Ratio = tuple[float, float]
"""(part, whole); a whole of 0 says that the case has nothing to measure."""
Ratios = Mapping[str, Ratio]
NOTHING: Ratio = (0.0, 0.0)


def of(part: float, whole: float) -> Ratio:
    """Return a ratio that weighs as much as its whole: 3 of 4 expected facts weigh as four."""
    return (float(part), float(whole))


def mean_of(part: float, whole: float) -> Ratio:
    """Return a ratio that weighs as one case however large its whole is."""
    return (part / whole, 1.0) if whole else NOTHING


def truth(value: bool) -> Ratio:
    """Return 1 of 1 or 0 of 1."""
    return (float(value), 1.0)


def value_of(ratio: Ratio) -> float | None:
    """Return the share to four digits, ``None`` of nothing."""
    return round(ratio[0] / ratio[1], 4) if ratio[1] else None


@dataclass(slots=True)
class Tally:
    """Sums of ratios by name."""

    cases: int = 0
    sums: dict[str, list[float]] = field(default_factory=dict)

    def add(self, ratios: Ratios) -> None:
        """Count one case."""
        self.cases += 1
        for name, (part, whole) in ratios.items():
            total = self.sums.setdefault(name, [0.0, 0.0])
            total[0] += part
            total[1] += whole

    def shares(self, names: Iterable[str] = ()) -> dict[str, float]:
        """Return the share by name; one that nothing measured is absent, not zero."""
        wanted = tuple(names) or tuple(self.sums)
        found = {name: value_of((self.sums[name][0], self.sums[name][1])) for name in wanted if name in self.sums}
        return {name: value for name, value in found.items() if value is not None}


@dataclass(slots=True)
class Slices:
    """Sums over all cases and over the groups they belong to: dimension → value → sums."""

    whole: Tally = field(default_factory=Tally)
    groups: dict[str, dict[str, Tally]] = field(default_factory=dict)

    def add(self, ratios: Ratios, slices: Mapping[str, str]) -> None:
        """Count one case; a dimension it has no value in is passed over."""
        self.whole.add(ratios)
        for name, value in slices.items():
            if value:
                self.groups.setdefault(name, {}).setdefault(value, Tally()).add(ratios)

    def scores(self, counted: str = "cases") -> dict[str, Any]:
        """Return the shares of all, and below ``slices`` those of each group with how many it has."""
        groups = {
            name: {value: {counted: one.cases, **one.shares()} for value, one in sorted(values.items())}
            for name, values in sorted(self.groups.items())
        }
        return {counted: self.whole.cases, **self.whole.shares(), "slices": groups}
