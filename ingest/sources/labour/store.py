"""What sources answered, kept in one SQLite file with the day it came, and how often each was asked."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    source TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL, etag TEXT NOT NULL, fetched REAL NOT NULL,
    PRIMARY KEY (source, key)
);
CREATE TABLE IF NOT EXISTS calls (source TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS calls_by_source ON calls (source, at);
"""
FILE = "answers.sqlite"


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was kept: its cleaned content, the server's mark for it, and when it came."""

    content: Any
    etag: str
    fetched: datetime


class Store:
    """Kept answers and counted calls; safe to share between threads and processes."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / FILE
        with self._open() as database:
            database.executescript(_SCHEMA)

    def get(self, source: str, key: str) -> Kept | None:
        """Return the answer kept under ``key``, or ``None``."""
        with self._open() as database:
            asked = "SELECT content, etag, fetched FROM answers WHERE source = ? AND key = ?"
            row = database.execute(asked, (source, key)).fetchone()
        return Kept(json.loads(row[0]), row[1], datetime.fromtimestamp(row[2], UTC)) if row else None

    def put(self, source: str, key: str, kept: Kept) -> None:
        """Keep an answer in place of the earlier one."""
        row = (source, key, json.dumps(kept.content, ensure_ascii=False), kept.etag, kept.fetched.timestamp())
        with self._open() as database:
            database.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def count_call(self, source: str, now: datetime) -> None:
        """Count one call, and forget those older than eight days."""
        with self._open() as database:
            database.execute("DELETE FROM calls WHERE at < ?", (now.timestamp() - 8 * 86_400,))
            database.execute("INSERT INTO calls VALUES (?, ?)", (source, now.timestamp()))

    def calls(self, source: str, seconds: float, now: datetime) -> int:
        """Return how often ``source`` was asked in the last ``seconds``."""
        with self._open() as database:
            asked = "SELECT count(*) FROM calls WHERE source = ? AND at > ?"
            counted: int = database.execute(asked, (source, now.timestamp() - seconds)).fetchone()[0]
        return counted

    def ages(self) -> Mapping[str, datetime]:
        """Return when each source last answered."""
        with self._open() as database:
            rows = database.execute("SELECT source, max(fetched) FROM answers GROUP BY source").fetchall()
        return {source: datetime.fromtimestamp(fetched, UTC) for source, fetched in rows}

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=5)) as database, database:
            yield database
