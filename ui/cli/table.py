"""Hits as a table that fits the terminal; in a pipe nothing is cut."""

import shutil
import sys
import unicodedata
from collections.abc import Sequence

from register.vocabulary import RecordType
from retrieval import Filters, Hit, SearchResult
from ui.searching import applied, level_of, title_of
from ui.texts import label, text

NARROWEST = 20
GAP = "  "


def table(result: SearchResult) -> str:
    """Return the hits as rows of title, code, level, category, why, and below what was narrowed."""
    remarks = [text("search.note", what=note) for note in result.notes]
    if narrowed := _narrowed(result.filters):
        remarks.append(text("search.filtered", what=narrowed))
    if not result.hits:
        return "\n".join((text("search.nothing"), *remarks))
    head = [text(f"search.{column}") for column in ("title", "code", "level", "category", "because")]
    rows = [head, *(_row(hit) for hit in result.hits)]
    return "\n".join((*_aligned(rows), *remarks))


def _row(hit: Hit) -> list[str]:
    record = hit.record
    level = level_of(record)
    doubt = "?" if record.is_derived("prk_level") or record.is_derived("full_prk_level") else ""
    return [
        f"{title_of(record)} ({record.id})",
        str(getattr(record, "code", "")),
        f"{level}{doubt}" if level else "",
        _category(hit),
        ", ".join(hit.because),
    ]


def _category(hit: Hit) -> str:
    category = getattr(hit.record, "category", None)
    if hit.record.record_type is RecordType.QUALIFICATION and category:
        return label("category", category.value)
    return label("type", hit.record.record_type.value)


def _narrowed(filters: Filters) -> str:
    return "; ".join(
        f"{name}: {', '.join(value) if isinstance(value, list) else value}" for name, value in applied(filters).items()
    )


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    if sys.stdout.isatty():
        free = shutil.get_terminal_size().columns - sum(widths[1:4]) - len(GAP) * 4
        widths[0] = max(NARROWEST, min(widths[0], free * 2 // 3))
        widths[4] = max(NARROWEST, min(widths[4], free - widths[0]))
    return [GAP.join(_fit(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _fit(cell: str, width: int) -> str:
    if _width(cell) > width:
        cell = cell[: width - 1] + "…"
    return cell + " " * (width - _width(cell))


def _width(cell: str) -> int:
    return sum(0 if unicodedata.combining(character) else 1 for character in cell)
