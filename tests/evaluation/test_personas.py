"""Personas talk with a real server until done or tired."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest

from evaluation.lines import SetError
from evaluation.personas import Persona, read_personas, scores_of, talk
from evaluation.personas.play import ServerGoneError
from evaluation.personas.speech import spoken
from ui.cli.app import run

ANSWERS = {
    "dobre": {"status": "answered", "text": "poziom 4", "thread_id": "t"},
    "niejasne": {"status": "clarification_asked", "text": "O co chodzi?", "thread_id": "t"},
}
NOTHING = {"status": "no_information", "text": "", "thread_id": "t"}


class _Scripted(BaseHTTPRequestHandler):
    """Answers by the message's first word."""

    def do_POST(self) -> None:
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        data = json.dumps(ANSWERS.get(said["message"].split()[0], NOTHING)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Scripted)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def client(url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=url) as opened:
        yield opened


def persona(*says: str, **more: object) -> Persona:
    return Persona.model_validate({"name": "testowa", "goal": {"contains": ["poziom 4"]}, "says": says, **more})


def test_done_as_soon_as_the_goal_is_met(client: httpx.Client) -> None:
    found = talk(persona("złe", "dobre", "dobre"), client)
    assert (found.success, found.tired, len(found.turns)) == (True, False, 2)


def test_tired_when_patience_is_out(client: httpx.Client) -> None:
    found = talk(persona("złe", "złe", "złe", patience=2), client)
    assert (found.success, found.tired, len(found.turns)) == (False, True, 2)


def test_nothing_left_to_say_is_not_tired(client: httpx.Client) -> None:
    found = talk(persona("złe", patience=5), client)
    assert (found.success, found.tired, len(found.turns)) == (False, False, 1)


def test_a_question_back_is_answered(client: httpx.Client) -> None:
    found = talk(persona("niejasne", if_asked=("dobre",)), client)
    assert [turn.said for turn in found.turns] == ["niejasne", "dobre"]
    assert found.success


def test_scores(client: httpx.Client) -> None:
    talks = [talk(persona("dobre"), client), talk(persona("złe", "złe", patience=2, mood="annoyed"), client)]
    scores = scores_of(talks)
    assert (scores["personas"], scores["success"], scores["tired"], scores["mean_turns"]) == (2, 0.5, 0.5, 1.5)
    assert scores["slices"]["mood"]["annoyed"]["success"] == 0


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"spelling": "plain"}, "Zażółć prosze".replace("Zażółć", "Zazolc")),
        ({"spelling": "lower"}, "zażółć proszę"),
        ({"mood": "polite"}, "Dzień dobry! Zażółć proszę. Dziękuję."),
    ],
)
def test_how_a_persona_speaks(more: dict[str, str], said: str) -> None:
    assert spoken(persona("x", **more), "Zażółć proszę.", 1).rstrip(".").casefold() == said.rstrip(".").casefold()


def test_a_server_that_is_gone() -> None:
    with httpx.Client(base_url="http://127.0.0.1:9") as nobody, pytest.raises(ServerGoneError):
        talk(persona("dobre"), nobody)


def test_the_command(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "personas.yaml"
    path.write_text("- {name: a, says: [dobre], goal: {contains: [poziom 4]}}\n", "utf-8")
    assert run(["eval", "personas", "--url", url, "--set", str(path), "--json", "--gate", "success>=1"]) == 0
    assert json.loads(capsys.readouterr().out)["success"] == 1


def test_packaged_personas_are_sound_and_broken_ones_named(tmp_path: Path) -> None:
    assert len({one.name for one in read_personas()}) == 8
    (tmp_path / "x.yaml").write_text("- {name: a}\n")
    with pytest.raises(SetError, match="goal"):
        read_personas(tmp_path / "x.yaml")
