"""A server's draft on its way to the user: what is shown, what is mended, what is left out."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from scripted_chat import Line, ScriptedChat

from assistant.answer import Answer, DoneEvent, Request, SentenceEvent
from assistant.assemble import assemble
from assistant.service import Assistant, open_assistant
from retrieval import RecordIndex

LOOK_UP: Line = {"name": "get_qualification", "arguments": {"id": "zrk:INF.03"}}
FOUNDED = "Kod INF.03 oznacza tworzenie i administrowanie stronami i aplikacjami internetowymi oraz bazami danych. [q1]"
INVENTED = "Egzamin INF.03 kosztuje 490 zł. [q1]"
Opened = Callable[..., AbstractAsyncContextManager[tuple[Assistant, ScriptedChat]]]


@pytest.fixture
def scripted(snapshot_index: RecordIndex, tmp_path: Path) -> Opened:
    @asynccontextmanager
    async def opened(*lines: Line) -> AsyncIterator[tuple[Assistant, ScriptedChat]]:
        with ScriptedChat(lines) as server:
            async with open_assistant(assemble(snapshot_index, models=(server.model,)), tmp_path) as assistant:
                yield assistant, server

    return opened


async def said(assistant: Assistant, message: str = "Co to jest INF.03?") -> tuple[list[str], Answer]:
    events = [event async for event in assistant.stream(Request(message=message))]
    assert isinstance(events[-1], DoneEvent)
    return [event.text for event in events if isinstance(event, SentenceEvent)], events[-1].answer


async def test_a_founded_draft_is_shown_as_it_is(scripted: Opened) -> None:
    async with scripted(LOOK_UP, FOUNDED) as (assistant, server):
        shown, answer = await said(assistant)
    assert (answer.status, answer.model, answer.fallback) == ("answered", "scripted", False)
    assert shown == [FOUNDED.removesuffix(" [q1]")]
    assert len(server.asked) == 2


async def test_a_failed_sentence_is_repaired_in_its_place(scripted: Opened) -> None:
    draft = f"{FOUNDED} {INVENTED} Decyzja należy do Ciebie."
    async with scripted(LOOK_UP, draft, "1. Potwierdza ją certyfikat kwalifikacji zawodowej. [q1]") as (
        assistant,
        server,
    ):
        shown, answer = await said(assistant)
    assert shown[1:] == ["Potwierdza ją certyfikat kwalifikacji zawodowej.", "Decyzja należy do Ciebie."]
    assert answer.status == "answered"
    assert set(answer.prompts) == {"system", "repair"}
    request = server.asked[-1][-1]["content"]
    assert "490" in request
    assert "unsupported" in request


async def test_what_still_fails_is_left_out_and_said(scripted: Opened) -> None:
    async with scripted(LOOK_UP, f"{INVENTED} {FOUNDED}", f"1. {INVENTED}") as (assistant, server):
        shown, answer = await said(assistant)
    assert answer.status == "answered_partially"
    assert "490" not in answer.text
    assert shown[0] == FOUNDED.removesuffix(" [q1]")
    assert "pominięta" in shown[-1]
    assert len(server.asked) == 3


async def test_where_nothing_founded_is_left_the_embedded_model_answers(scripted: Opened) -> None:
    async with scripted(LOOK_UP, INVENTED, "1. -") as (assistant, _):
        _, answer = await said(assistant)
    assert (answer.status, answer.model, answer.fallback) == ("answered", "embedded", True)
    assert [citation.record_id for citation in answer.citations][:1] == ["zrk:INF.03"]
    assert "490" not in answer.text


async def test_a_server_that_fails_at_repair_takes_nothing_back(scripted: Opened) -> None:
    async with scripted(LOOK_UP, f"{FOUNDED} {INVENTED}", 503) as (assistant, _):
        shown, answer = await said(assistant)
    assert answer.status == "answered_partially"
    assert shown[0] == FOUNDED.removesuffix(" [q1]")
    assert answer.model == "scripted"


async def test_a_sentence_in_another_language_is_mended(scripted: Opened) -> None:
    draft = f"{FOUNDED} This qualification belongs to the school system and is awarded by a board. [q1]"
    mended = "1. Potwierdza ją certyfikat kwalifikacji zawodowej. [q1]"
    async with scripted(LOOK_UP, draft, mended) as (assistant, _):
        shown, answer = await said(assistant)
    assert "awarded" not in answer.text
    assert shown[-1] == "Potwierdza ją certyfikat kwalifikacji zawodowej."


PLANTED = {
    "invented link": "Zapisz się na www.kursy-inf03.example.com już dziś. [q1]",
    "invented phone": "Zadzwoń pod 601 222 333. [q1]",
    "invented price": INVENTED,
    "wrong code": "Kod tej kwalifikacji to INF.13. [q1]",
    "wrong level": "Kwalifikacja INF.03 ma poziom 7 PRK. [q1]",
    "wrong date": "Kwalifikację włączono 3 maja 1999 r. [q1]",
    "invented body": "Certyfikat wydaje Instytut Kompetencji Cyfrowych Aurora. [q1]",
    "promise": "Po tym certyfikacie na pewno dostaniesz pracę. [q1]",
    "steering": "To zawód lepszy dla mężczyzn niż dla kobiet. [q1]",
    "no source": "Absolwenci zarabiają średnio 9000 zł.",
    "unread length": f"INF.03 to {'bardzo ' * 2_900}dobra kwalifikacja. [q1]",
    "in a code block": f"```\n{INVENTED}\n```",
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
async def test_a_planted_sentence_reaches_nobody(scripted: Opened, planted: str) -> None:
    async with scripted(LOOK_UP, f"{FOUNDED}\n{planted}", "1. -") as (assistant, _):
        shown, answer = await said(assistant)
    assert answer.status == "answered_partially"
    assert shown == [shown[0], shown[-1]]
    assert "pominięta" in shown[-1]


async def test_a_handle_that_stands_for_nothing_is_removed(scripted: Opened) -> None:
    async with scripted(LOOK_UP, FOUNDED.replace("[q1]", "[q1][q77]")) as (assistant, _):
        shown, answer = await said(assistant)
    assert shown == [FOUNDED.removesuffix(" [q1]")]
    assert answer.rails[-1].rail == "citations"


async def test_a_recommendation_reminds_whose_the_decision_is(scripted: Opened) -> None:
    recommend: Line = {"name": "recommend_qualifications", "arguments": {"wish": "strony internetowe i programowanie"}}
    async with scripted(recommend, FOUNDED) as (assistant, _):
        shown, answer = await said(assistant, "Poleć mi coś: strony internetowe i programowanie")
    assert answer.recommendations
    assert "doradca zawodowy" in shown[-1]
    assert ("reminder", "noted") in [(use.rail, use.action) for use in answer.rails]
    assert answer.readability
    assert answer.readability > 0
