"""The page of a run of asked questions: worst slices, tables by slice, every failed case with what it rested on."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from evaluation.folder import CONFIG, read_config
from evaluation.plots import bars
from evaluation.runs import numbers_of
from evaluation.turns import Turn
from evaluation.units import Unit

Failed = tuple[Unit, tuple[Turn, ...]]
MOST_FAILED = 200
LEAST_CASES = 4
_WORST = 8
_LISTED_BY = ("kind", "attribute", "label", "error", "slice", "language")
_DETAIL = ("slices", "statuses", "dead_record_ids", "confusion", "by_error", "by_language")
_UNKNOWN: Mapping[str, Any] = {
    "set": "?",
    "started_at": "?",
    "models": (),
    "index": {"snapshot": "?"},
    "hashes": {"code": "?"},
}


def page(title: str, out: Path, scores: Mapping[str, Any], failed: Iterator[Failed], headline: str) -> str:
    """Return the page; ``headline`` is the share by which slices are ordered. It loads nothing from elsewhere."""
    shown = list(islice(failed, MOST_FAILED))
    total = len(shown) + sum(1 for _ in failed)
    config = {**_UNKNOWN, **(read_config(out) if (out / CONFIG).is_file() else {})}
    slices = {name: _ordered(rows, headline) for name, rows in scores.get("slices", {}).items()}
    rendered: str = _template().render(
        title=title,
        config=config,
        units=scores.get("cases", scores.get("groups", 0)),
        failed=total,
        shown=len(shown),
        numbers=list(numbers_of({name: value for name, value in scores.items() if name not in _DETAIL})),
        slices=slices,
        columns=_columns(slices),
        shares={headline, "mrr", "right_status", "facts_present", "citation_recall", "whole_conversations"},
        worst=list(_worst(slices, headline)),
        plots={name: Markup(bars(f"{headline} by {name}", _shares(rows, headline))) for name, rows in slices.items()},  # noqa: S704 - our own SVG, its texts escaped by matplotlib
        groups=list(_groups(shown, _grouping(slices))),
    )
    return rendered


def anchor(dimension: str, value: str) -> str:
    """Return the id of a slice's place on the page."""
    return "failed-" + escape("".join(letter if letter.isalnum() else "-" for letter in f"{dimension}-{value}"))


def _template() -> Any:
    folder = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined).get_template("report.html.j2")


def _ordered(rows: Mapping[str, Mapping[str, Any]], headline: str) -> list[tuple[str, Mapping[str, Any]]]:
    return sorted(((value, _Row(row)) for value, row in rows.items()), key=lambda item: item[1][headline] or 0.0)


class _Row(dict[str, Any]):
    """A row of a table; a measure it lacks is ``None``."""

    def __missing__(self, name: str) -> None:
        return None


def _columns(slices: Mapping[str, Sequence[tuple[str, Mapping[str, Any]]]]) -> list[str]:
    return list(dict.fromkeys(name for rows in slices.values() for _, row in rows for name in row))


def _shares(rows: Sequence[tuple[str, Mapping[str, Any]]], headline: str) -> dict[str, float]:
    return {value: row[headline] for value, row in rows if row[headline] is not None}


def _worst(slices: Mapping[str, Sequence[tuple[str, Mapping[str, Any]]]], headline: str) -> Iterator[dict[str, Any]]:
    found = [
        {"dimension": name, "value": value, "share": row[headline], "count": row["cases"] or row["groups"]}
        for name, rows in slices.items()
        for value, row in rows
        if row[headline] is not None and (row["cases"] or row["groups"]) >= LEAST_CASES
    ]
    for one in sorted(found, key=lambda one: one["share"])[:_WORST]:
        place = anchor(one["dimension"], one["value"]) if one["dimension"] == _grouping(slices) else "failed"
        yield {**one, "anchor": place}


def _grouping(slices: Mapping[str, Any]) -> str:
    """Return the dimension by which failed cases are listed."""
    return next((name for name in _LISTED_BY if name in slices), "other")


def _groups(shown: Sequence[Failed], dimension: str) -> Iterator[dict[str, Any]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for unit, turns in shown:
        case = {"id": unit.id, "faults": unit.faults, "slices": unit.slices, "turns": turns}
        found.setdefault(unit.slices.get(dimension, "other"), []).append(case)
    for name, cases in sorted(found.items(), key=lambda item: -len(item[1])):
        yield {"name": name, "anchor": anchor(dimension, name), "cases": cases}
