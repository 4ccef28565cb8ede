"""What is kept of a conversation, and that it can be read and deleted."""

import sqlite3
from pathlib import Path

from conversation_script import Chat

from assistant.answer import Request
from assistant.assemble import assemble
from assistant.service import Assistant, open_assistant
from retrieval import RecordIndex


async def test_a_conversation_goes_on_after_a_restart(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    async with open_assistant(assemble(snapshot_index), tmp_path) as first:
        await first.answer(Request(message="Co to jest INF.03?", thread_id="kept"))
    async with open_assistant(assemble(snapshot_index), tmp_path) as second:
        answer = await second.answer(Request(message="jaki to poziom?", thread_id="kept"))
    assert answer.turn == 2
    assert [citation.record_id for citation in answer.citations] == ["zrk:INF.03"]


async def test_a_conversation_is_exported_and_forgotten(chat: Chat) -> None:
    await chat.user("Co to jest INF.03?")
    kept = await chat.assistant.export(chat.thread)
    assert kept is not None
    assert [line.role for line in kept.lines] == ["user", "assistant"]
    assert "zrk:INF.03" in [source.record_id for source in kept.sources]
    assert await chat.assistant.forget(chat.thread)
    assert await chat.assistant.export(chat.thread) is None
    assert not await chat.assistant.forget(chat.thread)


async def test_an_unknown_thread_is_unknown(assistant: Assistant) -> None:
    assert await assistant.export("never-seen") is None


async def test_no_record_is_stored_with_a_conversation(snapshot_index: RecordIndex, tmp_path: Path) -> None:
    async with open_assistant(assemble(snapshot_index), tmp_path) as assistant:
        for turn in range(5):
            await assistant.answer(Request(message="Jak zostać technikiem programistą?", thread_id="small"))
            assert turn < 5
    with sqlite3.connect(tmp_path / "conversations.sqlite") as database:
        rows = database.execute("select checkpoint from checkpoints order by checkpoint_id").fetchall()
    assert len(rows) == 5, "one checkpoint a turn"
    assert b"provenance" not in rows[-1][0]
    assert b"retrieved" not in rows[-1][0]
