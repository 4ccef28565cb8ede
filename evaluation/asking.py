"""Putting questions to the assistant as a user would, while what its tools read is written down."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from langchain_core.messages.tool import ToolCall

from assistant.answer import Answer, Request
from assistant.context import TurnContext
from assistant.desk import Desk
from assistant.evidence import Handles
from assistant.service import Assistant, TurnError, open_assistant
from assistant.toolbox import Called, ToolBox
from evaluation.judging import Judge
from evaluation.turns import Checked, Read, Turn
from register.evidence import Evidence
from register.vocabulary import Audience, Language

_MOST_TEXT = 4_000
_read: ContextVar[dict[str, Evidence]] = ContextVar("read")


class RecordingToolBox(ToolBox):
    """Passes every call on and keeps the evidence it brought, for the turn that is being asked."""

    def __init__(self, inner: ToolBox) -> None:
        vars(self).update(vars(inner))

    async def call(self, call: ToolCall, handles: Handles, desk: Desk) -> Called:
        """Run the call and note what it read."""
        called = await super().call(call, handles, desk)
        _read.get({}).update({item.handle: item for item in called.message.artifact.evidence})
        return called


class Asker:
    """One assistant, asked turn by turn; a turn that fails is an answer with an ``error_`` status."""

    def __init__(self, assistant: Assistant, judge: Judge) -> None:
        self._assistant = assistant
        self._judge = judge

    async def ask(
        self,
        message: str,
        thread: str,
        audience: Audience | None = None,
        language: Language | None = None,
        said: str = "",
    ) -> Turn:
        """Put one message; ``said`` is what the user said before, whose names are not the assistant's invention."""
        evidence: dict[str, Evidence] = {}
        token = _read.set(evidence)
        started = perf_counter()
        try:
            answer = await self._answer(message, thread, audience, language)
        finally:
            _read.reset(token)
        ms = round((perf_counter() - started) * 1_000, 3)
        return self._turn(message, answer, evidence, f"{said} {message}", ms)

    async def forget(self, thread: str) -> None:
        """Delete a conversation, so that a long run leaves nothing behind."""
        await self._assistant.forget(thread)

    async def _answer(
        self, message: str, thread: str, audience: Audience | None, language: Language | None
    ) -> Answer | dict[str, object]:
        try:
            request = Request(message=message, thread_id=thread, audience=audience, language=language)
            return await self._assistant.answer(request)
        except TurnError as error:
            return {"status": error.status.value, "text": str(error)}

    def _turn(
        self, message: str, answer: Answer | dict[str, object], evidence: Mapping[str, Evidence], said: str, ms: float
    ) -> Turn:
        read = tuple(_kept(item) for item in evidence.values())
        if not isinstance(answer, Answer):
            return Turn(message=message, answer=answer, evidence=read, ms=ms)
        return Turn(
            message=message,
            answer=answer.model_dump(mode="json"),
            evidence=read,
            sentences=tuple(self._checked(answer, evidence)),
            invented=self._invented(answer, evidence, said),
            ms=ms,
        )

    def _checked(self, answer: Answer, evidence: Mapping[str, Evidence]) -> list[Checked]:
        handles = {item.record_id: handle for handle, item in evidence.items()}
        numbered = {one.n: handles[one.record_id] for one in answer.citations if one.record_id in handles}
        return [
            self._judge.check(one.text, tuple(numbered[n] for n in one.citations if n in numbered), evidence)
            for one in answer.sentences
        ]

    def _invented(self, answer: Answer, evidence: Mapping[str, Evidence], said: str) -> tuple[str, ...]:
        found = (name for one in answer.sentences for name in self._judge.invented(one.text, evidence, said))
        return tuple(dict.fromkeys(found))


@asynccontextmanager
async def open_asker(context: TurnContext, folder: Path, judge: Judge | None = None) -> AsyncIterator[Asker]:
    """Open the assistant with its memory in ``folder``, away from users' conversations; raises ``OSError``."""
    recorded = replace(context, toolbox=RecordingToolBox(context.toolbox))
    async with open_assistant(recorded, folder) as assistant:
        yield Asker(assistant, judge or Judge())


def _kept(item: Evidence) -> Read:
    return Read(handle=item.handle, record_id=item.record_id, title=item.title, text=item.text[:_MOST_TEXT])
