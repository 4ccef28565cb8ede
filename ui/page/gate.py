"""The part of Chainlit that is open to the net; the rest of its server (uploads, logins, MCP, threads) is not."""

import re
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.http.problems import problem
from ui.page.language import LOCALES, of_visitor

OPEN = {
    "GET": re.compile(
        r"/(assets/[\w./-]+(?<!\.map)|public/[\w./-]+|avatars/[\w.-]+|favicon|logo|user|auth/config"
        r"|project/settings)"
    ),
    "POST": re.compile(r"/set-session-cookie"),
}
SOCKET = "/ws/socket.io"
SETTINGS = "/project/settings"


class Gate:
    """Lets through what the page needs; its settings are asked for in the visitor's language, not the browser's."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request or socket on, or answer 404."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif not self._open(scope):
            await problem(404)(scope, receive, send)
        else:
            await self._app(_translated(scope), receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].startswith(SOCKET):
            await self._app(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 1008})

    def _open(self, scope: Scope) -> bool:
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        allowed = OPEN.get(method)
        return allowed is not None and allowed.fullmatch(scope["path"]) is not None and ".." not in scope["path"]


def _translated(scope: Scope) -> Scope:
    if scope["path"] != SETTINGS:
        return scope
    headers = Headers(scope=scope)
    language = of_visitor(headers.get("cookie", ""), headers.get("accept-language", ""))
    return {**scope, "query_string": urlencode({"language": LOCALES[language]}).encode()}
