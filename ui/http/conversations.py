"""Conversations: take along, delete; feedback."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Response

from assistant.conversation import Conversation
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


@router.delete("/threads/{thread_id}", status_code=204)
async def forget(thread_id: Thread, service: TheService) -> Response:
    """Delete a conversation."""
    if not await service.assistant.forget(thread_id):
        raise HTTPException(404, "there is no such conversation")
    return Response(status_code=204)


@router.post("/feedback", status_code=204)
def feedback(said: Feedback, service: TheService) -> Response:
    """Keep a rating of one turn."""
    service.feedback.keep(said)
    return Response(status_code=204)
