"""Polite HTTP: an allow-list, a throttle, retries with back-off, bounded answers, no foreign redirects."""

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urljoin, urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from ingest.sources.errors import SourceError, TransientError
from ingest.sources.responses import Answer, answer_of, redirect_target, say

Query = Mapping[str, str]
_PERSON = re.compile(r"person|osob", re.IGNORECASE)
_AGENT = "ZeteRka ingest (register of qualifications; polite, sequential)"


@dataclass(frozen=True, slots=True)
class Manners:
    """How to behave towards a server: requests a second, attempts, seconds to wait, size of an answer."""

    per_second: float = 2.0
    attempts: int = 5
    timeout: float = 30.0
    first_wait: float = 1.0
    longest_wait: float = 120.0
    largest_answer: int = 50_000_000
    redirects: int = 3


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request: where, and what is sent along; a redirect is followed by a GET alone."""

    url: str
    query: Query = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None

    @property
    def method(self) -> str:
        return "GET" if self.body is None else "POST"


class PoliteClient:
    """Reads addresses below ``base_url`` whose path begins with one of ``allowed``.

    Anything about persons is refused whatever the list says. Raises ``ValueError`` for what must not be
    asked, ``GoneError`` for what is not there, ``SourceError`` when the server cannot or will not answer.
    """

    def __init__(
        self,
        base_url: str,
        allowed: frozenset[str],
        manners: Manners | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.base_url = base_url.rstrip("/") + "/"
        self.manners = manners or Manners()
        self._allowed = allowed
        self._sleep = sleep
        self._clock = clock
        self._free_at = 0.0
        self._client = httpx.Client(timeout=self.manners.timeout, headers={"User-Agent": _AGENT})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def get(
        self,
        path: str,
        query: Query | None = None,
        check: Callable[[Answer], None] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Read ``path`` below the base address; ``check`` raises ``TransientError`` to try again.

        With ``If-None-Match`` among the ``headers`` an answer of status 304 has no body.
        """
        return self._retried(_Asked(self._address(path), dict(query or {}), dict(headers or {})), check)

    def post(
        self,
        path: str,
        body: Mapping[str, Any],
        *,
        query: Query | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Send ``body`` as JSON to ``path``; for questions that a server wants put this way."""
        sent = {**(headers or {}), "Content-Type": "application/json"}
        asked = _Asked(self._address(path), dict(query or {}), sent, json.dumps(body, ensure_ascii=False).encode())
        return self._retried(asked, None)

    def post_text(self, path: str, text: str, content_type: str) -> Answer:
        """Send ``text`` to ``path``."""
        return self._retried(_Asked(self._address(path), {}, {"Content-Type": content_type}, text.encode()), None)

    def lines(self, path: str, largest: int = 2_000_000_000) -> Iterator[str]:
        """Yield the lines of a long text as they come; memory does not grow with it.

        Raises ``SourceError`` when it breaks off, is longer than ``largest`` bytes or is not there.
        """
        request = self._client.build_request("GET", self._address(path))
        self._throttle()
        try:
            with self._client.stream(request.method, request.url) as response:
                if redirect_target(response) is not None:
                    raise SourceError(f"{response.url}: moved elsewhere")
                for line in response.iter_lines():
                    if response.num_bytes_downloaded > largest:
                        raise SourceError(f"{response.url}: longer than {largest} bytes")
                    yield line
        except httpx.RequestError as error:
            raise TransientError(f"{request.url.host} broke off: {say(error)}") from error

    def _address(self, path: str) -> str:
        url = urljoin(self.base_url, path)
        self.refuse(url)
        return url

    def _retried(self, asked: _Asked, check: Callable[[Answer], None] | None) -> Answer:
        retrying = Retrying(
            stop=stop_after_attempt(self.manners.attempts),
            wait=self._wait,
            retry=retry_if_exception_type(TransientError),
            sleep=self._sleep,
            reraise=True,
        )
        return retrying(self._once, asked, check)

    def refuse(self, url: str) -> None:
        """Raise ``ValueError`` unless ``url`` is on this server, below the base and on the allow-list."""
        base, asked = urlsplit(self.base_url), urlsplit(url)
        path = unquote(asked.path)
        if (asked.scheme, asked.netloc) != (base.scheme, base.netloc):
            raise ValueError(f"refused: {url} is not on {base.netloc}")
        if not path.startswith(base.path) or ".." in path.split("/"):
            raise ValueError(f"refused: {url} is not below {self.base_url}")
        first = path.removeprefix(base.path).split("/")[0]
        if _PERSON.search(path) or first not in self._allowed:
            raise ValueError(f"refused: {path} is not one of {', '.join(sorted(self._allowed))}")

    def _once(self, asked: _Asked, check: Callable[[Answer], None] | None) -> Answer:
        answer = self._follow(asked)
        if check:
            check(answer)
        return answer

    def _follow(self, asked: _Asked) -> Answer:
        request = self._client.build_request(
            asked.method, asked.url, params=asked.query or None, headers=asked.headers, content=asked.body
        )
        for _ in range(self.manners.redirects + 1):
            answer, target = self._send(request)
            if target is None:
                return answer
            self._accept_redirect(target)
            if asked.body is not None:
                raise SourceError(f"{asked.url}: a question with a body is not sent elsewhere")
            request = self._client.build_request("GET", target)
        raise SourceError(f"{asked.url}: more than {self.manners.redirects} redirects")

    def _send(self, request: httpx.Request) -> tuple[Answer, str | None]:
        self._throttle()
        try:
            response = self._client.send(request, stream=True)
            try:
                target = redirect_target(response)
                return answer_of(response, self._body(response)), target
            finally:
                response.close()
        except httpx.RequestError as error:
            raise TransientError(f"{request.url.host} does not answer: {say(error)}") from error

    def _accept_redirect(self, target: str) -> None:
        try:
            self.refuse(target)
        except ValueError as error:
            raise SourceError(f"redirect {error}") from error

    def _body(self, response: httpx.Response) -> bytes:
        parts, size = [], 0
        for part in response.iter_bytes():
            size += len(part)
            if size > self.manners.largest_answer:
                raise SourceError(f"{response.url}: answer larger than {self.manners.largest_answer} bytes")
            parts.append(part)
        return b"".join(parts)

    def _throttle(self) -> None:
        now = self._clock()
        if (pause := self._free_at - now) > 0:
            self._sleep(pause)
        self._free_at = max(now, self._free_at) + 1 / self.manners.per_second

    def _wait(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = error.wait if isinstance(error, TransientError) else None
        doubled = self.manners.first_wait * 2.0 ** (state.attempt_number - 1)
        return float(min(doubled if asked is None else asked, self.manners.longest_wait))
