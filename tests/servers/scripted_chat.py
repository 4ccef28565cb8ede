"""A chat model's server on a local port that says what a script gives it, turn by turn."""

import json
import threading
from collections import deque
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.context import NamedModel

Line = str | dict[str, Any] | int
"""What is said: a text, a tool call as {name, arguments}, or a status code to fail with."""


class ScriptedChat:
    """Serves ``/v1/chat/completions``; each request uses up one line. ``asked`` keeps the messages of each request."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = deque(lines)
        self.asked: list[list[dict[str, Any]]] = []

    def __enter__(self) -> "ScriptedChat":
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.script = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def model(self) -> NamedModel:
        url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"
        return NamedModel("scripted", ChatOpenAI(base_url=url, api_key=SecretStr("test"), max_retries=0, timeout=10))


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        script: ScriptedChat = self.server.script  # type: ignore[attr-defined]
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        script.asked.append(body["messages"])
        line: Line = script.lines.popleft() if script.lines else 500
        if isinstance(line, int):
            self._send(line, {"error": {"message": "scripted fault"}})
        else:
            self._send(200, _completion(line))

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _send(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _completion(line: str | dict[str, Any]) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": line}
    if isinstance(line, dict):
        function = {"name": line["name"], "arguments": json.dumps(line["arguments"])}
        call = {"id": "call_1", "type": "function", "function": function}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {"id": "c", "object": "chat.completion", "created": 0, "model": "scripted", "choices": [choice]}
