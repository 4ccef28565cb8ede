"""The official descriptions of occupations (KZiS), as the CSV an operator hands over."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ingest.addresses import qualification_url
from ingest.sources.csv_files import Row, read_csv
from ingest.sources.errors import SourceError
from ingest.sources.values import clean
from register.library import parse_record
from register.occupation import Occupation

ATTRIBUTION = "Klasyfikacja zawodów i specjalności, opisy zawodów: psz.praca.gov.pl"
_COLUMNS = frozenset({"code", "name", "synthesis"})
_TASKS = ("tasks1", "tasks2")


def read_kzis(path: Path, classification_year: int, today: date) -> Iterator[Occupation]:
    """Yield the occupations of a CSV with ``code, name, synthesis, tasks1, tasks2``.

    ``classification_year`` is the year of the classification the codes belong to. Raises ``SourceError``.
    """
    for row in read_csv(path, _COLUMNS, "a KZiS file"):
        yield _occupation(row, classification_year, today, path)


def _occupation(row: Row, year: int, today: date, path: Path) -> Occupation:
    code, name, synthesis = row["code"].strip(), clean(row["name"]), clean(row["synthesis"])
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
                "tasks": _tasks(";".join(row.get(column, "") for column in _TASKS)),
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
