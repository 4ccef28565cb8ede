"""A draft that the model on the server judges once more, over real HTTP: transcripts of both sides."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from openai_standin import StandIn, Transcript

from assistant.answer import Answer, DoneEvent, Request, SentenceEvent
from assistant.assemble import assemble
from assistant.context import NamedModel
from assistant.models.description import ModelDescription, Patience
from assistant.models.served import open_models
from assistant.service import Assistant, open_assistant
from retrieval import RecordIndex

Open = Callable[..., Any]
QUESTION = "Co to jest INF.03?"
JUDGING = "Sprawdzasz odpowiedź doradcy"
CALL = {"calls": [{"name": "get_qualification", "arguments": {"id": "INF.03"}}]}
KIND = (
    "Kod INF.03 oznacza tworzenie i administrowanie stronami i aplikacjami internetowymi oraz bazami danych [@INF.03]."
)
PAPER = "Potwierdza ją certyfikat kwalifikacji zawodowej [@INF.03]."
PRICE = "Egzamin INF.03 kosztuje 490 zł [@INF.03]."


def conversation(*replies: dict[str, Any], judge: dict[str, Any]) -> Transcript:
    """The user asks one question; what the judge is asked has its own reply."""
    turns = [{"user": JUDGING, "replies": [judge]}, {"user": QUESTION, "replies": [CALL, *replies]}]
    return Transcript.model_validate({"about": "made for a test", "turns": turns})


@pytest.fixture
def opened(snapshot_index: RecordIndex, tmp_path: Path) -> Open:
    @asynccontextmanager
    async def start(server: StandIn, judge_seconds: float = 10.0) -> AsyncIterator[Assistant]:
        described = ModelDescription(name="model-1", model="standin", url=server.url, patience=Patience(retries=0))
        (served,) = open_models((described,))
        models = (NamedModel("model-1", served.chat, served),)
        context = assemble(snapshot_index, models=models, judge_seconds=judge_seconds)
        async with open_assistant(context, tmp_path) as assistant:
            yield assistant

    return start


async def told(assistant: Assistant) -> tuple[list[str], Answer]:
    events = [event async for event in assistant.stream(Request(message=QUESTION))]
    assert isinstance(events[-1], DoneEvent)
    return [event.text for event in events if isinstance(event, SentenceEvent)], events[-1].answer


def judgings(server: StandIn) -> list[str]:
    texts = (str(seen.body["messages"][-1]["content"]) for seen in server.chats)
    return [text for text in texts if JUDGING in text]


async def test_what_the_judge_lets_pass_is_shown(opened: Open, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    script = conversation({"text": f"{KIND} {PAPER}"}, judge={"text": "1. tak\n2. tak"})
    with StandIn(script) as server:
        async with opened(server) as assistant:
            shown, answer = await told(assistant)
        (asked,) = judgings(server)
    assert (answer.status, answer.model, len(shown)) == ("answered", "model-1", 2)
    assert "[q1]" in asked
    assert "<data-" in asked
    use = next(use for use in answer.rails if use.rail == "judge")
    assert (use.action, use.detail.partition(", 0 without")[0]) == ("passed", "2 sentences, 0 stopped")
    assert answer.usage is not None
    assert answer.usage.requests == 3
    assert "judge: 2 sentences" in caplog.text
    assert "certyfikat" not in caplog.text


async def test_what_the_judge_stops_goes_to_repair_and_is_judged_again(opened: Open) -> None:
    script = conversation(
        {"text": f"{KIND} {PAPER}"}, {"text": "1. -"}, judge={"text": "1. tak\n2. nie: rekord mówi o czym innym"}
    )
    with StandIn(script) as server:
        async with opened(server) as assistant:
            shown, answer = await told(assistant)
        repair = str(server.chats[-1].body["messages"][-1]["content"])
    assert "rekord mówi o czym innym" in repair
    assert answer.status == "answered_partially"
    assert not any("certyfikat" in text for text in shown)
    assert ("judge", "dropped", "judge") in [(use.rail, use.action, use.detail) for use in answer.rails]


async def test_the_judge_never_sees_what_the_rails_have_stopped(opened: Open) -> None:
    script = conversation({"text": f"{KIND} {PRICE}"}, {"text": "1. -"}, judge={"text": "1. tak\n2. tak"})
    with StandIn(script) as server:
        async with opened(server) as assistant:
            shown, answer = await told(assistant)
        asked = judgings(server)
    assert asked
    assert not any("490" in text for text in asked)
    assert not any("490" in text for text in shown)
    assert answer.status == "answered_partially"


@pytest.mark.parametrize(
    "fault",
    [{"status": 500}, {"text": "Wszystko pięknie!"}, {"text": ""}, {"raw": "data: {nonsense"}, {"status": 429}],
    ids=["error", "no verdicts", "silence", "broken stream", "too many requests"],
)
async def test_a_judge_that_fails_stops_no_turn(opened: Open, fault: dict[str, Any]) -> None:
    with StandIn(conversation({"text": f"{KIND} {PAPER}"}, judge=fault)) as server:
        async with opened(server) as assistant:
            for _ in range(4):
                shown, answer = await told(assistant)
                assert (answer.status, answer.model, len(shown)) == ("answered", "model-1", 2)


async def test_a_judge_that_takes_too_long_is_not_waited_for(opened: Open) -> None:
    slow = {"text": "1. nie: za późno\n2. nie: za późno", "delay": 30}
    with StandIn(conversation({"text": f"{KIND} {PAPER}"}, judge=slow)) as server:
        async with opened(server, judge_seconds=0.2) as assistant:
            shown, answer = await told(assistant)
    assert (answer.status, len(shown)) == ("answered", 2)


async def test_nobody_is_asked_where_it_is_off(opened: Open) -> None:
    with StandIn(conversation({"text": f"{KIND} {PAPER}"}, judge={"status": 500})) as server:
        async with opened(server, judge_seconds=0.0) as assistant:
            _, answer = await told(assistant)
        assert not judgings(server)
    assert answer.status == "answered"
    assert "judge" not in {use.rail for use in answer.rails}
