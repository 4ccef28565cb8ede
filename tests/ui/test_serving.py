"""``zeterka serve`` as an operator runs it, logs, and the checkup of a model server."""

import json
import logging
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from fastapi import FastAPI
from tenacity import retry, stop_after_delay, wait_fixed
from ui_outcome import Cli

from assistant.service import TurnError
from register.vocabulary import AnswerStatus
from retrieval import RecordIndexError
from ui.http import problems
from ui.http.logs import JsonLine

REPOSITORY = Path(__file__).parents[2]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@retry(stop=stop_after_delay(60), wait=wait_fixed(0.2), reraise=True)
def until_ready(url: str) -> httpx.Response:
    return httpx.get(f"{url}/readyz").raise_for_status()


def test_two_workers_share_the_work_and_stop_when_told(data_dir: Path) -> None:
    port = free_port()
    environment = {**os.environ, "ZETERKA_DATA_DIR": str(data_dir), "ZETERKA_PAGE": "false", "ZETERKA_PROT": "1"}
    command = [sys.executable, "-m", "ui", "serve", "--port", str(port), "--workers", "2"]
    environment |= {"PYTHONPATH": str(REPOSITORY), "ZETERKA_LOG_JSON": "true"}
    url = f"http://127.0.0.1:{port}"
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            until_ready(url)
            for turn in range(4):
                body = {"message": "INF.03", "thread_id": f"praca-{turn % 2}"}
                assert httpx.post(f"{url}/api/v1/answer", json=body, timeout=30).status_code == 200
            assert httpx.get(f"{url}/api/v1/threads/praca-1").json()["turns"] == 2
            assert 'zeterka_turns_total{status="answered"} 4.0' in httpx.get(f"{url}/metrics").text
        finally:
            server.send_signal(signal.SIGTERM)
        said = server.communicate(timeout=30)[1]
    assert "ZETERKA_PROT" in said
    assert "Traceback" not in said
    assert "INF.03" not in said, "no message of a user is logged"


def test_a_port_that_is_taken_is_a_failure(data_dir: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        environment = {**os.environ, "ZETERKA_DATA_DIR": str(data_dir), "PYTHONPATH": str(REPOSITORY)}
        command = [sys.executable, "-m", "ui", "serve", "--port", str(taken.getsockname()[1])]
        done = subprocess.run(command, env={**environment, "ZETERKA_PAGE": "false"}, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_a_server_open_to_others_wants_to_know_its_name(zeterka: Cli) -> None:
    done = zeterka("serve", "--host", "0.0.0.0")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "public_url" in done.err


class Models(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        known = self.headers["Authorization"] == "Bearer tajne"
        self.send_response(200 if known else 401)
        self.end_headers()
        self.wfile.write(json.dumps({"data": [{"id": "bielik"}]}).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def model_url() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Models) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()
        thread.join()


def test_a_model_server_that_is_down_leaves_the_turn_to_the_embedded_model(
    zeterka: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZETERKA_MODEL_URL", f"http://127.0.0.1:{free_port()}/v1")
    monkeypatch.setenv("ZETERKA_MODEL_NAME", "bielik")
    answer = json.loads(zeterka("ask", "Co to jest INF.03?", "--json").out)
    assert (answer["model"], answer["fallback"]) == ("embedded", True)


def test_a_log_line_for_machines() -> None:
    fault = ValueError("zażółć")
    trace = (type(fault), fault, None)
    record = logging.getLogger("x").makeRecord("x", 40, "f", 1, "nie %s", ("tak",), trace)
    line = json.loads(JsonLine().format(record))
    assert (line["level"], line["message"]) == ("error", "nie tak")
    assert "zażółć" in line["traceback"]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (TurnError(AnswerStatus.ERROR_TIMEOUT, "za długo"), 504),
        (TurnError(AnswerStatus.ERROR_MODEL, "model"), 502),
        (RecordIndexError("/secret/path"), 503),
        (RuntimeError("/secret/path"), 500),
    ],
)
async def test_what_goes_wrong_inside_is_a_problem_without_details(error: Exception, status: int) -> None:
    app = FastAPI()
    problems.install(app)

    @app.get("/")
    async def fail() -> None:
        raise error

    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        response = await client.get("/")
    assert response.status_code == status
    assert response.headers["content-type"] == problems.MEDIA_TYPE
    assert "secret" not in response.text
