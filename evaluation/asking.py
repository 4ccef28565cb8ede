"""Putting questions to the assistant as a user would, while what its tools read is written down."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from assistant.answer import Answer, Request
from assistant.context import TurnContext
from assistant.recording import RecordingToolBox, begin
from assistant.service import Assistant, TurnError, open_assistant
from evaluation.judging import Judge
from evaluation.turns import Read, Turn
from register.evidence import Evidence
from register.vocabulary import Audience, Language

_MOST_TEXT = 4_000


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
        evidence = begin()
        started = perf_counter()
        answer = await self._answer(message, thread, audience, language)
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
        told = answer.model_dump(mode="json")
        sentences, invented = self._judge.read(told, evidence, said)
        return Turn(message=message, answer=told, evidence=read, sentences=sentences, invented=invented, ms=ms)


@asynccontextmanager
async def open_asker(context: TurnContext, folder: Path, judge: Judge | None = None) -> AsyncIterator[Asker]:
    """Open the assistant with its memory in ``folder``, away from users' conversations; raises ``OSError``."""
    recorded = replace(context, toolbox=RecordingToolBox(context.toolbox))
    async with open_assistant(recorded, folder) as assistant:
        yield Asker(assistant, judge or Judge())


def _kept(item: Evidence) -> Read:
    return Read(handle=item.handle, record_id=item.record_id, title=item.title, text=item.text[:_MOST_TEXT])
