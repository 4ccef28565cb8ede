"""The door of this room: open the assistant, put a message to it, read what it said."""

import logging
import secrets
from asyncio import timeout
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from langchain_core.runnables import RunnableConfig

from assistant.advice.matching import Tables
from assistant.advice.pathways import svg
from assistant.advice.pathways.words import PathwayWords
from assistant.advice.plan import Document
from assistant.advice.plan.build import PlanBuilder, kept_pathways
from assistant.answer import Answer, DoneEvent, ErrorEvent, Event, Request, ToldRequest
from assistant.context import TurnContext
from assistant.conversation import Conversation, read_conversation
from assistant.graph import Graph, build_graph
from assistant.labour import Shelf
from assistant.memory import ThreadLocks, open_memory
from assistant.state import TurnState
from assistant.telling import history_of
from register.vocabulary import AnswerStatus, Language
from retrieval.protocol import RecordIndex, RecordIndexError

_log = logging.getLogger(__name__)


class TurnError(Exception):
    """A turn that could not be done; ``status`` is one of the ``error_`` statuses."""

    def __init__(self, status: AnswerStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class Assistant:
    """Answers messages; safe to share between tasks of one event loop."""

    def __init__(self, context: TurnContext, graph: Graph, locks: ThreadLocks) -> None:
        self._context = context
        self._graph = graph
        self._locks = locks
        self._unkept = build_graph()

    @property
    def index(self) -> RecordIndex:
        """The index that serves the answers."""
        return self._context.index

    @property
    def shelf(self) -> Shelf:
        """The figures of the labour market that serve the answers."""
        return self._context.shelf

    @property
    def tables(self) -> Tables:
        """The register as the arithmetic of advice sees it."""
        return self._context.tables

    @property
    def model(self) -> str:
        """The name of the chat model that is tried first."""
        return self._context.models[0].name

    async def stream(self, request: Request) -> AsyncIterator[Event]:
        """Yield progress, verified sentences and, last, the answer or one error."""
        thread_id = request.thread_id or secrets.token_urlsafe(18)
        seconds = self._context.limits.seconds
        finished = False
        told = isinstance(request, ToldRequest)
        try:
            async with nullcontext() if told else self._locks.hold(thread_id, seconds):
                async for event in self._turn(request, thread_id):
                    finished = finished or isinstance(event, DoneEvent)
                    yield event
        except Exception as error:
            _log.log(_level(error), "turn failed: %s: %s", type(error).__name__, error)
            if not finished:
                yield self._error(error, request)

    async def warm_up(self) -> None:
        """Answer one question in the default language with the embedded model: what loads once is then loaded.

        Nothing of it is kept and no server is asked.
        """
        given: TurnState = {
            "thread": secrets.token_urlsafe(18),
            "message": self._context.prompts.phrase("canonical.pay", self._context.language),
            "asked_language": self._context.language.value,
            "asked_audience": None,
        }
        await self._unkept.ainvoke(given, context=replace(self._context, models=self._context.models[-1:]))

    async def answer(self, request: Request) -> Answer:
        """Return the finished answer; raises ``TurnError``."""
        async for event in self.stream(request):
            if isinstance(event, DoneEvent):
                answer = event.answer
            elif isinstance(event, ErrorEvent):
                raise TurnError(event.status, event.message)
        return answer

    async def export(self, thread_id: str) -> Conversation | None:
        """Return what is kept of a conversation, or ``None``."""
        snapshot = await self._graph.aget_state(_config(thread_id))
        return read_conversation(thread_id, snapshot.values, self._context.index)

    async def plan(self, thread_id: str, language: Language | None = None) -> Document | None:
        """Return the plan of a conversation, or ``None``; raises ``EmptyPlanError`` where there is nothing to plan."""
        conversation = await self.export(thread_id)
        if conversation is None:
            return None
        spoken = language or Language(conversation.language)
        builder = PlanBuilder(self._context.index, self._context.prompts, spoken)
        return builder.build(conversation.notebook, datetime.now(UTC).date())

    async def picture(self, thread_id: str, language: Language | None = None) -> str | None:
        """Return the last routes of a conversation as SVG, or ``None`` where there are none."""
        conversation = await self.export(thread_id)
        routes = kept_pathways(conversation.notebook) if conversation else None
        if conversation is None or routes is None or not routes.routes:
            return None
        words = PathwayWords(self._context.prompts, language or Language(conversation.language))
        return svg(routes, words.step, words.start(), words.title(routes))

    async def forget(self, thread_id: str) -> bool:
        """Delete a conversation; tells whether there was one."""
        memory = self._graph.checkpointer
        existed = await self.export(thread_id) is not None
        if existed and memory is not None and not isinstance(memory, bool):
            await memory.adelete_thread(thread_id)
        return existed

    async def _turn(self, request: Request, thread_id: str) -> AsyncIterator[Event]:
        given: TurnState = {
            "thread": thread_id,
            "message": request.message,
            "asked_language": request.language.value if request.language else None,
            "asked_audience": request.audience.value if request.audience else None,
        }
        if isinstance(request, ToldRequest):
            given["history"] = history_of(request.told, self._context.input_rails)
            stream = self._unkept.astream(given, context=self._context, stream_mode="custom")
        else:
            stream = self._graph.astream(
                given, _config(thread_id), context=self._context, stream_mode="custom", durability="exit"
            )
        async with timeout(self._context.limits.seconds):
            async for event in stream:
                yield cast("Event", event)

    def _error(self, error: Exception, request: Request) -> ErrorEvent:
        status = _status(error)
        language = request.language or self._context.language
        return ErrorEvent(status=status, message=self._context.prompts.phrase(f"status.{status}", language))


@asynccontextmanager
async def open_assistant(context: TurnContext, folder: Path) -> AsyncIterator[Assistant]:
    """Open the memory below ``folder`` and hand out the assistant; raises ``OSError``."""
    async with open_memory(folder / "conversations.sqlite") as memory:
        yield Assistant(context, build_graph(memory), ThreadLocks(folder / "locks"))


def _config(thread_id: str) -> RunnableConfig:
    return {"configurable": {"thread_id": thread_id}}


def _status(error: Exception) -> AnswerStatus:
    if isinstance(error, TimeoutError):
        return AnswerStatus.ERROR_TIMEOUT
    return AnswerStatus.ERROR_INDEX if isinstance(error, RecordIndexError) else AnswerStatus.ERROR_MODEL


def _level(error: Exception) -> int:
    return logging.WARNING if isinstance(error, TimeoutError | RecordIndexError) else logging.ERROR
