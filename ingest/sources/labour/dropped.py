"""Snapshot files that an operator drops into ``DATA_DIR/labour``: Barometr zawodów and GUS pay by occupation.

Both are CSV in UTF-8, fields apart by semicolons, with a header (``docs/labour-market.md`` shows them). Every fault
names its file and line.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from ingest.sources.errors import SourceError
from ingest.sources.labour.figures import Origin, figure, past, sane
from ingest.sources.labour.rationed import UnavailableError
from ingest.sources.labour.regions import territory
from ingest.sources.labour.source import Asking, Told
from register.facts import LabourFact
from register.vocabulary import LabourTopic, MatchedBy

Row = Mapping[str, str]
STATUSES = {"deficyt": "deficyt", "równowaga": "równowaga", "nadwyżka": "nadwyżka"}
MEASURES = {"mean": "pay-mean", "median": "pay-median"}
_CODES = re.compile(r"\d{1,6}( \d{1,6})*")
_TERYT = re.compile(r"\d{2}(\d{2})?")
_MOST_PAY = 1_000_000


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of file: its name, key in ``words.yaml``, topic, columns, and how a line becomes figures."""

    file: str
    key: str
    topic: LabourTopic
    columns: tuple[str, ...]
    read: Callable[[Row, date], list[tuple[str, LabourFact]]]


def read_file(path: Path, shape: Shape, today: date) -> Iterator[tuple[str, LabourFact]]:
    """Yield the figures of a file, each with its code; raises ``SourceError`` naming the line that does not fit."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines, delimiter=";", strict=True)
            _check_header(path, rows.fieldnames or (), shape)
            for row in rows:
                yield from _figures(path, rows.line_num, row, shape, today)
    except UnicodeDecodeError as error:
        raise SourceError(f"{path.name}: is not UTF-8 text ({error.reason})") from error
    except csv.Error as error:
        raise SourceError(f"{path.name}: is not a table of fields apart by semicolons ({error})") from error


def _check_header(path: Path, found: Any, shape: Shape) -> None:
    if missing := [name for name in shape.columns if name not in found]:
        raise SourceError(
            f"{path.name} line 1: no column {', '.join(missing)}; there must be {';'.join(shape.columns)}"
        )


def _figures(
    path: Path, line: int, row: Mapping[str | None, Any], shape: Shape, today: date
) -> list[tuple[str, LabourFact]]:
    if None in row or None in row.values():
        raise SourceError(f"{path.name} line {line}: {len(shape.columns)} fields are expected")
    try:
        return shape.read({name: row[name].strip() for name in shape.columns}, today)
    except ValueError as error:
        fault = " ".join(str(error).split())
        raise SourceError(f"{path.name} line {line}: {fault}") from error


def _barometr(row: Row, today: date) -> list[tuple[str, LabourFact]]:
    year, teryt = past(_matching(row["year"], r"\d{4}", "year"), today), _matching(row["teryt"], _TERYT, "teryt")
    if row["status"] not in STATUSES:
        raise ValueError(f"status {row['status']!r} is none of {', '.join(STATUSES)}")
    place = _place(teryt, row["territory"])
    origin = Origin("barometr", row["url"], _day(row["fetched"], today), year)
    return [
        _with(
            code,
            origin,
            f"barometr-{year}-{teryt}-{code}",
            "barometr",
            detail=row["group"],
            topic=LabourTopic.DEMAND,
            value=STATUSES[row["status"]],
            territory=place,
            field=row["group"],
            period=year,
            use_by={"warn": date(int(year) + 1, 1, 1), "withhold": date(int(year) + 2, 1, 1)},
        )
        for code in _codes(row["kzis"])
    ]


def _pay(row: Row, today: date) -> list[tuple[str, LabourFact]]:
    period = past(_matching(row["period"], r"\d{4}-\d{2}", "period"), today)
    if row["measure"] not in MEASURES:
        raise ValueError(f"measure {row['measure']!r} is none of {', '.join(MEASURES)}")
    year, month = map(int, period.split("-"))
    origin = Origin("gus-pay-occupations", row["url"], _day(row["fetched"], today), period)
    return [
        _with(
            code,
            origin,
            f"gus-pay-{period}-{code}-{row['measure']}",
            MEASURES[row["measure"]],
            detail=row["group"],
            topic=LabourTopic.PAY,
            value=sane(_number(row["value"]), _MOST_PAY),
            field=row["group"],
            period=period,
            use_by={"warn": date(year + 3, month, 1), "withhold": date(year + 5, month, 1)},
        )
        for code in _codes(row["kzis"])
    ]


BAROMETR = Shape(
    "barometr.csv",
    "barometr",
    LabourTopic.DEMAND,
    ("year", "teryt", "territory", "group", "status", "kzis", "url", "fetched"),
    _barometr,
)
PAY = Shape(
    "gus-pay.csv",
    "gus-pay-occupations",
    LabourTopic.PAY,
    ("period", "kzis", "group", "measure", "value", "url", "fetched"),
    _pay,
)
SHAPES = {"barometr": BAROMETR, "gus-pay": PAY}


class Dropped:
    """One dropped file as a source; it is read when first asked. Raises ``SourceError`` for a fault in it."""

    def __init__(self, folder: Path, shape: Shape, today: Callable[[], date] = date.today) -> None:
        self.key = shape.key
        self.topics = frozenset({shape.topic})
        self._path, self._shape, self._today = folder / shape.file, shape, today

    def ask(self, question: Asking) -> Told:
        """Return the figures whose code is, or is the beginning of, the occupation's, for its place or Poland."""
        if not question.code:
            return Told()
        for length in (6, 5, 4, 3, 2, 1):
            of_code = self._by_code.get(question.code[:length], ())
            if found := [fact for fact in of_code if fact.territory.name in (question.region, "kraj")]:
                return Told(tuple(_of(fact, question) for fact in found))
        return Told()

    def close(self) -> None:
        """There is nothing to let go of."""

    @cached_property
    def _by_code(self) -> dict[str, list[LabourFact]]:
        kept: dict[str, list[LabourFact]] = {}
        try:
            for code, fact in read_file(self._path, self._shape, self._today()):
                kept.setdefault(code, []).append(fact)
        except SourceError as error:
            raise UnavailableError(str(error), "broken") from error
        return kept


