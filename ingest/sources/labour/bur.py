"""Training offers of Baza Usług Rozwojowych: read page by page from where the last reading ended.

A service says which qualification of the register it leads to in ``idKwalifikacjiZrk`` (filled in about 0.6 % of
records); the others are found by the words of their title, and a figure says by which of the two.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ingest.sources.errors import SourceError
from ingest.sources.labour.figures import Origin, content, figure, serves
from ingest.sources.labour.regions import CODES
from ingest.sources.labour.source import Asking, Told
from ingest.sources.polite import Manners, PoliteClient
from register.facts import LabourFact
from register.vocabulary import LabourTopic, MatchedBy

KEY = "bur"
URL = "https://uslugirozwojowe.parp.gov.pl/api/"
KEPT_FILE = "courses.sqlite"
_ALLOWED = frozenset({"autoryzacja", "usluga"})
PACE = Manners(per_second=1.5)
"""The service answers 429 to haste: its users wait 0.35 to 1 s between calls."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS courses (
    id INTEGER PRIMARY KEY, title TEXT, folded TEXT, zrk TEXT, starts TEXT, region TEXT
);
CREATE TABLE IF NOT EXISTS about (one INTEGER PRIMARY KEY CHECK (one = 1), page INTEGER, fetched TEXT);
"""
_PUBLISHED = "OPUBLIKOWANA"
_INSERT = "INSERT OR REPLACE INTO courses VALUES (?, ?, ?, ?, ?, ?)"
_COUNT = "SELECT count(*) FROM courses WHERE starts >= ? AND (region = ? OR ? = '') AND "


class Bur:
    """Walks the list of services. Raises ``SourceError`` when the service cannot or will not answer."""

    def __init__(self, url: str, user: str, key: str, manners: Manners = PACE) -> None:
        self._client = PoliteClient(url, _ALLOWED, manners)
        self._login = {"nazwaUzytkownika": user, "kluczAutoryzacyjny": key}

    def harvest(self, folder: Path, today: date, progress: Callable[[str, int, int], None] | None = None) -> int:
        """Read from the page the last reading ended on to the last one; return how many services came.

        A reading that breaks off goes on from its last whole page next time.
        """
        headers, came = {"Authorization": f"Bearer {self._token()}"}, 0
        with _open(folder) as database:
            page = _page_to_go_on_from(database)
            while True:
                answer = self._client.get("usluga", {"strona": str(page)}, headers=headers)
                services, size, total = _page(content(answer))
                rows = [row for service in services if (row := kept_of(service))]
                with database:
                    database.executemany(_INSERT, rows)
                    database.execute("INSERT OR REPLACE INTO about VALUES (1, ?, ?)", (page, today.isoformat()))
                came += len(services)
                if progress:
                    progress("bur", page * size, total)
                if not services or page * size >= total:
                    return came
                page += 1

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _token(self) -> str:
        got = content(self._client.post("autoryzacja/logowanie", self._login))
        if not isinstance(got, dict) or not isinstance(got.get("token"), str):
            raise SourceError("BUR: no token in the answer to the login")
        return str(got["token"])


class Courses:
    """The kept services as a source: how many announced ones lead to the qualifications, or have the words."""

    topics = frozenset({LabourTopic.TRAINING})
    key = KEY

    def __init__(self, folder: Path, today: Callable[[], date] = date.today) -> None:
        self._folder, self._today = folder, today

    def ask(self, question: Asking) -> Told:
        """Return the count joined by the register's id where there is one, and the count by words."""
        if not (self._folder / KEPT_FILE).exists():
            return Told()
        with _open(self._folder) as database:
            about = database.execute("SELECT fetched FROM about").fetchone()
            if about is None:
                return Told()
            fetched = date.fromisoformat(about[0])
            return Told(tuple(self._figures(database, question, fetched)))

    def close(self) -> None:
        """There is nothing to let go of."""

    def _figures(self, database: sqlite3.Connection, question: Asking, fetched: date) -> Iterator[LabourFact]:
        region = question.region if question.region in CODES else ""
        place = (self._today().isoformat(), region, region)
        for number in filter(str.isdecimal, (part.removeprefix("zrk:") for part in question.qualifications)):
            count = database.execute(f"{_COUNT} zrk = ?", (*place, number)).fetchone()[0]
            if count:
                yield _figure(f"id-{number}", "courses-id", number, count, MatchedBy.ID, question, region, fetched)
        words = (question.names or (question.field,))[0].casefold().replace("%", "").replace("_", "").strip()
        if words:
            count = database.execute(f"{_COUNT} zrk = '' AND folded LIKE ?", (*place, f"%{words}%")).fetchone()[0]
            key = f"text-{question.code or 'words'}"
            yield _figure(key, "courses-text", words, count, MatchedBy.TEXT, question, region, fetched)


def kept_of(service: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """Return what is kept of a service (no person, no contact), or ``None`` for one that is not published."""
    if service.get("status") != _PUBLISHED or not isinstance(service.get("id"), int):
        return None
    title = str(service.get("tytul") or "")[:300]
    starts = str(service.get("dataRozpoczeciaUslugi") or "")[:10]
    datetime.fromisoformat(starts)
    region = str((service.get("adres") or {}).get("nazwaWojewodztwa") or "").casefold()
    return (service["id"], title, title.casefold(), str(service.get("idKwalifikacjiZrk") or ""), starts, region)


def _figure(
    key: str, measure: str, detail: str, count: int, matched: MatchedBy, question: Asking, region: str, fetched: date
) -> LabourFact:
    origin = Origin(KEY, f"{URL}usluga", fetched, fetched.isoformat())
    return figure(
        origin,
        f"bur-{key}-{CODES.get(region, '00')}",
        measure,
        detail=detail,
        topic=LabourTopic.TRAINING,
        value=count,
        region=region,
        occupation=question.occupation,
        matched_by=matched,
        period=fetched.isoformat(),
        use_by=serves(fetched, 30, 120),
    )


def _page(got: Any) -> tuple[list[Mapping[str, Any]], int, int]:
    try:
        return list(got["lista"]), int(got["elementyNaStronie"]), int(got["wszystkieElementy"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"BUR: an answer of another shape ({error})") from error


def _page_to_go_on_from(database: sqlite3.Connection) -> int:
    row = database.execute("SELECT page FROM about").fetchone()
    return int(row[0]) if row else 1


@contextmanager
def _open(folder: Path) -> Iterator[sqlite3.Connection]:
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / KEPT_FILE, timeout=5)) as database:
        database.executescript(_SCHEMA)
        yield database
