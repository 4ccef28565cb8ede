"""The page of the monitor: what shifted, each count beside its reference, measures by week. It loads nothing."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from evaluation.monitoring.drift import Drift
from evaluation.plots import bars
from evaluation.runs import numbers_of

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:auto;padding:1rem}"
    "td,th{border:1px solid #767676;padding:.25rem .5rem}table{border-collapse:collapse}svg{max-width:100%;height:auto}"
)


def page(scores: Mapping[str, Any], drifts: tuple[Drift, ...], reference: str, week: str) -> str:
    """Return the page; without a second week there is no drift to show."""
    parts = [
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Monitor</title><style>{_STYLE}</style>",
        f"<h1>Sampled turns: {escape(week)} against {escape(reference)}</h1>" if drifts else "<h1>Sampled turns</h1>",
        *_drifts(drifts, reference, week),
        "<h2>Measures</h2><table>",
        *(f"<tr><th scope=row>{escape(name)}<td>{value:g}" for name, value in numbers_of(scores)),
        "</table></html>",
    ]
    return "\n".join(parts)


def lines_of_drift(drifts: tuple[Drift, ...], reference: str, week: str) -> Iterator[str]:
    """Yield a line a count for the terminal."""
    for one in drifts:
        verdict = "SHIFTED" if one.shifted else "steady"
        yield f"{one.name:<9} {verdict:<8} PSI {one.psi:.3f}  p {one.p:.3g}  ({week} against {reference})"


def _drifts(drifts: tuple[Drift, ...], reference: str, week: str) -> Iterator[str]:
    for one in drifts:
        verdict = "shifted" if one.shifted else "steady"
        yield f"<h2>{escape(one.name)}: {verdict}</h2><p>PSI {one.psi:.3f}, p of χ² {one.p:.3g}</p>"
        for name, counts in ((reference, one.reference), (week, one.actual)):
            total = sum(counts.values())
            if total:
                yield bars(f"{one.name}, {name}", {value: count / total for value, count in counts.items()})
