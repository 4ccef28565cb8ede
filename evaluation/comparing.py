"""Two kept runs side by side: what they were made with, which cases changed, and whether that is more than chance."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from evaluation.folder import read_config
from evaluation.metrics.bootstrap import Change, changes
from evaluation.reading import units_of

_PASSED_OVER = frozenset({"started_at"})


@dataclass(frozen=True, slots=True)
class Moved:
    """A case that changed sides, and what is or was wrong with it."""

    id: str
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``made_with``: name → (before, after); ``better`` and ``worse``: cases that changed sides; ``only_one``: ids."""

    made_with: Mapping[str, tuple[Any, Any]]
    measures: Mapping[str, Change]
    better: tuple[Moved, ...]
    worse: tuple[Moved, ...]
    only_one: int

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON."""
        return {**asdict(self), "significant": [name for name, one in self.measures.items() if one.significant]}

    def lines(self, most: int = 20) -> Iterator[str]:
        """Yield it as lines for a terminal, the worst news first."""
        yield from (f"made with: {name}  {before} → {after}" for name, (before, after) in self.made_with.items())
        for name, one in sorted(self.measures.items(), key=lambda item: item[1].after - item[1].before):
            if one.before != one.after:
                mark = "significant" if one.significant else "may be chance"
                bounds = f"95 % {one.low:+.3f}…{one.high:+.3f}, p {one.p:.3f}: {mark}"
                yield f"{name}  {one.before:g} → {one.after:g}  ({bounds})"
        for word, moved in (("worse", self.worse), ("better", self.better)):
            yield f"{word}: {len(moved)} cases"
            yield from (f"  {one.id}  {'; '.join(one.faults)}" for one in moved[:most])
        if self.only_one:
            yield f"in one run only: {self.only_one} cases"


def compare(run_a: Path, run_b: Path) -> Comparison:
    """Compare two runs of one task, case by case; raises ``RunError`` and ``SetError``."""
    before = {unit.id: unit for unit in units_of(run_a)}
    after = {unit.id: unit for unit in units_of(run_b)}
    both = [(before[name], after[name]) for name in before if name in after]
    return Comparison(
        made_with=_made_with(read_config(run_a), read_config(run_b)),
        measures=changes([(one.ratios, other.ratios) for one, other in both]),
        better=tuple(Moved(one.id, one.faults) for one, other in both if one.faults and not other.faults),
        worse=tuple(Moved(other.id, other.faults) for one, other in both if other.faults and not one.faults),
        only_one=len(before.keys() ^ after.keys()),
    )


def _made_with(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    first, second = dict(_flat(one)), dict(_flat(other))
    return {
        name: (first.get(name, "–"), second.get(name, "–"))
        for name in sorted({*first, *second} - _PASSED_OVER)
        if first.get(name) != second.get(name)
    }


def _flat(tree: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}/")
        else:
            yield f"{prefix}{name}", ", ".join(map(str, value)) if isinstance(value, list) else value
