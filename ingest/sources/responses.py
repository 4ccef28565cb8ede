"""What an HTTP answer means: whole, elsewhere, gone, worth another attempt, or refused."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpx

from ingest.sources.errors import GoneError, SourceError, TransientError

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the body, its media type, the address it came from, the status (200 or 304), its ``ETag``."""

    body: bytes
    media_type: str
    url: str
    status: int = 200
    etag: str = ""


def answer_of(response: httpx.Response, body: bytes) -> Answer:
    """Return the answer that a response with this body is."""
    etag = str(response.headers.get("etag", ""))
    return Answer(body, media_type(response), str(response.request.url), response.status_code, etag)


def redirect_target(response: httpx.Response) -> str | None:
    """Return where a redirect leads, ``None`` for an answer; raises for anything else."""
    status = response.status_code
    if status in _REDIRECTS:
        return urljoin(str(response.url), str(response.headers.get("location", "")))
    if status in (404, 410):
        raise GoneError(f"{response.url} is not there ({status})")
    if status == 429 or status >= 500:
        raise TransientError(f"{response.url} answered {status}", _retry_after(response), status)
    if status not in (200, 304):
        raise SourceError(f"{response.url} answered {status}")
    return None


def _retry_after(response: httpx.Response) -> float | None:
    """Read ``Retry-After``: seconds or a date (RFC 9110, 10.2.3); ``None`` where it says nothing usable."""
    written = response.headers.get("retry-after", "").strip()
    if written.isdecimal():
        return float(written)
    try:
        moment = parsedate_to_datetime(written)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def media_type(response: httpx.Response) -> str:
    """Return the media type without its parameters, in small letters."""
    return str(response.headers.get("content-type", "")).split(";")[0].strip().lower()


def say(error: Exception) -> str:
    """Return what an error says, or its name where it says nothing."""
    return str(error) or type(error).__name__
