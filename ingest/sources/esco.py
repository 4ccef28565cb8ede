"""ESCO occupations from the folder of CSV files that the European Commission offers for download."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ingest.sources.csv_files import Row, read_csv
from ingest.sources.errors import SourceError
from ingest.sources.values import clean
from register.library import parse_record
from register.occupation import Occupation

ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
_COLUMNS = frozenset({"conceptUri", "preferredLabel"})


def read_esco(folder: Path, version: str, today: date) -> Iterator[Occupation]:
    """Yield the occupations of ``occupations_pl.csv``, with English labels where there are any.

    They are in ``occupations_en.csv``, which may lie in ``en/``. Raises ``SourceError``.
    """
    translated = _english(folder)
    english = {row["conceptUri"]: row for row in _rows(translated)} if translated else {}
    for row in _rows(folder / "occupations_pl.csv"):
        yield _occupation(row, english.get(row["conceptUri"], {}), version, today)


def _rows(path: Path) -> Iterator[Row]:
    return read_csv(path, _COLUMNS, "an ESCO file")


def _english(folder: Path) -> Path | None:
    places = (folder / "en" / "occupations_en.csv", folder / "occupations_en.csv")
    return next((place for place in places if place.is_file()), None)


def _occupation(row: Row, english: Row, version: str, today: date) -> Occupation:
    uri, label = row["conceptUri"].strip(), clean(english.get("preferredLabel", ""))
    source = {"sources": (f"ESCO {version}: {uri}",), "confidence": "secondary", "retrieved": today}
    group = row.get("iscoGroup", "").strip()
    try:
        record = parse_record(
            {
                "record_type": "occupation",
                "id": f"esco:{uri}",
                "name": clean(row["preferredLabel"]),
                "translations": {"en": label} if label else {},
                "aliases": {key: names for key, names in _aliases(row, english) if names},
                "isco_group": group if len(group) == 4 else "",
                "summary": _summary(row, english),
                "url": uri,
                "provenance": (source,),
            }
        )
    except ValueError as error:
        raise SourceError(f"ESCO {uri}: {error}") from error
    assert isinstance(record, Occupation)  # noqa: S101 - the type follows from record_type
    return record


def _aliases(row: Row, english: Row) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("pl", _labels(row)), ("en", _labels(english))


def _labels(row: Row) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(clean, row.get("altLabels", "").splitlines()))))


def _summary(row: Row, english: Row) -> dict[str, str | None] | None:
    polish, translated = clean(row.get("description", "")), clean(english.get("description", ""))
    return {"pl": polish, "en": translated or None} if polish else None