def _of(fact: LabourFact, question: Asking) -> LabourFact:
    """Join a figure of exactly this occupation, or of its unit group, to it; a wider group stays a group."""
    if fact.matched_by is MatchedBy.GROUP or not question.occupation:
        return fact
    return fact.model_copy(update={"occupation": question.occupation})


def _with(code: str, origin: Origin, key: str, measure: str, **fields: Any) -> tuple[str, LabourFact]:
    return code, figure(origin, key, measure, **_joined(code), **fields)


def _joined(code: str) -> dict[str, Any]:
    matched = {6: MatchedBy.ID, 5: MatchedBy.CODE4, 4: MatchedBy.CODE4}.get(len(code), MatchedBy.GROUP)
    return {"matched_by": matched, "code_prefix": code if len(code) < 6 else ""}


def _codes(cell: str) -> list[str]:
    if not cell:
        return []
    if not _CODES.fullmatch(cell):
        raise ValueError(f"kzis {cell!r} is not a list of codes of 1 to 6 digits")
    return cell.split(" ")


def _place(teryt: str, name: str) -> dict[str, str]:
    if len(teryt) == 4:
        return {"teryt": teryt, "level": "powiat", "name": name}
    place = territory("" if teryt == "00" else name)
    if place["teryt"] != teryt:
        raise ValueError(f"teryt {teryt} is not {name}")
    return place


def _matching(written: str, pattern: str | re.Pattern[str], name: str) -> str:
    if not re.fullmatch(pattern, written):
        raise ValueError(f"{name} {written!r} is not of the form asked for")
    return written


def _number(written: str) -> float:
    try:
        return float(written.replace("\u00a0", "").replace(" ", "").replace(",", "."))
    except ValueError:
        raise ValueError(f"value {written!r} is no number") from None


def _day(written: str, today: date) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"fetched {written!r} is no date such as 2026-01-31") from None
    if day > today:
        raise ValueError(f"fetched {written} lies in the future")
    return day
