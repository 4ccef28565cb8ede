"""The table that `make eval` prints: each measure beside its aim."""

from collections.abc import Iterator, Mapping
from typing import Any

AIMS: tuple[tuple[str, str, str, float], ...] = (
    ("answers", "right_status", ">=", 0.95),
    ("answers", "citation_precision", ">=", 0.98),
    ("answers", "citation_precision_by_rail", ">=", 0.98),
    ("answers", "citation_recall", ">=", 0.95),
    ("answers", "citation_recall_by_rail", ">=", 0.95),
    ("answers", "facts_present", ">=", 0.90),
    ("answers", "invented_entities", "<=", 0),
    ("answers", "honest_unanswerable", ">=", 0.98),
    ("conversations", "whole_conversations", ">=", 0.85),
)


def table_of(scores: Mapping[str, Any]) -> Iterator[str]:
    """Yield the table as Markdown; a measure that was not taken has a dash."""
    yield "| task | measure | value | aim | |"
    yield "|---|---|---|---|---|"
    for task, name, sign, aim in AIMS:
        value = scores.get(task, {}).get(name)
        met = "–" if value is None else "met" if _meets(value, sign, aim) else "missed"
        shown = "–" if value is None else f"{value:g}"
        yield f"| {task} | {name} | {shown} | {'≥' if sign == '>=' else '≤'} {aim:g} | {met} |"


def _meets(value: float, sign: str, aim: float) -> bool:
    return value >= aim if sign == ">=" else value <= aim
