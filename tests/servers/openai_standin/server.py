"""The HTTP side: an event loop in a thread, a socket on loopback, and a note of every request that came."""

import asyncio
import json
import ssl
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from . import protocol
from .protocol import Body, Refusal
from .transcript import Reply, Server, Transcript, Turn

BREATH = 0.0005  # how long a piece of many tokens may be late without a timer of its own


@dataclass
class Seen:
    """A request as it came over the wire; ``abandoned`` is set when the client left before the end."""

    method: str
    path: str
    headers: dict[str, str]
    body: Body
    tokens_sent: int = 0
    abandoned: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)


class StandIn:
    """Serves one or more transcripts on a free port of loopback while its ``with`` block runs."""

    def __init__(self, *transcripts: Transcript, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.transcripts = transcripts
        self.server = transcripts[0].server
        self.requests: list[Seen] = []
        self._turns: list[Turn] = [turn for transcript in transcripts for turn in transcript.turns]
        self._faults = {id(turn): deque(turn.faults) for turn in self._turns}
        self._otherwise = [reply for transcript in transcripts for reply in transcript.otherwise]
        self._known: deque[list[str]] = deque(maxlen=64)
        self._port, self._tls = port, tls
        self._ready = threading.Event()

    def __enter__(self) -> "StandIn":
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the stand-in did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self._port}/v1"

    @property
    def chats(self) -> list[Seen]:
        """The chat requests so far."""
        return [seen for seen in self.requests if seen.path.endswith("/chat/completions")]

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        listening = await asyncio.start_server(self._client, "127.0.0.1", self._port, ssl=self._tls, backlog=1024)
        self._port = listening.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        listening.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, EOFError, asyncio.CancelledError, ssl.SSLError):
            if (seen := await _read(reader)) is not None:
                self.requests.append(seen)
                await self._answer(seen, reader, writer)
        with suppress(OSError, RuntimeError):
            writer.close()

    async def _answer(self, seen: Seen, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        work = asyncio.ensure_future(self._respond(seen, writer))
        gone = asyncio.ensure_future(_gone(reader))
        await asyncio.wait((work, gone), return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            seen.abandoned.set()
            work.cancel()
            writer.close()
        gone.cancel()
        with suppress(asyncio.CancelledError):
            await gone
        seen.ended.set()
        try:
            await work
        except (asyncio.CancelledError, OSError):
            seen.abandoned.set()

    async def _respond(self, seen: Seen, writer: asyncio.StreamWriter) -> None:
        try:
            await self._route(seen, writer)
        except Refusal as refusal:
            await _whole(writer, refusal.status, refusal.body())

    async def _route(self, seen: Seen, writer: asyncio.StreamWriter) -> None:
        if self.server.key and seen.headers.get("authorization") != f"Bearer {self.server.key}":
            raise Refusal(401, "Incorrect API key provided", "invalid_api_key", "authentication_error")
        path = urlsplit(seen.path).path
        if path == "/v1/models" and seen.method == "GET":
            listed = [{"id": self.server.model, "object": "model", "created": 0, "owned_by": "standin"}]
            await _whole(writer, 200, {"object": "list", "data": listed})
        elif path == "/v1/chat/completions" and seen.method == "POST":
            await self._chat(seen, writer)
        else:
            raise Refusal(404, f"no such path: {path}", "not_found")

    async def _chat(self, seen: Seen, writer: asyncio.StreamWriter) -> None:
        reply = self._choose(seen.body)
        if reply.html:
            await _whole(writer, reply.status, reply.html, {"Content-Type": "text/html"})
            return
        if reply.status != 200:
            refusal = Refusal(reply.status, reply.message, reply.code, "server_error")
            await _whole(writer, reply.status, refusal.body(), reply.headers)
            return
        protocol.check(seen.body, self.server)
        prompt = protocol.tokens(protocol.prompt_of(seen.body))
        said = _Said(len(self.requests), reply, seen, len(prompt), self._cached(prompt), self.server)
        await asyncio.sleep(reply.delay)
        pace = self.server.tokens_per_second if reply.pace is None else reply.pace
        if seen.body.get("stream"):
            await said.streamed(writer, pace)
        else:
            await said.at_once(writer, pace)

    def _choose(self, body: Body) -> Reply:
        messages: list[Body] = body.get("messages") or []
        for turn in reversed(self._turns):
            places = [i for i, m in enumerate(messages) if m.get("role") == "user" and _meant(turn, _text(m))]
            if not places or any(_is_question(m, self._turns) for m in messages[places[-1] + 1 :]):
                continue
            if faults := self._faults[id(turn)]:
                return faults.popleft()
            said = sum(m.get("role") == "assistant" for m in messages[places[-1] + 1 :])
            return turn.replies[min(said, len(turn.replies) - 1)]
        if not self._otherwise:
            raise Refusal(500, "the transcript has no reply to this request", kind="server_error")
        return self._otherwise.pop(0) if len(self._otherwise) > 1 else self._otherwise[0]

    def _cached(self, prompt: list[str]) -> int:
        """Count the tokens that this prompt has in common with the beginning of one before, as a prefix cache does."""
        best = 0
        for known in self._known:
            same = next((i for i, (a, b) in enumerate(zip(prompt, known, strict=False)) if a != b), None)
            best = max(best, min(len(prompt), len(known)) if same is None else same)
        self._known.append(prompt)
        return best


@dataclass
class _Said:
    """One reply on its way out."""

    number: int
    reply: Reply
    seen: Seen
    prompt: int
    cached: int
    server: Server

    @property
    def model(self) -> str:
        return self.server.model

    def _pieces(self) -> tuple[list[str], bool]:
        pieces = protocol.tokens(protocol.spoken(self.reply, self.seen.body))
        limit = self.seen.body.get("max_completion_tokens") or self.seen.body.get("max_tokens")
        cut = bool(limit) and self.server.limits and len(pieces) > limit
        return (pieces[:limit], True) if cut else (pieces, False)

    def _finish(self, *, cut: bool) -> str:
        return "tool_calls" if self.reply.calls else "length" if cut else "stop"

    async def at_once(self, writer: asyncio.StreamWriter, pace: float) -> None:
        pieces, cut = self._pieces()
        await asyncio.sleep(len(pieces) / pace if pace else 0)
        message: Body = {"role": "assistant", "content": "".join(pieces) or None}
        if calls := protocol.calls_of(self.reply, self.number):
            message["tool_calls"] = calls
        used = protocol.usage(self.prompt, len(pieces), self.cached)
        self.seen.tokens_sent = len(pieces)
        await _whole(writer, 200, protocol.completion(self.number, self.model, message, self._finish(cut=cut), used))

    async def streamed(self, writer: asyncio.StreamWriter, pace: float) -> None:
        await _head(writer, 200, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"})
        if self.reply.raw is not None:
            await _part(writer, self.reply.raw)
            await _part(writer, "")
            return
        await self._event(writer, {"role": "assistant", "content": ""})
        for position, call in enumerate(protocol.calls_of(self.reply, self.number)):
            for delta in _call_deltas(position, call):
                await self._event(writer, delta)
        if not await self._words(writer, pace):
            return
        if (self.seen.body.get("stream_options") or {}).get("include_usage"):
            used = protocol.usage(self.prompt, self.seen.tokens_sent, self.cached)
            await _part(writer, _sse(protocol.chunk(self.number, self.model, None, used=used)))
        await _part(writer, "data: [DONE]\n\n")
        await _part(writer, "")

    async def _words(self, writer: asyncio.StreamWriter, pace: float) -> bool:
        pieces, cut = self._pieces()
        loop = asyncio.get_running_loop()
        started = loop.time()
        for position, piece in enumerate(pieces):
            if self.reply.cut_after is not None and position >= self.reply.cut_after:
                writer.transport.abort()
                return False
            if pace and (wait := started + (position + 1) / pace - loop.time()) > BREATH:
                await asyncio.sleep(wait)
            await self._event(writer, {"content": piece})
            self.seen.tokens_sent += 1
        await self._event(writer, {}, self._finish(cut=cut))
        return True

    async def _event(self, writer: asyncio.StreamWriter, delta: Body, finish: str | None = None) -> None:
        await _part(writer, _sse(protocol.chunk(self.number, self.model, delta, finish)))


def _call_deltas(position: int, call: Body) -> list[Body]:
    function = call["function"]
    first = {**call, "index": position, "function": {"name": function["name"], "arguments": ""}}
    halves = protocol.tokens(function["arguments"])
    return [
        {"tool_calls": [first]},
        *({"tool_calls": [{"index": position, "function": {"arguments": half}}]} for half in halves),
    ]


def _text(message: Body) -> str:
    content = message.get("content")
    return content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)


def _meant(turn: Turn, text: str) -> bool:
    return turn.user in text and all(part in text for part in turn.also)


def _is_question(message: Body, turns: list[Turn]) -> bool:
    return message.get("role") == "user" and any(_text(message).strip() == turn.user for turn in turns)


async def _read(reader: asyncio.StreamReader) -> Seen | None:
    first = (await reader.readline()).decode("latin-1").split()
    if len(first) < 2:
        return None
    headers: dict[str, str] = {}
    while line := (await reader.readline()).decode("latin-1").strip():
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    content = await reader.readexactly(int(headers.get("content-length", "0")))
    try:
        body: Any = json.loads(content) if content else {}
    except ValueError:
        body = {}
    return Seen(first[0], first[1], headers, body if isinstance(body, dict) else {})


async def _gone(reader: asyncio.StreamReader) -> None:
    """Wait until the client closes its side; it sends nothing more while it waits for an answer."""
    with suppress(OSError):
        await reader.read(1)


def _sse(body: Body) -> str:
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n"


async def _head(writer: asyncio.StreamWriter, status: int, headers: dict[str, str]) -> None:
    lines = [f"HTTP/1.1 {status} Stand-in", *(f"{name}: {value}" for name, value in headers.items())]
    lines += ["Connection: close", "", ""]  # one request a connection, so that a client that leaves is seen at once
    writer.write("\r\n".join(lines).encode())
    await writer.drain()


async def _part(writer: asyncio.StreamWriter, text: str) -> None:
    data = text.encode()
    writer.write(b"%x\r\n%b\r\n" % (len(data), data))
    await writer.drain()


async def _whole(
    writer: asyncio.StreamWriter, status: int, body: Body | str, headers: dict[str, str] | None = None
) -> None:
    data = (body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)).encode()
    more = {"Content-Type": "application/json", "Content-Length": str(len(data)), **(headers or {})}
    await _head(writer, status, more)
    writer.write(data)
    await writer.drain()
