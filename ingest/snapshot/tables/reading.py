"""Reading the tables of facts; a cell is stripped, an absent one empty ("not seen", never "none")."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Row = Mapping[str, str]


def read_tsv(path: Path) -> tuple[Row, ...]:
    """Read a table with a header line."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return tuple({key: _cell(cell) for key, cell in row.items()} for row in rows)


def read_csv(path: Path, delimiter: str = ",") -> tuple[Row, ...]:
    """Read a table of separated values with a header line and perhaps a byte order mark."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return tuple(
            {key: _cell(cell) for key, cell in row.items()} for row in csv.DictReader(lines, delimiter=delimiter)
        )


def _cell(written: str | None) -> str:
    """Strip a cell; a no-break space in it is a matter of the source's layout."""
    return (written or "").replace("\u00a0", " ").strip()


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON Lines file; nothing where there is no such file."""
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def pieces(cell: str, separator: str) -> tuple[str, ...]:
    """Split a cell into its non-empty parts."""
    return tuple(part.strip() for part in cell.split(separator) if part.strip())
