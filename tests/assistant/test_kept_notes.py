"""Notes within a conversation: kept from turn to turn, exported, deleted, and dropped without consent."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conversation_script import Chat
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

from assistant.answer import Answer, Request
from assistant.assemble import assemble
from assistant.context import NamedModel
from assistant.service import Assistant, open_assistant
from retrieval import RecordIndex

DAY = 24 * 3600.0


class Scripted(GenericFakeChatModel):
    """A chat model that says what a test wrote down, whatever tools it is offered."""

    def bind_tools(self, tools: Any, **_: Any) -> BaseChatModel:
        return self


def asking(name: str, **arguments: Any) -> AIMessage:
    return AIMessage("", tool_calls=[{"name": name, "args": arguments, "id": name, "type": "tool_call"}])


class Visit:
    """An assistant whose model follows a script and whose clock stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000_000.0
        self.lines: list[AIMessage] = []
        self.assistant: Assistant

    async def says(self, message: str, *lines: AIMessage) -> Answer:
        self.lines.extend(lines)
        return await self.assistant.answer(Request(message=message, thread_id="visit"))

    async def skills(self) -> list[str]:
        kept = await self.assistant.export("visit")
        assert kept is not None
        return [entry.text for entry in kept.notebook.profile.entries]


class Endless(Iterator[AIMessage]):
    """The lines of a visit as they are written down, turn after turn."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit

    def __next__(self) -> AIMessage:
        return self._visit.lines.pop(0)


@pytest.fixture
async def visit(snapshot_index: RecordIndex, tmp_path: Path) -> AsyncIterator[Visit]:
    visit = Visit()
    model = NamedModel("script", Scripted(messages=Endless(visit)))
    context = replace(assemble(snapshot_index, models=(model,)), clock=lambda: visit.now)
    async with open_assistant(context, tmp_path) as assistant:
        visit.assistant = assistant
        yield visit


NOTE = {"entries": [{"field": "skills", "text": "strzyżenie włosów", "quote": "strzygę włosy"}]}


async def test_notes_are_kept_exported_and_deleted(visit: Visit) -> None:
    await visit.says("strzygę włosy", asking("update_profile", **NOTE), AIMessage("Dziękuję."))
    answer = await visit.says("co polecasz?", asking("recommend_qualifications", wish="włosy"), AIMessage("Oto lista."))
    assert answer.recommendations
    assert any(reason.factor == "skills" and reason.value for one in answer.recommendations for reason in one.because)
    assert await visit.skills() == ["strzyżenie włosów"]
    assert await visit.assistant.forget("visit")
    assert await visit.assistant.export("visit") is None


async def test_two_calls_of_one_round_leave_both_entries(visit: Visit) -> None:
    both = asking("update_profile", **NOTE)
    both.tool_calls.append(
        {"name": "update_profile", "args": {"entries": [{"field": "goals", "text": "własny salon"}]}, "id": "2"}
    )
    await visit.says("strzygę włosy, marzy mi się własny salon", both, AIMessage("Dziękuję."))
    assert await visit.skills() == ["strzyżenie włosów", "własny salon"]


async def test_without_consent_notes_go_when_the_conversation_rests(visit: Visit) -> None:
    await visit.says("strzygę włosy", asking("update_profile", **NOTE), AIMessage("Dziękuję."))
    visit.now += 7 * DAY
    await visit.says("jestem z powrotem", AIMessage("Dzień dobry."))
    assert await visit.skills() == ["strzyżenie włosów"]
    visit.now += 15 * DAY
    answer = await visit.says("a teraz?", AIMessage("Dzień dobry."))
    assert "Notatki z dawniejszej rozmowy zostały usunięte" in answer.text
    assert await visit.skills() == []


async def test_with_consent_notes_stay(visit: Visit) -> None:
    await visit.says("strzygę włosy", asking("update_profile", **NOTE), AIMessage("Dziękuję."))
    await visit.says("tak, zachowaj", asking("keep_profile", agreed=True), AIMessage("Dobrze."))
    visit.now += 100 * DAY
    await visit.says("jestem z powrotem", AIMessage("Dzień dobry."))
    assert await visit.skills() == ["strzyżenie włosów"]


async def test_a_questionnaire_left_for_a_week_goes_on_where_it_was_left(
    snapshot_index: RecordIndex, tmp_path: Path
) -> None:
    """GIVEN two answers and no word of a break, WHEN a week has passed, THEN the third question is the next."""
    now = [1_000_000.0]
    context = replace(assemble(snapshot_index), clock=lambda: now[0])
    async with open_assistant(context, tmp_path) as assistant:
        chat = Chat(assistant)
        for message in ("chcę zrobić kwestionariusz zainteresowań", "5", "1"):
            await chat.user(message)
        now[0] += 7 * DAY
        (await chat.user("dokończmy kwestionariusz")).expect("Pytanie 3 z około 15")
        now[0] += 7 * DAY
        (await chat.user("4")).expect("Pytanie 4 z około 15")
