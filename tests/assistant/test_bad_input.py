"""Input nobody should send: each gets a clear status, and the conversation goes on."""

import asyncio
from pathlib import Path

import pytest
from conversation_script import Chat

from assistant.answer import DoneEvent, Request, SentenceEvent, StatusEvent
from assistant.assemble import assemble
from assistant.context import Limits
from assistant.service import Assistant, TurnError, open_assistant
from register.vocabulary import AnswerStatus
from retrieval import RecordIndex

ASKED = AnswerStatus.CLARIFICATION_ASKED


@pytest.mark.parametrize(
    "message",
    ["", "   \n", "🙂🙂🙂", "\x00\x01\x02", "\ud800\udfff", "\U000e0041\U000e0042", "\u200b\u200d\u202e", "?!…"],
    ids=["empty", "blanks", "emoji", "nul", "surrogates", "tags", "zero-width", "stops"],
)
async def test_nothing_to_read_is_asked_for_again(chat: Chat, message: str) -> None:
    (await chat.user(message)).expect_status(ASKED).expect("Nie widzę tu pytania")
    (await chat.user("Co to jest INF.03?")).expect_cites("zrk:INF.03")


async def test_a_hundred_thousand_characters_are_too_long(chat: Chat) -> None:
    said = await chat.user("ą" * 100_000)
    said.expect_status(ASKED).expect("4000")
    assert [(rail.rail, rail.action) for rail in said.answer.rails] == [("length", "ended")]


async def test_hidden_characters_do_not_hide_the_question(chat: Chat) -> None:
    said = await chat.user("Co to\u200b jest\U000e0041 INF.03\x00?")
    said.expect_cites("zrk:INF.03")
    assert said.answer.rails[0].rail == "characters"
    assert "INF" not in said.answer.rails[0].detail


@pytest.mark.parametrize(
    "message",
    [
        "' OR 1=1; DROP TABLE records; --",
        "(((((.*)*)*)*)*)*$",
        "{{ 7*7 }} {% for x in y %} {0.__class__}",
        "INF.03 ІNF.О3 тест mixed skrypty",
        "a " * 1900,
        "[q1] [f2](https://evil.example) https://evil.example",
    ],
)
async def test_texts_that_look_like_code_are_only_texts(chat: Chat, message: str) -> None:
    said = await chat.user(message)
    assert said.answer.status in AnswerStatus
    assert "evil.example" not in "".join(citation.url for citation in said.answer.citations)
    assert "49" not in said.answer.text


@pytest.mark.parametrize("question", ["kwalifikacja pełna i cząstkowa na poziomie 9 PRK", "poziom 1 PRK doktorat"])
async def test_wishes_that_contradict_each_other_end_honestly(chat: Chat, question: str) -> None:
    said = await chat.user(question)
    assert not said.answer.status.startswith("error")


async def test_two_messages_at_once_on_one_thread_are_taken_one_after_the_other(assistant: Assistant) -> None:
    requests = [Request(message="Co to jest INF.03?", thread_id="same"), Request(message="INF.04", thread_id="same")]
    answers = await asyncio.gather(*(assistant.answer(request) for request in requests))
    assert sorted(answer.turn for answer in answers) == [1, 2]
    kept = await assistant.export("same")
    assert kept is not None
    assert len(kept.lines) == 4


async def test_the_stream_goes_status_sentences_done(assistant: Assistant) -> None:
    events = [event async for event in assistant.stream(Request(message="Co to jest INF.03?"))]
    kinds = [type(event) for event in events]
    assert kinds[0] is StatusEvent
    assert kinds[-1] is DoneEvent
    sentences = [event for event in events if isinstance(event, SentenceEvent)]
    assert sentences
    assert all(source.url for event in sentences for source in event.sources)
    answer = events[-1].answer
    assert [event.text for event in sentences] == [sentence.text for sentence in answer.sentences]


async def test_a_turn_that_takes_too_long_ends_with_a_status(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    context = assemble(snapshot_index, limits=Limits(seconds=0.0))
    async with open_assistant(context, tmp_path) as hurried:
        with pytest.raises(TurnError) as stopped:
            await hurried.answer(Request(message="Co to jest INF.03?"))
        assert stopped.value.status is AnswerStatus.ERROR_TIMEOUT


async def test_a_memory_that_cannot_be_opened_is_refused_at_once(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    (tmp_path / "conversations.sqlite").write_bytes(b"this is not a database" * 100)
    with pytest.raises(OSError, match="conversations cannot be kept"):
        async with open_assistant(assemble(snapshot_index), tmp_path):
            pytest.fail("opened a broken file")
