"""ELA's table of programmes: 200 MB read line by line, of which the last cohort's few columns are kept."""

import csv
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from ingest.sources.errors import SourceError
from ingest.sources.labour.figures import Origin, StrangeError, figure, sane
from ingest.sources.labour.regions import CODES
from ingest.sources.labour.source import Asking, Told
from register.facts import LabourFact
from register.vocabulary import LabourTopic

KEY = "ela-major"
URL = "https://www.ela.nauka.gov.pl/dataExperts/graduates/"
FILE = "graduates-major-data.csv"
KEPT_FILE = "graduates.sqlite"
COLUMNS = ("P_ROKDYP", "P_KIERUNEK_NAZWA", "P_NAZWA_UCZELNI", "P_POZIOM", "P_FORMA", "P_WOJ", "P_N", "P_ME_ZAR_P1")
FEWEST = 10
"""Groups of fewer graduates are not shown, as ELA itself does not."""
_MOST_PAY = 1_000_000
_LEVELS = {"1": "I stopień", "2": "II stopień", "JM": "jednolite magisterskie"}
_FORMS = {"S": "stacjonarne", "N": "niestacjonarne"}
_TABLE = (
    "CREATE TABLE programmes (year INTEGER, field TEXT, folded TEXT, school TEXT, level TEXT, form TEXT, region TEXT,"
    " n INTEGER, pay REAL)"
)
_INSERT = "INSERT INTO programmes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FIND = "SELECT * FROM programmes WHERE folded LIKE ? AND (region = ? OR ? = '') ORDER BY n DESC LIMIT ?"
_SHOWN = 5


def keep(lines: Iterable[str], folder: Path, fetched: date, url: str) -> tuple[int, int]:
    """Read the table and keep its last cohort in ``graduates.sqlite``; return rows kept and rows left out as strange.

    Memory does not grow with the table. Raises ``SourceError`` for a table without the columns; what was kept before
    stays until the new table is whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f"{KEPT_FILE}.new"
    aside.unlink(missing_ok=True)
    with closing(sqlite3.connect(aside)) as database, database:
        database.execute(_TABLE)
        database.execute("CREATE TABLE about (fetched TEXT, url TEXT)")
        database.execute("INSERT INTO about VALUES (?, ?)", (fetched.isoformat(), url))
        strange = _fill(database, _rows(lines), fetched)
        newest = database.execute("SELECT max(year) FROM programmes").fetchone()[0]
        database.execute("DELETE FROM programmes WHERE year < ?", (newest,))
        kept = int(database.execute("SELECT count(*) FROM programmes").fetchone()[0])
    if not kept:
        aside.unlink()
        raise SourceError("ELA: the table holds no programme with a figure")
    aside.replace(folder / KEPT_FILE)
    return kept, strange


class Graduates:
    """The kept programmes as a source: those whose name holds the words of the field asked about."""

    topics = frozenset({LabourTopic.GRADUATES})
    key = KEY

    def __init__(self, folder: Path) -> None:
        self._path = folder / KEPT_FILE

    def ask(self, question: Asking) -> Told:
        """Return the largest programmes of the field, each its own figure; nothing is averaged."""
        if not question.field or not self._path.exists():
            return Told()
        region = question.region if question.region in CODES else ""
        pattern = f"%{question.field.casefold().replace('%', '').replace('_', '')}%"
        with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as database:
            fetched, url = database.execute("SELECT fetched, url FROM about").fetchone()
            rows = database.execute(_FIND, (pattern, region, region, _SHOWN)).fetchall()
        origin = Origin(KEY, url, date.fromisoformat(fetched), str(rows[0][0]) if rows else fetched[:4])
        return Told(tuple(_figure(origin, row) for row in rows))

    def close(self) -> None:
        """There is nothing to let go of."""


def fetched_on(folder: Path) -> datetime | None:
    """Return when the kept table was read, or ``None``."""
    if not (folder / KEPT_FILE).exists():
        return None
    with closing(sqlite3.connect(folder / KEPT_FILE)) as database:
        return datetime.fromisoformat(database.execute("SELECT fetched FROM about").fetchone()[0]).replace(tzinfo=UTC)


def _rows(lines: Iterable[str]) -> Iterator[Mapping[str, str]]:
    rows = csv.reader((line.removeprefix("\ufeff") for line in lines), delimiter=";")
    header = next(rows, [])
    if missing := [name for name in COLUMNS if name not in header]:
        raise SourceError(f"ELA: the table has no column {', '.join(missing)}")
    places = [(name, header.index(name)) for name in COLUMNS]
    last = max(place for _, place in places)
    for row in rows:
        if len(row) > last:
            yield {name: row[place].strip() for name, place in places}


def _fill(database: sqlite3.Connection, rows: Iterable[Mapping[str, str]], today: date) -> int:
    strange = 0
    for row in rows:
        try:
            if kept := _kept(row, today):
                database.execute(_INSERT, kept)
        except ValueError:
            strange += 1
    return strange


def _kept(row: Mapping[str, str], today: date) -> tuple[object, ...] | None:
    if not row["P_ME_ZAR_P1"] or not row["P_N"] or int(row["P_N"]) < FEWEST:
        return None
    if int(row["P_ROKDYP"]) > today.year:
        raise StrangeError(f"diplomas of {row['P_ROKDYP']}")
    pay = sane(float(row["P_ME_ZAR_P1"].replace(",", ".")), _MOST_PAY)
    field = row["P_KIERUNEK_NAZWA"]
    whose = (row["P_NAZWA_UCZELNI"], row["P_POZIOM"], row["P_FORMA"], row["P_WOJ"].casefold())
    return (int(row["P_ROKDYP"]), field, field.casefold(), *whose, int(row["P_N"]), pay)


def _figure(origin: Origin, row: tuple[object, ...]) -> LabourFact:
    year, field, folded, school, level, form, region, n, pay = row
    detail = f"{field}, {school}, {_LEVELS.get(str(level), level)}, {_FORMS.get(str(form), form)}, dyplom {year}"
    return figure(
        origin,
        f"ela-major-{hashlib.blake2b(detail.encode(), digest_size=8).hexdigest()}",
        "graduates-pay",
        detail=detail,
        topic=LabourTopic.GRADUATES,
        value=pay,
        region=str(region) if region in CODES else "",
        field=f"{folded}, {school}, {level}, {form}",
        period=str(year),
        sample=n,
        use_by={"warn": date(int(str(year)) + 3, 8, 1), "withhold": date(int(str(year)) + 6, 8, 1)},
    )
