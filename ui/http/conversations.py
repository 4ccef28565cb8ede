"""Conversations: take along (whole, or as a plan), delete; feedback."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Response

from assistant.advice.plan import MEDIA_TYPES, Format, write
from assistant.advice.plan.build import EmptyPlanError
from assistant.conversation import Conversation
from register.vocabulary import Language
from ui.http.feedback import Feedback
from ui.http.service import TheService

router = APIRouter(prefix="/api/v1", tags=["conversations"])
Thread = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


@router.get("/threads/{thread_id}")
async def export(thread_id: Thread, service: TheService) -> Conversation:
    """Return what is kept of a conversation; whoever knows its id may read it."""
    conversation = await service.assistant.export(thread_id)
    if conversation is None:
        raise HTTPException(404, "there is no such conversation")
    return conversation


@router.get("/threads/{thread_id}/plan")
async def plan(
    thread_id: Thread,
    service: TheService,
    file_format: Annotated[Format, Query(alias="format")] = Format.MARKDOWN,
    language: Language | None = None,
) -> Response:
    """Return what a conversation came to as a file; whoever knows its id may read it."""
    try:
        document = await service.assistant.plan(thread_id, language)
    except EmptyPlanError as error:
        raise HTTPException(409, "the conversation has come to nothing yet that a plan could hold") from error
    if document is None:
        raise HTTPException(404, "there is no such conversation")
    content = await asyncio.to_thread(write, document, file_format)
    disposition = f'attachment; filename="plan.{file_format.value}"'
    return Response(content, media_type=MEDIA_TYPES[file_format], headers={"Content-Disposition": disposition})


@router.get("/threads/{thread_id}/pathways.svg")
async def pathways(thread_id: Thread, service: TheService, language: Language | None = None) -> Response:
    """Return a picture of the routes that were last found in a conversation."""
    drawn = await service.assistant.picture(thread_id, language)
    if drawn is None:
        raise HTTPException(404, "no routes were looked for in such a conversation")
    return Response(drawn, media_type="image/svg+xml", headers={"Content-Security-Policy": "default-src 'none'"})


@router.delete("/threads/{thread_id}", status_code=204)
async def forget(thread_id: Thread, service: TheService) -> Response:
    """Delete a conversation."""
    if not await service.forget(thread_id):
        raise HTTPException(404, "there is no such conversation")
    return Response(status_code=204)


@router.post("/feedback", status_code=204)
def feedback(said: Feedback, service: TheService) -> Response:
    """Keep a rating of one turn."""
    service.feedback.keep(said)
    return Response(status_code=204)
