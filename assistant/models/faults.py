"""What went wrong with a model server: in one line that says what to do, and whether trying again may help."""

import re
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.request import getproxies

import openai

from assistant.models.wire import StreamError

_SECRET = re.compile(r"(?i)(bearer\s+|sk-|key[=:]\s*)\S{1,200}")


class BadReplyError(RuntimeError):
    """The server answered, and its reply is of no use: empty, or JSON that cannot be read."""


class SlowServerError(TimeoutError):
    """The server took longer than its description allows; the message says for what."""


@dataclass(frozen=True, slots=True)
class Fault:
    """``retry``: trying again may help; ``wait``: seconds the server asks to wait; ``server``: the server is unwell."""

    line: str
    retry: bool = False
    wait: float | None = None
    server: bool = True


_BY_STATUS = {
    400: "the server refuses the request",
    401: "the key is wrong or missing: set the variable of the key",
    403: "the key may not use this model: ask whoever runs the server",
    404: "there is no such model or path: check the model's name and that the URL ends with /v1",
    413: "the request is too large for the server",
    422: "the server refuses the request",
    429: "the server has too many requests or the account is used up: wait, or raise its limit",
}


def fault_of(error: BaseException) -> Fault:
    """Judge an error of a request."""
    if isinstance(error, openai.APIStatusError):
        return _of_status(error)
    if isinstance(error, SlowServerError):
        return Fault(str(error), retry=False)
    if isinstance(error, openai.APITimeoutError):
        return Fault("the server does not answer in time: check that it runs, or raise its patience", retry=False)
    if isinstance(error, openai.APIConnectionError):
        return _of_connection(error)
    if isinstance(error, BadReplyError):
        return Fault(str(error), server=False)
    if isinstance(error, StreamError):
        return Fault(f"{error}: is the URL that of an OpenAI-compatible server (…/v1)?")
    return Fault(f"{type(error).__name__} while reading the reply")


def _of_status(error: openai.APIStatusError) -> Fault:
    status = error.status_code
    if "html" in error.response.headers.get("content-type", ""):
        line = f"a web page came instead of an answer ({status}): check the URL, it should end with /v1"
        return Fault(line, retry=status >= 500, wait=_asked_to_wait(error))
    if error.code == "context_length_exceeded":
        return Fault("the conversation is too long for the model: set its context in the description", server=False)
    reason = _BY_STATUS.get(status) or ("the server is unwell" if status >= 500 else "the server refuses the request")
    line = f"{reason} ({status}{_said(error)})"
    retry = status == 429 or status >= 500
    return Fault(line, retry=retry, wait=_asked_to_wait(error) if retry else None, server=status not in (400, 413, 422))


def _said(error: openai.APIStatusError) -> str:
    body = error.body if isinstance(error.body, dict) else {}
    message = body.get("message")
    words = " ".join(message.split())[:160] if isinstance(message, str) else ""
    return f": {_SECRET.sub('********', words)}" if words else ""


def _of_connection(error: openai.APIConnectionError) -> Fault:
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        said = next(str(cause) for cause in causes if isinstance(cause, ssl.SSLCertVerificationError))
        expired = "has expired" if "expired" in said else "is not trusted"
        return Fault(f"the server's certificate {expired}: renew it, or give SSL_CERT_FILE the authority that made it")
    words = " ".join(str(cause) for cause in causes).casefold()
    if "name or service" in words or "getaddrinfo" in words or "name resolution" in words:
        return Fault("there is no host of that name: check the URL")
    if "proxy" in words:
        return Fault("the proxy refuses the connection: check HTTPS_PROXY and NO_PROXY")
    if "ssl" in words or "wrong version number" in words:
        return Fault("no TLS at that address: check https:// and the port")
    through = ", and the proxy that HTTPS_PROXY or HTTP_PROXY names (NO_PROXY leaves it out)" if getproxies() else ""
    return Fault(f"nothing answers at that address: check the URL and that the server runs{through}", retry=True)


def _causes(error: BaseException | None) -> "list[BaseException]":
    causes: list[BaseException] = []
    while error is not None and len(causes) < 10:
        causes.append(error)
        error = error.__cause__ or error.__context__
    return causes


def _asked_to_wait(error: openai.APIStatusError) -> float | None:
    """Read ``Retry-After``: seconds, or a date (RFC 9110, 10.2.3)."""
    asked = error.response.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,6}(\.\d{1,3})?", asked):
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
