import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
import retrieval_samples as samples

from retrieval import Embedding, IndexCorruptError, IndexMissingError, RecordIndexError, Server, build_index, open_index

RENAMED = samples.qualification("zrk:91234", "Testowe haftowanie", kind="partial")


class Strange(BaseHTTPRequestHandler):
    """A server that answers every request the same way."""

    status: ClassVar[int] = 200
    body: ClassVar[bytes] = b""

    def do_GET(self) -> None:
        self.send_response(self.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def strange() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Strange)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def answers(status: int, body: object) -> None:
    Strange.status, Strange.body = status, body if isinstance(body, bytes) else json.dumps(body).encode()


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (401, {"status": {"error": "wrong key"}}, "QDRANT_API_KEY"),
        (403, {"status": {"error": "forbidden"}}, "QDRANT_API_KEY"),
        (500, {"status": {"error": "broken"}}, "answered 500"),
        (200, b"<html>a proxy</html>", "cannot answer|does not answer|answered"),
    ],
)
def test_a_server_that_refuses_is_told_in_one_line(strange: str, status: int, body: object, message: str) -> None:
    answers(status, body)
    with pytest.raises(RecordIndexError, match=message) as caught:
        open_index(Server(strange, api_key="wrong"))
    assert "\n" not in str(caught.value)


def test_a_dead_server_is_told() -> None:
    with pytest.raises(RecordIndexError, match=r"does not answer|cannot answer"):
        open_index(Server("http://127.0.0.1:9", timeout=1))


def test_there_is_no_index_before_the_first_upload(strange: str) -> None:
    answers(200, {"result": {"aliases": []}, "status": "ok", "time": 0})
    with pytest.raises(IndexMissingError, match="zeterka ingest"):
        open_index(Server(strange))


def test_the_alias_moves_and_readers_follow() -> None:
    server = Server(":memory:", collection="moving")
    build_index(samples.ALL, server)
    index = open_index(server)
    assert index.get("zrk:91234") == samples.PRINTING
    info = build_index([RENAMED], server)
    assert index.get("zrk:91234") == RENAMED
    assert index.info == info
    with pytest.raises(RecordIndexError, match="zrk:91234"):
        build_index([RENAMED, samples.PRINTING], server)
    assert index.get("zrk:91234") == RENAMED


def test_an_index_of_another_embedding_is_refused() -> None:
    server = Server(":memory:", collection="other-embedding")
    build_index(samples.ALL, server, embedding=Embedding(""))
    assert open_index(server, embedding=Embedding("")).get("zrk:91234") == samples.PRINTING
    with pytest.raises(IndexCorruptError, match="no embedding"):
        open_index(server)


def test_a_key_that_cannot_be_sent_is_told(strange: str) -> None:
    with pytest.raises(RecordIndexError, match="cannot answer"):
        open_index(Server(strange, api_key="zły"))


@pytest.fixture
def silent() -> Iterator[str]:
    """GIVEN a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept: list[socket.socket] = []

        def accept() -> None:
            while True:
                try:
                    kept.append(server.accept()[0])
                except OSError:
                    return

        thread = threading.Thread(target=accept, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
        thread.join()
        for connection in kept:
            connection.close()


@pytest.mark.parametrize("work", [open_index, lambda server: build_index(samples.ALL, server)])
def test_a_silent_server_is_given_up_within_the_timeout(silent: str, work: Callable[[Server], object]) -> None:
    caught: list[BaseException] = []

    def ask() -> None:
        with pytest.raises(RecordIndexError, match=r"127\.0\.0\.1.*does not answer") as error:
            work(Server(silent, timeout=1))
        caught.append(error.value)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(timeout=30)  # far beyond the server's second, for slow machines
    assert caught
    assert "\n" not in str(caught[0])
