"""CSV files with a header line, as offices and the European Commission hand them out."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from ingest.sources.errors import SourceError

_LONGEST_CELL = 1_000_000
Row = Mapping[str, str]


def read_csv(path: Path, columns: frozenset[str], of: str) -> Iterator[Row]:
    """Yield the rows of ``path``; a cell missing at the end of its row is empty, one too many is dropped.

    Raises ``SourceError`` where it cannot be read, or a column of ``columns`` is missing: then it is not ``of``.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            if not columns <= set(rows.fieldnames or ()):
                raise SourceError(f"{path}: no columns {', '.join(sorted(columns))}: not {of}")
            for row in rows:
                yield {column: row[column] or "" for column in rows.fieldnames or ()}
    except (UnicodeError, csv.Error) as error:
        raise SourceError(f"{path} cannot be read: {error}") from error
    except OSError as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{path} cannot be read: {error.strerror or error}") from error
