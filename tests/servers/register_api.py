"""A register of qualifications on a local port, with the faults that real ones show."""

import json
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

Raw = dict[str, Any]
Fault = Callable[["Handler"], None]


@dataclass
class RegisterServer:
    """Serves ``/pl/v1/qualifications/`` and ``…/institutions/`` in pages, and ``/api/index.php`` as XML.

    ``faults`` are used up one for each request; ``requests`` keeps the paths asked. ``paging``: ``next`` (as the
    register), ``loop`` (next leads back to the first page), ``endless`` (next never ends), ``offset`` (no next),
    ``foreign`` (next on another host), ``repeat`` (each page repeats the last record of the one before).
    """

    qualifications: Sequence[Raw] = ()
    institutions: Sequence[Raw] = ()
    xml_pages: Sequence[bytes] = ()
    paging: str = "next"
    page_size: int = 2
    counts: deque[int] = field(default_factory=deque)
    faults: deque[Fault | None] = field(default_factory=deque)
    requests: list[str] = field(default_factory=list)

    def __enter__(self) -> "RegisterServer":
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.register = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        return f"{self.root}/pl/v1/"

    @property
    def xml_url(self) -> str:
        return f"{self.root}/api/index.php"


class Handler(BaseHTTPRequestHandler):
    @property
    def register(self) -> RegisterServer:
        return self.server.register  # type: ignore[attr-defined,no-any-return]

    def do_GET(self) -> None:
        self.register.requests.append(self.path)
        fault = self.register.faults.popleft() if self.register.faults else None
        if fault:
            fault(self)
        else:
            self.answer()

    def answer(self) -> None:
        parts = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        if parts.path == "/api/index.php":
            self._xml(query)
            return
        names = parts.path.removeprefix("/pl/v1/").strip("/").split("/")
        records = getattr(self.register, names[0], None)
        if records is None:
            self.send(b'{"detail": "no such endpoint"}', status=404)
        elif len(names) == 2:
            found = next((one for one in records if str(one.get("id")) == names[1]), None)
            self.send(json.dumps(found).encode(), status=200 if found else 404)
        else:
            self.send(json.dumps(self._page(records, query, parts.path)).encode())

    def send(self, body: bytes, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass

    def _page(self, records: Sequence[Raw], query: dict[str, str], path: str) -> Raw:
        words, since = query.get("search", ""), query.get("published_date_after", "")
        kept = [one for one in records if words.casefold() in json.dumps(one, ensure_ascii=False).casefold()]
        kept = [one for one in kept if str(one.get("published_date", "9999")) > since]
        start, size, paging = int(query.get("offset", 0)), self.register.page_size, self.register.paging
        first = max(0, start - 1) if paging == "repeat" else start
        count = self.register.counts.popleft() if self.register.counts else len(kept)
        following = self._next(query, start + size, len(kept), path)
        return {"count": count, "next": following, "previous": None, "results": kept[first : start + size]}

    def _next(self, query: dict[str, str], start: int, total: int, path: str) -> str | None:
        paging, host = self.register.paging, self.register.root
        if paging == "offset":
            return None
        if paging == "loop" and start >= total:
            return f"{host}{path}?{urlencode({**query, 'offset': '0'})}"
        if paging == "endless":
            return f"{host}{path}?{urlencode({**query, 'offset': start % total, 'turn': len(self.register.requests)})}"
        if paging == "foreign":
            return f"http://register.invalid{path}?offset={start}"
        return f"{host}{path}?{urlencode({**query, 'offset': start})}" if start < total else None

    def _xml(self, query: dict[str, str]) -> None:
        pages = self.register.xml_pages
        number = int(query.get("page", query.get("id", "1")))
        body = pages[number - 1] if number <= len(pages) else b"<kwalifikacje></kwalifikacje>"
        self.send(body, kind="text/xml")


def reset(handler: Handler) -> None:
    """Break the connection off with a TCP reset."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def truncated(handler: Handler) -> None:
    """Send the beginning of an answer as if it were whole."""
    handler.send(b'{"count": 3, "next": null, "results": [{"id": 12')


def cut_off(handler: Handler) -> None:
    """Promise more bytes than come."""
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"count"')


def web_page(handler: Handler) -> None:
    """Answer with a page for people."""
    handler.send(b"<!doctype html><html><title>Przerwa techniczna</title></html>", kind="text/html")


def status(code: int, **headers: str) -> Fault:
    """Answer with a status and headers (``Retry_After``, ``Location``)."""
    return lambda handler: handler.send(b"{}", status=code, **headers)


def body(content: bytes, kind: str = "application/json") -> Fault:
    """Answer with these bytes."""
    return lambda handler: handler.send(content, kind=kind)
