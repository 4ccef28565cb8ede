"""Every transcript of the stand-in through the HTTP API: what the client got, byte by byte."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from openai_standin import StandIn, Turn, load, names
from ui_server import serving
from wire import Wire, ask, unverified

from retrieval import RecordIndex
from ui.settings import Settings

NOT_TALKS = {"doctor"}
SCENARIOS = [name for name in names() if name not in NOT_TALKS]


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_scenario(name: str, data_dir: Path, snapshot_index: RecordIndex) -> None:
    transcript = load(name)
    with StandIn(transcript) as server:
        given = {"model_url": server.url, "model_name": "standin", "model_key": "test-key", **transcript.settings}
        settings = Settings(data_dir=data_dir, page=False, rate_per_minute=0, **given)
        with serving(settings) as url:
            for number, turn in enumerate(transcript.turns):
                before = len(server.chats)
                wire = ask(url, turn.user, thread_id=f"scenario-{name}")
                as_expected(wire, turn, len(server.chats) - before)
                assert unverified(wire, snapshot_index) == []
                assert wire.answer["turn"] >= number + 1


def as_expected(wire: Wire, turn: Turn, requests: int) -> None:
    """THEN the answer is the expected one, and nothing else was ever on the wire."""
    expect, answer = turn.expect, wire.answer
    assert wire.last == "done", answer
    shown = [{key: one[key] for key in ("text", "citations", "lead")} for one in wire.sentences]
    assert shown == answer["sentences"], "nothing shown was taken back, nothing unshown was added"
    for forbidden in expect.absent:
        assert folded(forbidden) not in folded(wire.raw), f"{forbidden!r} reached the client"
    for part in expect.contains:
        assert folded(part) in folded(answer["text"]), answer["text"]
    statuses = (expect.status,) if isinstance(expect.status, str) else expect.status
    assert answer["status"] in statuses, answer["text"]
    assert (answer["model"], answer["fallback"]) == (expect.model, expect.fallback), answer["text"]
    assert set(expect.cites) <= {citation["record_id"] for citation in answer["citations"]}
    assert set(expect.tools) <= {tool["name"] for tool in answer["tools"]}
    assert set(expect.rails) <= {rail["rail"] for rail in answer["rails"]}, answer["rails"]
    assert expect.requests in (None, requests), f"{requests} requests"
    if expect.fallback:
        assert "program wbudowany" in answer["text"], "the text says that another has taken over"


def test_ten_plain_questions_are_answered_from_the_same_records(data_dir: Path, snapshot_index: RecordIndex) -> None:
    """GIVEN ten plain questions, WHEN the embedded and the served model answer, THEN both cite the same records."""
    transcript = load("ten_plain_questions")
    plain: dict[str, Any] = {"data_dir": data_dir, "page": False, "rate_per_minute": 0}
    with ExitStack() as stack:
        server = stack.enter_context(StandIn(transcript))
        embedded = stack.enter_context(serving(Settings(**plain)))
        served = stack.enter_context(serving(Settings(**plain, model_url=server.url, model_name="standin")))
        for turn in transcript.turns:
            own = ask(embedded, turn.user, thread_id="ten-embedded")
            other = ask(served, turn.user, thread_id="ten-served")
            assert (own.answer["model"], other.answer["model"]) == ("embedded", "standin"), turn.user
            assert records(own) == records(other), turn.user
            assert unverified(own, snapshot_index) == unverified(other, snapshot_index) == []


def records(wire: Wire) -> set[str]:
    return {citation["record_id"] for citation in wire.answer["citations"]}
