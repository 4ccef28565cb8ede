"""A source asked within its quotas: fresh from the store, else from the server, else the last good answer."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from ingest.sources.errors import SourceError, TransientError
from ingest.sources.labour.store import Kept, Store
from ingest.sources.polite import PoliteClient
from ingest.sources.responses import Answer

REST = timedelta(seconds=60)
LONGEST_REST = timedelta(seconds=900)
Clean = Callable[[Answer], Any]


class UnavailableError(SourceError):
    """Nothing came and nothing is kept; ``trouble`` is ``down``, ``limited`` or ``broken``."""

    def __init__(self, message: str, trouble: str) -> None:
        super().__init__(message)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: a path with its query, and a JSON body where it is a POST."""

    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What tells the request from others; headers (keys, tokens) are no part of it."""
        written = json.dumps([self.path, sorted(self.query.items()), self.body], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Read:
    """What a source said, when, and the trouble that made it an older answer (empty: none)."""

    content: Any
    fetched: datetime
    trouble: str = ""


def now_utc() -> datetime:
    """Return the moment by the clock."""
    return datetime.now(UTC)


class Rationed:
    """Asks one source. ``quotas`` maps seconds to the calls allowed in them; an answer serves for ``fresh``."""

    def __init__(
        self,
        source: str,
        client: PoliteClient,
        store: Store,
        *,
        fresh: timedelta,
        quotas: Mapping[int, int],
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        self.source = source
        self._client, self._store = client, store
        self._fresh, self._quotas, self._clock = fresh, quotas, clock
        self._rests_until = datetime.min.replace(tzinfo=UTC)

    @property
    def now(self) -> datetime:
        """The moment, by the clock the source was given."""
        return self._clock()

    def read(self, asked: Asked, clean: Clean) -> Read:
        """Return the answer that ``clean`` makes of what came; only that is kept, never the answer as it was sent.

        ``clean`` raises ``ValueError`` (``KeyError``, ``TypeError``) for a shape it does not know: the last good
        answer then stays. Raises ``UnavailableError`` where there is none.
        """
        kept, now = self._store.get(self.source, asked.key), self.now
        if kept and now - kept.fetched < self._fresh:
            return Read(kept.content, kept.fetched)
        if now < self._rests_until:
            return self._last(kept, "down", "it did not answer a moment ago")
        if self._spent(now):
            return self._last(kept, "limited", "its quota is used up")
        self._store.count_call(self.source, now)
        try:
            return self._fetched(asked, clean, kept, now)
        except TransientError as error:
            limited = error.status == 429
            asked_for = timedelta(seconds=error.wait) if error.wait else LONGEST_REST if limited else REST
            self._rests_until = now + min(asked_for, LONGEST_REST)
            return self._last(kept, "limited" if limited else "down", str(error))
        except SourceError as error:
            self._rests_until = now + REST
            return self._last(kept, "down", str(error))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            return self._last(kept, "broken", f"an answer of another shape ({error})")

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _fetched(self, asked: Asked, clean: Clean, kept: Kept | None, now: datetime) -> Read:
        marked = {"If-None-Match": kept.etag} if kept and kept.etag else {}
        headers = {**asked.headers, **marked}
        if asked.body is None:
            answer = self._client.get(asked.path, asked.query, headers=headers)
        else:
            answer = self._client.post(asked.path, asked.body, query=asked.query, headers=headers)
        fresh = Kept(kept.content, kept.etag, now) if kept and answer.status == 304 else None
        fresh = fresh or Kept(clean(answer), answer.etag, now)
        self._store.put(self.source, asked.key, fresh)
        return Read(fresh.content, now)

    def _spent(self, now: datetime) -> bool:
        return any(self._store.calls(self.source, seconds, now) >= calls for seconds, calls in self._quotas.items())

    def _last(self, kept: Kept | None, trouble: str, why: str) -> Read:
        if kept is None:
            raise UnavailableError(f"{self.source}: {why}", trouble)
        return Read(kept.content, kept.fetched, trouble)
