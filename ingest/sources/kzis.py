"""The official descriptions of occupations (KZiS), as the CSV an operator hands over."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ingest.addresses import qualification_url
from ingest.sources.errors import SourceError
from ingest.sources.values import clean
from register.library import parse_record
from register.occupation import Occupation

ATTRIBUTION = "Klasyfikacja zawodów i specjalności, opisy zawodów: psz.praca.gov.pl"
_COLUMNS = frozenset({"code", "name", "synthesis"})
_TASKS = ("tasks1", "tasks2")
_LONGEST_CELL = 1_000_000


def read_kzis(path: Path, classification_year: int, today: date) -> Iterator[Occupation]:
    """Yield the occupations of a CSV with ``code, name, synthesis, tasks1, tasks2``.

    ``classification_year`` is the year of the classification the codes belong to. Raises ``SourceError``.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            if not set(rows.fieldnames or ()) >= _COLUMNS:
                raise SourceError(f"{path}: no columns {', '.join(sorted(_COLUMNS))}: not a KZiS file")
            for row in rows:
                yield _occupation(row, classification_year, today, path)
    except (UnicodeError, csv.Error) as error:
        raise SourceError(f"{path} cannot be read: {error}") from error
    except OSError as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(f"{path} cannot be read: {error.strerror or error}") from error


def _occupation(row: dict[str, str | None], year: int, today: date, path: Path) -> Occupation:
    cells = {key: cell or "" for key, cell in row.items() if isinstance(cell, str)}
    code, name, synthesis = cells["code"].strip(), clean(cells["name"]), clean(cells["synthesis"])
    source = f"KZiS, opis zawodu {code} (psz.praca.gov.pl, plik {path.name})"
    try:
        record = parse_record(
            {
                "record_type": "occupation",
                "id": f"kzis:{code}",
                "name": name,
                "code": code,
                "classification_year": year,
                "summary": {"pl": synthesis} if synthesis else None,
                "tasks": _tasks(";".join(cells.get(column, "") for column in _TASKS)),
                "url": qualification_url(None, name),
                "provenance": ({"sources": (source,), "confidence": "secondary", "retrieved": today},),
            }
        )
    except ValueError as error:
        raise SourceError(f"{path}: {error}") from error
    assert isinstance(record, Occupation)  # noqa: S101 - the type follows from record_type
    return record


def _tasks(cell: str) -> tuple[str, ...]:
    parts = (clean(part).strip(" ;.-–") for part in re.split(r"[;\n]", cell))
    return tuple(dict.fromkeys(part for part in parts if part))
