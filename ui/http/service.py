"""What the routes and the page work with, kept by the server for as long as it runs."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from assistant.answer import Answer, DoneEvent, ErrorEvent, Event, RailUse, ToldRequest
from assistant.answer import Request as Question
from assistant.recording import Noted, begin
from assistant.service import Assistant, TurnError
from retrieval import RecordIndex
from ui.http.buckets import Buckets
from ui.http.feedback import FeedbackFile
from ui.http.metrics import INTERRUPTED, Metrics
from ui.http.sampling import Sample
from ui.settings import Settings

STATE = "service"


@dataclass(frozen=True, slots=True)
class Service:
    """The assistant with what is counted and kept around it."""

    settings: Settings
    assistant: Assistant
    metrics: Metrics
    feedback: FeedbackFile
    sample: Sample
    buckets: Buckets

    @property
    def index(self) -> RecordIndex:
        """The index that serves."""
        return self.assistant.index

    async def turn(self, question: Question) -> AsyncGenerator[Event, None]:
        """Yield the events of one turn and count how it ended; one that nobody waits for is interrupted.

        The last event is held back until the turn is kept: whoever hangs up on it must not undo the memory.
        """
        started, status = time.perf_counter(), INTERRUPTED
        rails: tuple[RailUse, ...] = ()
        last: DoneEvent | ErrorEvent | None = None
        read = begin()
        stream = cast("AsyncGenerator[Event]", self.assistant.stream(question))
        try:
            async with aclosing(stream) as events:
                async for event in events:
                    if isinstance(event, DoneEvent | ErrorEvent):
                        last = event
                    else:
                        yield event
            if isinstance(last, DoneEvent):
                status, rails = last.answer.status.value, last.answer.rails
                await self._sample(question, last.answer, read, time.perf_counter() - started)
            elif isinstance(last, ErrorEvent):
                status = last.status.value
            if last is not None:
                yield last
        finally:
            self.metrics.turn(status, time.perf_counter() - started, rails)

    async def answer(self, question: Question) -> Answer:
        """Return the finished answer; raises ``TurnError``."""
        async with aclosing(self.turn(question)) as events:
            async for event in events:
                if isinstance(event, DoneEvent):
                    return event.answer
                if isinstance(event, ErrorEvent):
                    raise TurnError(event.status, event.message)
        raise AssertionError("a turn ends with an answer or an error")

    async def forget(self, thread_id: str) -> bool:
        """Delete a conversation and what was sampled of it; tells whether there was one. Raises ``OSError``."""
        await asyncio.to_thread(self.sample.forget, thread_id)
        return await self.assistant.forget(thread_id)

    async def _sample(self, question: Question, answer: Answer, read: Noted, seconds: float) -> None:
        """Of a conversation that its client keeps nothing is kept here."""
        if not isinstance(question, ToldRequest) and self.sample.draws():
            await asyncio.to_thread(self.sample.keep, question.message, answer, tuple(read.values()), seconds)


def service_of(request: Request) -> Service:
    """Return the service of the server that took ``request``."""
    service: Service = request.scope["state"][STATE]
    return service


TheService = Annotated[Service, Depends(service_of)]
