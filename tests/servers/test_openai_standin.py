"""The stand-in speaks the protocol as the official client understands it, and refuses what a real server refuses."""

import json
from typing import Any

import httpx
import openai
import pytest
from openai_standin import StandIn, Transcript, load, names

Talk = list[dict[str, Any]]
TOOL: Any = {
    "type": "function",
    "function": {"name": "get_qualification", "description": "Reads.", "parameters": {"type": "object"}},
}
ASKED: Any = [{"role": "user", "content": "Co to jest INF.03?"}]


def transcript(**parts: Any) -> Transcript:
    return Transcript.model_validate({"about": "made for a test", **parts})


def client(server: StandIn, key: str = "any") -> openai.OpenAI:
    return openai.OpenAI(base_url=server.url, api_key=key, max_retries=0)


def test_every_transcript_can_be_read() -> None:
    assert {"good_answer"} <= set(names())
    assert all(load(name).about for name in names())


def test_models_are_listed() -> None:
    with StandIn(load("good_answer")) as server:
        assert [model.id for model in client(server).models.list()] == ["standin"]


def test_a_tool_call_then_an_answer_with_the_handle_of_the_result() -> None:
    with StandIn(load("good_answer")) as server:
        first = client(server).chat.completions.create(model="standin", messages=ASKED, tools=[TOOL])
        call = first.choices[0].message.tool_calls[0]  # type: ignore[index]
        assert first.choices[0].finish_reason == "tool_calls"
        assert json.loads(call.function.arguments) == {"id": "INF.03"}  # type: ignore[union-attr]
        result = {"role": "tool", "tool_call_id": call.id, "content": "[q7] Tworzenie stron\nKod: INF.03"}
        said: Any = [*ASKED, first.choices[0].message, result]
        second = client(server).chat.completions.create(model="standin", messages=said)
        assert "[q7]" in str(second.choices[0].message.content)
        assert second.usage is not None
        assert second.usage.prompt_tokens > first.usage.prompt_tokens  # type: ignore[union-attr]


def test_a_stream_says_the_same_and_ends_with_what_was_used() -> None:
    told = transcript(otherwise=[{"text": "Zażółć gęślą jaźń. Druga."}])
    with StandIn(told) as server:
        stream = client(server).chat.completions.create(
            model="standin", messages=ASKED, stream=True, stream_options={"include_usage": True}
        )
        chunks = list(stream)
    assert "".join(c.choices[0].delta.content or "" for c in chunks if c.choices) == "Zażółć gęślą jaźń. Druga."
    assert chunks[-1].usage is not None
    assert chunks[-2].choices[0].finish_reason == "stop"


def test_two_tools_at_once_are_streamed_in_parts() -> None:
    calls = [{"name": "get_qualification", "arguments": {"id": code}} for code in ("INF.03", "INF.04")]
    with (
        StandIn(transcript(otherwise=[{"calls": calls}])) as server,
        client(server).chat.completions.stream(model="standin", messages=ASKED, tools=[TOOL]) as stream,
    ):
        found = stream.get_final_completion().choices[0].message.tool_calls or []
    assert [json.loads(call.function.arguments)["id"] for call in found] == ["INF.03", "INF.04"]


def test_a_prompt_that_begins_as_one_before_is_counted_as_cached() -> None:
    with StandIn(transcript(otherwise=[{"text": "Tak."}])) as server:
        both: Talk = [*ASKED, {"role": "assistant", "content": "Tak."}, {"role": "user", "content": "A teraz?"}]
        first, second = (
            client(server).chat.completions.create(model="standin", messages=said)  # type: ignore[arg-type]
            for said in (ASKED, both)
        )
    assert second.usage.prompt_tokens_details.cached_tokens == first.usage.prompt_tokens  # type: ignore[union-attr]


REFUSED = [
    ({"key": "right"}, {}, openai.AuthenticationError),
    ({"model": "other"}, {}, openai.NotFoundError),
    ({"tools": False}, {"tools": [TOOL]}, openai.BadRequestError),
    ({"context": 5}, {}, openai.BadRequestError),
    ({}, {"messages": [{"role": "tool", "tool_call_id": "x", "content": ""}]}, openai.BadRequestError),
    ({}, {"messages": []}, openai.BadRequestError),
    ({"json_schema": False}, {"response_format": {"type": "json_schema", "json_schema": {"name": "x"}}}, None),
]


@pytest.mark.parametrize(("server", "request_", "error"), REFUSED)
def test_what_a_real_server_refuses(server: dict[str, Any], request_: dict[str, Any], error: type | None) -> None:
    with StandIn(transcript(server=server, otherwise=[{"text": "Tak."}])) as standing:
        asked: Any = {"model": "standin", "messages": ASKED, **request_}
        with pytest.raises(error or openai.BadRequestError):
            client(standing, "wrong").chat.completions.create(**asked)


def test_faults_come_in_their_order_and_then_the_answer() -> None:
    faults = [{"status": 429, "headers": {"Retry-After": "0"}}, {"status": 503}, {"html": "<html>", "status": 200}]
    turn = {"user": "Co to jest INF.03?", "faults": faults, "replies": [{"text": "Tak."}]}
    with StandIn(transcript(turns=[turn])) as server:
        for error in (openai.RateLimitError, openai.InternalServerError):
            with pytest.raises(error):
                client(server).chat.completions.create(model="standin", messages=ASKED)
        page = httpx.post(f"{server.url}/chat/completions", json={"model": "standin", "messages": ASKED})
        assert page.headers["content-type"] == "text/html"
        assert client(server).chat.completions.create(model="standin", messages=ASKED).choices[0].message.content


def test_a_stream_cut_off_is_an_error_of_the_connection() -> None:
    with StandIn(transcript(otherwise=[{"text": "Jedno zdanie, które się urywa.", "cut_after": 2}])) as server:
        stream = client(server).chat.completions.create(model="standin", messages=ASKED, stream=True)
        with pytest.raises(Exception, match=r"closed|reset|read|incomplete"):
            list(stream)


def test_a_client_that_leaves_is_noticed() -> None:
    with StandIn(transcript(otherwise=[{"text": "słowo " * 1000, "pace": 50}])) as server:
        stream = client(server).chat.completions.create(model="standin", messages=ASKED, stream=True)
        next(iter(stream))
        stream.close()
        assert server.chats[0].abandoned.wait(5)
        assert server.chats[0].tokens_sent < 1000


def test_a_limit_on_the_reply_is_kept() -> None:
    with StandIn(transcript(otherwise=[{"text": "jeden dwa trzy cztery"}])) as server:
        said = client(server).chat.completions.create(model="standin", messages=ASKED, max_tokens=2)
    assert said.choices[0].finish_reason == "length"
    assert said.usage.completion_tokens == 2  # type: ignore[union-attr]
