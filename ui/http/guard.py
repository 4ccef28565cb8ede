"""What stands before every request: known host, rate, size, and the headers of every response."""

import math
from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.addresses import host_of_header
from ui.http.buckets import Buckets
from ui.http.problems import problem

LIMITED = ("/api/", "/v1/", "/page/")
API_POLICY = "default-src 'none'; frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
}
STRICT_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000"}


class Guard:
    """Refuses strangers, floods and bodies over ``max_body`` bytes; adds the headers that keep pages safe."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], buckets: Buckets, max_body: int, https: bool) -> None:
        self._app, self._hosts, self._buckets, self._max_body = app, hosts, buckets, max_body
        self._headers = {**HEADERS, **(STRICT_TRANSPORT if https else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request or socket through, or refuse it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        else:
            await self._request(scope, receive, with_headers(send, self._headers))

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._known(scope) and _same_origin(scope):
            await self._app(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 1008})

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        if not self._known(scope):
            await problem(HTTPStatus.MISDIRECTED_REQUEST, "unknown host")(scope, receive, send)
        elif wait := self._wait(scope):
            later = {"Retry-After": str(math.ceil(wait))}
            refusal = problem(HTTPStatus.TOO_MANY_REQUESTS, "too many requests; try again later", later)
            await refusal(scope, receive, send)
        elif _announced(headers) > self._max_body:
            await self._too_large()(scope, receive, send)
        else:
            await self._app(scope, self._counted(receive), send)

    def _known(self, scope: Scope) -> bool:
        return host_of_header(Headers(scope=scope).get("host", "")) in self._hosts

    def _wait(self, scope: Scope) -> float:
        client = scope.get("client")
        limited = scope["path"].startswith(LIMITED)
        return self._buckets.wait(client[0] if client else "") if limited else 0.0

    def _counted(self, receive: Receive) -> Receive:
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._max_body:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._limit())
            return message

        return counted

    def _too_large(self) -> ASGIApp:
        return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, self._limit())

    def _limit(self) -> str:
        return f"a request may have {self._max_body} bytes"


def with_headers(send: Send, headers: Mapping[str, str]) -> Send:
    """Return a ``send`` that adds ``headers`` to the response where it does not set them itself."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            response = MutableHeaders(scope=message)
            for name, value in headers.items():
                response.setdefault(name, value)
            if "text/html" not in response.get("content-type", ""):
                response.setdefault("Content-Security-Policy", API_POLICY)
        await send(message)

    return sending


def _same_origin(scope: Scope) -> bool:
    """A browser names the page a socket comes from; another page must not speak in the user's name."""
    headers = Headers(scope=scope)
    origin = headers.get("origin", "")
    return not origin or origin.partition("://")[2].lower() == headers.get("host", "").lower()


def _announced(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() else 0
