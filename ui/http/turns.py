"""Turns: one JSON, or events as they happen."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import aclosing

from fastapi import APIRouter
from fastapi import Request as HttpRequest
from fastapi.sse import EventSourceResponse, ServerSentEvent

from assistant.answer import Answer, Request
from ui.http.service import TheService

router = APIRouter(prefix="/api/v1", tags=["turns"])
LOOK_SECONDS = 0.25


@router.post("/answer")
async def answer(question: Request, service: TheService, request: HttpRequest) -> Answer:
    """Answer one message; the turn is given up when the client leaves."""
    turn = asyncio.ensure_future(service.answer(question))
    watch = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait((turn, watch), return_when=asyncio.FIRST_COMPLETED)
        if not turn.done():
            turn.cancel()
        return await turn
    finally:
        watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watch


@router.post("/chat", response_class=EventSourceResponse)
async def chat(question: Request, service: TheService) -> AsyncIterator[ServerSentEvent]:
    """Answer one message as events: status, sentence, and at last done or error."""
    async with aclosing(service.turn(question)) as events:
        async for event in events:
            yield ServerSentEvent(event=event.event, raw_data=event.model_dump_json(exclude={"event"}))


async def _gone(request: HttpRequest) -> None:
    while not await request.is_disconnected():
        await asyncio.sleep(LOOK_SECONDS)
