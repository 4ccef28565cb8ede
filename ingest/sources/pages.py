"""Lists that come in pages: followed by ``next`` or by offset, whatever the server does with them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

from ingest.sources.errors import SourceError, TransientError
from ingest.sources.polite import PoliteClient, Query
from ingest.sources.responses import Answer

_BARREN_PAGES = 3
"""After so many pages in a row without a new record a list is taken for a loop."""
Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """New records of one page, where to go on (``None``: nowhere), and the server's own count."""

    records: tuple[Raw, ...]
    next: Query | None
    count: int | None


class PageReader:
    """Walks a list endpoint; ``query`` is sent with the first page, ``limit`` is the size of a page."""

    def __init__(self, client: PoliteClient, endpoint: str, query: Query, limit: int = 100) -> None:
        self._client = client
        self._endpoint = f"{endpoint.strip('/')}/"
        self._query = {**query, "limit": str(limit), "offset": "0"}
        self._seen: set[str] = set()
        self._asked: set[frozenset[tuple[str, str]]] = set()
        self._received = 0

    def remember(self, record: Raw) -> None:
        """Count a record as read before (when a download goes on after a break)."""
        self._seen.add(fingerprint(record))
        self._received += 1

    def pages(self, start: Query | None = None) -> Iterator[Page]:
        """Yield pages until the list ends; repeated records are dropped, loops are left."""
        query, barren = start or self._query, 0
        while query and barren < _BARREN_PAGES:
            self._asked.add(frozenset(query.items()))
            page = self._read(query)
            barren = 0 if page.records else barren + 1
            yield page
            query = page.next or {}

    def _read(self, query: Query) -> Page:
        answer = self._client.get(self._endpoint, query, check_json)
        body = loaded(answer)
        results, following, count = _parts(body, answer.url)
        fresh = tuple(record for record in results if self._is_new(record))
        self._received += len(results)
        return Page(fresh, self._next(query, following, count, len(results)), count)

    def _is_new(self, record: Raw) -> bool:
        known = fingerprint(record)
        if known in self._seen:
            return False
        self._seen.add(known)
        return True

    def _next(self, query: Query, following: str | None, count: int | None, got: int) -> Query | None:
        """Choose the next page: the server's link, else the next offset while the count promises more."""
        if following and (linked := self._linked(following)) and self._unasked(linked):
            return linked
        more = following is not None or (count is not None and self._received < count)
        onward = {**query, **self._query, "offset": str(self._received)}
        return onward if more and got and self._unasked(onward) else None

    def _linked(self, following: str) -> Query:
        url = urljoin(urljoin(self._client.base_url, self._endpoint), following)
        try:
            self._client.refuse(url)
        except ValueError as error:
            raise SourceError(f"the next page is {error}") from error
        return dict(parse_qsl(urlsplit(url).query))

    def _unasked(self, query: Query) -> bool:
        return frozenset(query.items()) not in self._asked


def fingerprint(record: Raw) -> str:
    """Return what tells a record from others: its id, or its whole content where it has none."""
    number = record.get("id")
    return str(number) if number not in (None, "") else json.dumps(record, sort_keys=True, ensure_ascii=False)


def _parts(body: object, url: str) -> tuple[list[Raw], str | None, int | None]:
    if isinstance(body, list):
        return [record for record in body if isinstance(record, dict)], None, None
    if not isinstance(body, dict) or not isinstance(body.get("results"), list):
        keys = ", ".join(sorted(map(str, body))[:10]) if isinstance(body, dict) else type(body).__name__
        raise SourceError(f"{url}: no list of results in the answer (found: {keys})")
    following, count = body.get("next"), body.get("count")
    results = [record for record in body["results"] if isinstance(record, dict)]
    return (
        results,
        following if isinstance(following, str) and following else None,
        count if isinstance(count, int) else None,
    )


def check_json(answer: Answer) -> None:
    """Raise ``TransientError`` for an answer that is not whole JSON: the next attempt may bring it."""
    if answer.body.lstrip()[:1] == b"<":
        raise TransientError(f"{answer.url} answered with a web page instead of JSON")
    try:
        loaded(answer)
    except (ValueError, RecursionError) as error:
        raise TransientError(f"{answer.url}: broken JSON ({error})") from error


def loaded(answer: Answer) -> Any:
    """Return the content of a checked answer."""
    return json.loads(answer.body)
