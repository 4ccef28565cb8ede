"""Kept runs: their scores read, shown and compared, whatever the task."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

_GATE = re.compile(r"(.+?)\s*(>=|<=)\s*(-?\d+(?:\.\d+)?)")


class RunError(ValueError):
    """A folder that holds no run; the message names it."""


class GateError(ValueError):
    """A gate that cannot be read, or that names no score; the message names it."""


def read_scores(run: Path) -> dict[str, Any]:
    """Read ``scores.json`` of a run; raises ``RunError``."""
    try:
        scores = json.loads((run / "scores.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise RunError(f"{run} holds no scores of a run: {error}") from error
    if not isinstance(scores, dict):
        raise RunError(f"{run / 'scores.json'} holds no scores")
    return scores


def keep_scores(run: Path, scores: Mapping[str, Any], report: str) -> None:
    """Write ``scores.json`` and the page ``report.html`` of a run; raises ``OSError``."""
    (run / "scores.json").write_text(json.dumps(scores, indent=1, ensure_ascii=False), "utf-8")
    (run / "report.html").write_text(report, "utf-8")


def share(part: int, whole: int) -> float:
    """Return ``part / whole`` to four digits, 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def numbers_of(scores: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    """Yield every number with its full name, as ``slices/one typo/latency_ms.p50``."""
    for name, value in scores.items():
        if isinstance(value, Mapping):
            yield from numbers_of(value, f"{prefix}{name}{'.' if _is_of_times(name) else '/'}")
        elif isinstance(value, int | float):
            yield f"{prefix}{name}", float(value)


def lines_of(scores: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for every number, names aligned."""
    found = list(numbers_of(scores))
    width = max((len(name) for name, _ in found), default=0)
    yield from (f"{name:<{width}}  {value:g}" for name, value in found)


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """Return, for numbers that both runs have and that differ, what each has."""
    first, second = dict(numbers_of(one)), dict(numbers_of(other))
    return {name: (first[name], second[name]) for name in first if name in second and first[name] != second[name]}


def missed(scores: Mapping[str, Any], gates: Sequence[str]) -> list[str]:
    """Return the gates (``mrr>=0.8``, ``latency_ms.p95<=6``) that do not hold; raises ``GateError``."""
    numbers = dict(numbers_of(scores))
    return [gate for gate in gates if not _holds(gate, numbers)]


def _holds(gate: str, numbers: Mapping[str, float]) -> bool:
    read = _GATE.fullmatch(gate.strip())
    if read is None:
        raise GateError(f"{gate!r} is no gate; write NAME>=NUMBER or NAME<=NUMBER")
    name, sign, bound = read.groups()
    if name not in numbers:
        raise GateError(f"there is no score {name!r}; there are {', '.join(list(numbers)[:8])}…")
    return numbers[name] >= float(bound) if sign == ">=" else numbers[name] <= float(bound)


def _is_of_times(name: str) -> bool:
    return name.endswith("_ms")
