"""A served model in a conversation: what is sent, what is kept, and what happens when somebody leaves."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from openai_standin import Seen, StandIn, Transcript, load, protocol

from assistant.answer import Request, SentenceEvent
from assistant.assemble import assemble
from assistant.context import Limits, NamedModel
from assistant.models.description import ModelDescription, Patience
from assistant.models.served import open_models
from assistant.service import Assistant, open_assistant
from register.vocabulary import Audience
from retrieval import RecordIndex

Open = Callable[..., Any]
CALL = {"calls": [{"name": "get_qualification", "arguments": {"id": "INF.03"}}]}
FOUNDED = "Wchodzi w skład dwóch zawodów: technik informatyk i technik programista [@INF.03]."
QUESTION = "Co to jest INF.03?"


def transcript(*turns: tuple[str, list[dict[str, Any]]], **server: Any) -> Transcript:
    told = [{"user": user, "replies": replies} for user, replies in turns]
    return Transcript.model_validate({"about": "made for a test", "server": server, "turns": told})


@pytest.fixture
def opened(snapshot_index: RecordIndex, tmp_path: Path) -> Open:
    @asynccontextmanager
    async def start(*servers: StandIn, limits: Limits | None = None, **more: Any) -> AsyncIterator[Assistant]:
        described = [
            ModelDescription(
                name=f"model-{number}", model="standin", url=server.url, patience=Patience(retries=0), **more
            )
            for number, server in enumerate(servers, 1)
        ]
        models = tuple(NamedModel(one.description.name, one.chat, one) for one in open_models(described))
        async with open_assistant(assemble(snapshot_index, models=models, limits=limits), tmp_path) as assistant:
            yield assistant

    return start


async def test_the_next_server_takes_over_before_the_embedded_model(opened: Open) -> None:
    down = transcript((QUESTION, [{"status": 500}]))
    with StandIn(down) as first, StandIn(load("good_answer")) as second:
        async with opened(first, second) as assistant:
            answer = await assistant.answer(Request(message=QUESTION))
    assert (answer.model, answer.fallback, answer.status) == ("model-2", True, "answered")


async def test_a_server_that_keeps_failing_is_left_alone(opened: Open) -> None:
    with StandIn(transcript((QUESTION, [{"status": 500}]))) as server:
        async with opened(server) as assistant:
            for _ in range(5):
                answer = await assistant.answer(Request(message=QUESTION))
                assert (answer.model, answer.status) == ("embedded", "answered")
        assert len(server.chats) == 3


async def test_a_client_that_leaves_frees_the_server(opened: Open) -> None:
    slow = transcript((QUESTION, [CALL, {"text": f"{FOUNDED} " + "I jeszcze jedno słowo " * 200, "pace": 60}]))
    with StandIn(slow) as server:
        async with opened(server) as assistant:
            stream = assistant.stream(Request(message=QUESTION))
            async for event in stream:
                if isinstance(event, SentenceEvent):
                    break
            await stream.aclose()
            gone = await asyncio.to_thread(server.chats[-1].abandoned.wait, 5)
        assert gone, "the connection to the server is still open"
        assert server.chats[-1].tokens_sent < 400


async def test_the_first_sentence_is_shown_before_the_last_is_written(opened: Open) -> None:
    second = "Kwalifikacja obejmuje projektowanie stron internetowych i baz danych [@INF.03]."
    with StandIn(transcript((QUESTION, [CALL, {"text": f"{FOUNDED} {second}", "pace": 10}]))) as server:
        async with opened(server) as assistant:
            await assistant.answer(Request(message=QUESTION))  # the rails of a language are made when first needed
            sent = [
                server.chats[-1].tokens_sent
                async for event in assistant.stream(Request(message=QUESTION))
                if isinstance(event, SentenceEvent)
            ]
    assert len(sent) == 2
    assert sent[0] < sent[1]


async def test_a_prompt_stays_within_its_bounds_however_much_is_found(opened: Open) -> None:
    search = {
        "calls": [{"name": name, "arguments": {"query": "programowanie stron", "limit": 20}} for name in SEARCHES]
    }
    with StandIn(transcript((QUESTION, [search, CALL, {"text": FOUNDED}]))) as server:
        async with opened(server) as assistant:
            for audience in Audience:
                answer = await assistant.answer(Request(message=QUESTION, audience=audience))
                assert answer.status == "answered"
        prompts = [tokens_of(seen) for seen in server.chats]
    assert max(prompts) <= 3_000, prompts


SEARCHES = "search_qualifications", "search_occupations"


def tokens_of(seen: Seen) -> int:
    """The tokens of a prompt as the server counts them, tools and punctuation included."""
    return len(protocol.tokens(protocol.prompt_of(seen.body)))


async def test_every_request_of_a_conversation_begins_as_the_one_before(opened: Open) -> None:
    turns = [(f"Pytanie {number}: co to jest INF.03?", [CALL, {"text": FOUNDED}]) for number in range(4)]
    with StandIn(transcript(*turns)) as server:
        async with opened(server) as assistant:
            answers = [await assistant.answer(Request(message=user, thread_id="x")) for user, _ in turns]
        bodies = [seen.body for seen in server.chats]
    assert all(body["tools"] == bodies[0]["tools"] for body in bodies)
    assert all(body["messages"][0] == bodies[0]["messages"][0] for body in bodies), "the instructions never change"
    for earlier, later in zip(bodies[::2], bodies[1::2], strict=True):
        assert later["messages"][: len(earlier["messages"])] == earlier["messages"], "within a turn they are only added"
    assert all(answer.usage is not None and answer.usage.cached_tokens > 0 for answer in answers[1:])


async def test_the_tools_of_advice_are_offered_where_the_conversation_calls_for_them(opened: Open) -> None:
    further = "Ile zarabia informatyk?"
    with StandIn(transcript((QUESTION, [CALL, {"text": FOUNDED}]), (further, [{"text": "O co pytasz?"}]))) as server:
        async with opened(server) as assistant:
            await assistant.answer(Request(message=QUESTION, thread_id="x"))
            await assistant.answer(Request(message=further, thread_id="x"))
        plain, advice = names_offered(server.chats[0]), names_offered(server.chats[-1])
    assert plain == ["search_qualifications", "get_qualification", "explain_system", "search_occupations", "more_tools"]
    assert set(advice) - set(plain) == {"labour_market"}


async def test_a_model_that_misses_a_tool_asks_for_its_group(opened: Open) -> None:
    more = {"calls": [{"name": "more_tools", "arguments": {"group": "compare"}}]}
    with StandIn(transcript((QUESTION, [more, CALL, {"text": FOUNDED}]))) as server:
        async with opened(server) as assistant:
            assert (await assistant.answer(Request(message=QUESTION))).status == "answered"
        before, after = names_offered(server.chats[0]), names_offered(server.chats[1])
    assert set(after) - set(before) == {"compare_qualifications"}


def names_offered(seen: Seen) -> list[str]:
    return [tool["function"]["name"] for tool in seen.body.get("tools", ())]


async def test_a_long_conversation_is_put_in_short_with_its_handles(opened: Open) -> None:
    talk = [(f"Pytanie numer {number} " + "o stronach internetowych " * 20, FOUNDED) for number in range(12)]
    turns = [(user.strip(), [CALL, {"text": said}]) for user, said in talk]
    with StandIn(transcript(*turns)) as server:
        async with opened(server) as assistant:
            for user, _ in turns:
                answer = await assistant.answer(Request(message=user, thread_id="long"))
        last = server.chats[-1].body["messages"]
    assert "summary" in answer.prompts
    assert "Wcześniej w tej rozmowie" in last[1]["content"]
    assert "[q1]" in last[1]["content"]
    assert "zrk:INF.03" in last[1]["content"]
    assert tokens_of(server.chats[-1]) <= 3_000


async def test_numbers_of_sources_are_handles_again_in_the_next_turn(opened: Open) -> None:
    second = "A dla kogo ona jest?"
    with StandIn(
        transcript((QUESTION, [CALL, {"text": FOUNDED}]), (second, [{"text": "Nie wiem. O co pytasz?"}]))
    ) as s:
        async with opened(s) as assistant:
            await assistant.answer(Request(message=QUESTION, thread_id="x"))
            await assistant.answer(Request(message=second, thread_id="x"))
        said = s.chats[-1].body["messages"][2]
    assert said["role"] == "assistant"
    assert "[q1]" in said["content"]
    assert "[1]" not in said["content"]


async def test_a_turn_out_of_tokens_is_finished_by_the_embedded_model(opened: Open) -> None:
    with StandIn(transcript((QUESTION, [CALL, CALL, {"text": FOUNDED}]))) as server:
        async with opened(server, limits=Limits(tokens=1)) as assistant:
            answer = await assistant.answer(Request(message=QUESTION))
        assert len(server.chats) == 1
    assert (answer.model, answer.fallback, answer.status) == ("embedded", True, "answered")
    assert answer.citations[0].record_id == "zrk:INF.03"


async def test_a_turn_out_of_time_is_finished_by_the_embedded_model(opened: Open) -> None:
    with StandIn(transcript((QUESTION, [{"text": "nigdy", "delay": 30}]))) as server:
        async with opened(server, limits=Limits(seconds=12.0, reserve=3.0)) as assistant:
            answer = await assistant.answer(Request(message=QUESTION))
    assert (answer.model, answer.fallback, answer.status) == ("embedded", True, "answered")


async def test_personal_data_and_ids_do_not_reach_the_server(opened: Open) -> None:
    told = "Mam na imię Jan, PESEL 44051401458. Co to jest INF.03?"
    with StandIn(transcript(("Co to jest INF.03?", [CALL, {"text": FOUNDED}]))) as server:
        async with opened(server) as assistant:
            await assistant.answer(Request(message=told, thread_id="watek-tajny"))
        sent = str([(seen.headers, seen.body) for seen in server.chats])
    assert "44051401458" not in sent
    assert "watek-tajny" not in sent


async def test_price_and_usage_are_in_the_answer(opened: Open) -> None:
    with StandIn(load("good_answer")) as server:
        price = {"prompt": 2.0, "completion": 10.0, "currency": "EUR", "source": "made up for this test"}
        async with opened(server, price=price) as assistant:
            used = (await assistant.answer(Request(message=QUESTION))).usage
    assert used is not None
    assert (used.requests, used.estimated) == (2, False)
    assert used.cost == pytest.approx((used.prompt_tokens * 2 + used.completion_tokens * 10) / 1e6, abs=1e-6)


async def test_every_answer_names_the_prompts_it_was_made_with(opened: Open) -> None:
    with StandIn(load("wrong_level")) as server:
        async with opened(server) as assistant:
            answer = await assistant.answer(Request(message=QUESTION))
    assert {"system", "audience/adult", "tools", "examples", "repair"} == set(answer.prompts)
    assert all(len(sha256) == 64 for sha256 in answer.prompts.values())


async def test_the_server_is_asked_with_the_limits_of_its_description(opened: Open) -> None:
    with StandIn(load("good_answer")) as server:
        async with opened(server, temperature=0.5, seed=7, max_tokens=321) as assistant:
            await assistant.answer(Request(message=QUESTION))
        body = server.chats[0].body
    assert (body["temperature"], body["seed"], body["max_tokens"]) == (0.5, 7, 321)
    assert body["stream_options"] == {"include_usage": True}
