"""GUS Bank Danych Lokalnych: unemployment and pay by voivodeship. Quotas as GUS sets them; pages count from 0."""

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from ingest.sources.labour.figures import Origin, StrangeError, content, figure, past, sane, words
from ingest.sources.labour.rationed import Asked, Rationed, Read, now_utc
from ingest.sources.labour.regions import CODES
from ingest.sources.labour.source import Asking, Told
from ingest.sources.labour.store import Store
from ingest.sources.polite import Manners, PoliteClient
from ingest.sources.responses import Answer
from register.facts import LabourFact
from register.vocabulary import LabourTopic

_log = logging.getLogger(__name__)
KEY = "gus-bdl"
URL = "https://bdl.stat.gov.pl/api/v1/"
# Calls allowed in so many seconds (1 s, 15 min, 12 h, 7 days), without a key and with one.
ANONYMOUS = {1: 5, 900: 100, 43_200: 1_000, 604_800: 10_000}
REGISTERED = {1: 10, 900: 500, 43_200: 5_000, 604_800: 50_000}
_ALLOWED = frozenset({"variables", "subjects", "data"})
_COUNTRY, _VOIVODESHIP = "0", "2"
_MOST_PAGES = 20


class Bdl:
    """Reads the series of ``words.yaml`` for Poland or one voivodeship."""

    topics = frozenset({LabourTopic.UNEMPLOYMENT, LabourTopic.PAY})
    key = KEY

    def __init__(
        self, url: str, store: Store, manners: Manners, client_id: str = "", clock: Callable[[], datetime] = now_utc
    ) -> None:
        quotas = REGISTERED if client_id else ANONYMOUS
        client = PoliteClient(url, _ALLOWED, manners)
        self._url = url
        self._reader = Rationed(KEY, client, store, fresh=timedelta(days=1), quotas=quotas, clock=clock)
        self._headers = {"X-ClientId": client_id} if client_id else {}

    def ask(self, question: Asking) -> Told:
        """Return the newest year of each series asked for."""
        figures, troubles = [], []
        for name, series in words()["bdl"].items():
            if question.wants(LabourTopic(series["topic"])):
                found, trouble = self._believed(name, series, question.region)
                figures += found
                troubles.append(trouble)
        return Told(tuple(figures), tuple(filter(None, dict.fromkeys(troubles))))

    def close(self) -> None:
        """Let go of the connections."""
        self._reader.close()

    def _believed(self, name: str, series: Mapping[str, Any], region: str) -> tuple[list[LabourFact], str]:
        try:
            return self._series(name, series, region)
        except ValueError as error:
            _log.warning("%s: %s", KEY, error)
            return [], "refused"

    def _series(self, name: str, series: Mapping[str, Any], region: str) -> tuple[list[LabourFact], str]:
        self._refuse_another(series)
        region = region if region in CODES else ""
        rows, read = self._rows(series["variable"], _VOIVODESHIP if region else _COUNTRY)
        today = self._reader.now.date()
        row = next((row for row in rows if not region or row["name"].casefold() == region), None)
        if row is None:
            return [], read.trouble
        try:
            year, value = newest(row, series["most"], today)
        except StrangeError:
            return [], "strange"
        url = f"{self._url}data/by-variable/{series['variable']}"
        made = figure(
            Origin(KEY, url, read.fetched.date(), year),
            f"bdl-{series['variable']}-{row['id']}-{year}",
            name,
            topic=LabourTopic(series["topic"]),
            value=value,
            region=region,
            period=year,
            # Yearly figures come out some months into the next year.
            use_by={"warn": date(int(year) + 2, 7, 1), "withhold": date(int(year) + 4, 7, 1)},
        )
        return [made], read.trouble

    def _refuse_another(self, series: Mapping[str, Any]) -> None:
        """Raise ``ValueError`` unless the variable's subject is named as it should be: ids are GUS's to change."""
        about = self._read(f"variables/{series['variable']}", lambda got: {"subject": str(got["subjectId"])})
        subject = self._read(f"subjects/{about.content['subject']}", lambda got: {"name": str(got["name"])})
        if series["subject"] not in subject.content["name"].casefold():
            raise ValueError(f"variable {series['variable']} is now of {subject.content['name']!r}")

    def _rows(self, variable: int, level: str) -> tuple[list[dict[str, Any]], Read]:
        """Walk the pages until all records came: ``next`` may be offered beyond the last one."""
        rows: dict[str, dict[str, Any]] = {}
        for page in range(_MOST_PAGES):
            query = {"unit-level": level, "page": str(page), "page-size": "100"}
            read = self._read(f"data/by-variable/{variable}", _page, query)
            fresh = {row["id"]: row for row in read.content["rows"] if row["id"] not in rows}
            rows |= fresh
            if not fresh or len(rows) >= read.content["total"]:
                break
        return list(rows.values()), read

    def _read(self, path: str, clean: Callable[[Any], Any], query: Mapping[str, str] | None = None) -> Read:
        def cleaned(answer: Answer) -> Any:
            return clean(content(answer))

        whole = {"format": "json", "lang": "pl", **(query or {})}
        return self._reader.read(Asked(path, whole, headers=self._headers), cleaned)


def _page(got: Any) -> dict[str, Any]:
    return {"total": int(got["totalRecords"]), "rows": [_row(row) for row in got["results"]]}


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    values = [(str(one["year"]), one["val"]) for one in row["values"] if one.get("val") is not None]
    return {"id": str(row["id"]), "name": str(row["name"]), "values": values}


def newest(row: Mapping[str, Any], most: float, today: date) -> tuple[str, float]:
    """Return the last year of a row with its value; raises ``StrangeError`` where that year cannot be."""
    if not row["values"]:
        raise StrangeError("no value")
    year, value = max(_pairs(row))
    return past(year, today), sane(value, most)


def _pairs(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((str(year), value) for year, value in row["values"])
