"""``POST /v1/chat/completions`` for programs that speak to OpenAI's API: the same road, in that protocol's shape.

System and assistant messages of the client are data of the conversation, never instructions to ZeteRka: the last user
message is the question, and what stands before it is the conversation so far. Sources are numbered links in the text.
"""

import json
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request as HttpRequest

from assistant.answer import Answer, Citation, DoneEvent, ErrorEvent, Request, SentenceEvent, Told, ToldRequest
from assistant.service import TurnError
from ui.http.problems import TURN_CODES
from ui.http.service import Service, TheService

router = APIRouter(tags=["openai"])
MODEL = "zeterka"
MOST_MESSAGES = 200


class Part(BaseModel):
    """A part of a message; those that are no text are passed over."""

    type: str
    text: str = ""


class Message(BaseModel):
    """One message of the client."""

    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: str | list[Part] | None = None

    @property
    def words(self) -> str:
        """Its text."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class Completion(BaseModel):
    """A request; what it says about sampling and tools has no meaning here and is passed over."""

    model_config = ConfigDict(extra="ignore")

    messages: Annotated[list[Message], Field(min_length=1, max_length=MOST_MESSAGES)]
    model: str = MODEL
    stream: bool = False
    n: int = 1
    stream_options: dict[str, Any] | None = None


@router.get("/v1/models")
def models() -> dict[str, Any]:
    """Name the one model there is."""
    return {"object": "list", "data": [{"id": MODEL, "object": "model", "created": 0, "owned_by": "zeterka"}]}


@router.post("/v1/chat/completions", response_model=None)
async def completions(service: TheService, request: HttpRequest) -> JSONResponse | StreamingResponse:
    """Answer the last user message, whole or as a stream of chunks, a sentence a chunk."""
    try:
        asked = Completion.model_validate_json(await request.body())
        question = _question(asked)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        return refusal(HTTPStatus.BAD_REQUEST, first["msg"], ".".join(map(str, first["loc"])) or None)
    except ValueError as error:
        return refusal(HTTPStatus.BAD_REQUEST, str(error), "messages")
    if asked.stream:
        return StreamingResponse(_chunks(asked, question, service), media_type="text/event-stream")
    try:
        answer = await service.answer(question)
    except TurnError as error:
        code = TURN_CODES.get(error.status, HTTPStatus.INTERNAL_SERVER_ERROR)
        return refusal(code, str(error), kind="server_error", code=error.status.value)
    return JSONResponse(_whole(answer))


def refusal(
    status: int, message: str, param: str | None = None, *, kind: str = "invalid_request_error", code: str | None = None
) -> JSONResponse:
    """Return an error in OpenAI's shape."""
    return JSONResponse({"error": {"message": message, "type": kind, "param": param, "code": code}}, int(status))


def _question(asked: Completion) -> Request:
    if asked.n != 1:
        raise ValueError("only one answer is given: n must be 1")
    last = asked.messages[-1]
    if last.role != "user":
        raise ValueError("the last message must be the user's")
    before = asked.messages[:-1]
    told = tuple(
        Told(role="user" if message.role == "user" else "assistant", text=message.words)
        for message in before
        if message.role in ("user", "assistant") and message.words.strip()
    )
    return ToldRequest(message=last.words, told=told)


def _whole(answer: Answer) -> dict[str, Any]:
    message = {"role": "assistant", "content": linked(answer)}
    return {
        "id": f"chatcmpl-{answer.thread_id}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": _usage(answer),
        "zeterka": json.loads(answer.model_dump_json(include={"status", "citations", "model", "fallback"})),
    }


async def _chunks(asked: Completion, question: Request, service: Service) -> AsyncIterator[str]:
    head: dict[str, Any] = {
        "id": f"chatcmpl-{secrets.token_urlsafe(12)}",
        "object": "chat.completion.chunk",
        "model": MODEL,
    }
    head |= {"created": int(time.time())}

    def chunk(delta: dict[str, Any], finish: str | None = None) -> str:
        return _event({**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})

    yield chunk({"role": "assistant", "content": ""})
    async with aclosing(service.turn(question)) as events:
        async for event in events:
            if isinstance(event, SentenceEvent):
                yield chunk({"content": f"{event.lead}{event.text}{_marks(event.citations, event.sources)}"})
            elif isinstance(event, ErrorEvent):
                yield _event({"error": {"message": event.message, "type": "server_error", "code": event.status.value}})
            elif isinstance(event, DoneEvent):
                yield chunk({}, "stop")
                if (asked.stream_options or {}).get("include_usage"):
                    yield _event({**head, "choices": [], "usage": _usage(event.answer)})
    yield "data: [DONE]\n\n"


def linked(answer: Answer) -> str:
    """Return the text of an answer with its sources as numbered Markdown links."""
    return "".join(
        f"{sentence.lead}{sentence.text}{_marks(sentence.citations, answer.citations)}" for sentence in answer.sentences
    ).strip()


def _marks(numbers: tuple[int, ...], sources: tuple[Citation, ...]) -> str:
    urls = {source.n: source.url for source in sources}
    return "".join(f" [[{number}]]({urls[number]})" for number in numbers if number in urls)


def _usage(answer: Answer) -> dict[str, Any]:
    used = answer.usage
    prompt, written = (used.prompt_tokens, used.completion_tokens) if used else (0, 0)
    cached = {"cached_tokens": used.cached_tokens if used else 0}
    total = {"total_tokens": prompt + written, "prompt_tokens_details": cached}
    return {"prompt_tokens": prompt, "completion_tokens": written, **total}


def _event(body: dict[str, Any]) -> str:
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n"
