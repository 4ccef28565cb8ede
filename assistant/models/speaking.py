"""One reply of a model on a server: the request is put together, sent within what the turn has left, and read."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage
from pydantic import BaseModel

from assistant.context import TurnContext
from assistant.models.asking import ModelError, ask
from assistant.models.dialect import dialect_of
from assistant.models.faults import BadReplyError
from assistant.models.served import ServedModel
from assistant.models.tokens import written
from assistant.models.window import window
from assistant.state import TurnState
from assistant.usage import Used, priced, spent, used_by

Words = Callable[[str], bool]
"""Takes the words as they come; false when enough has been heard."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The finished reply, the prompts it was asked with, and what it used; ``cut``: it reached its limit."""

    message: AIMessage
    prompts: dict[str, str]
    used: Used
    cut: bool


async def speak(
    model: ServedModel,
    state: TurnState,
    context: TurnContext,
    *,
    tools: Sequence[type[BaseModel]],
    words: Words,
    request: str = "",
) -> Spoken:
    """Ask for a reply to the turn so far, and to ``request`` where one is given; raises ``ModelError``."""
    dialect = dialect_of(model.description)
    asked = state if not request else {**state, "work": [*state["work"], HumanMessage(request)]}
    prepared = window(model, dialect, asked, context, tools)
    reader, stopped = dialect.reader(), False

    def hear(chunk: AIMessageChunk) -> bool:
        nonlocal stopped
        stopped = stopped or not words(reader.more(chunk))
        return not stopped

    stream = dialect.prepare(model.chat, tools)
    whole = await ask(model, stream, prepared.messages, seconds=left(state, context), hear=hear)
    try:
        message = reader.message(whole)
    except BadReplyError as error:
        raise ModelError(str(error)) from error
    _refuse_nothing(message, tools=bool(tools))
    return Spoken(
        message,
        prepared.prompts,
        used_in(model, whole, prepared.letters, message),
        cut=stopped or whole.response_metadata.get("finish_reason") == "length",
    )


def left(state: TurnState, context: TurnContext) -> float:
    """Seconds the turn has left for a server; raises ``ModelError`` where time or tokens are used up."""
    limits = context.limits
    if spent(state.get("usage", {})) >= limits.tokens:
        raise ModelError("the turn has used up its tokens")
    seconds = limits.seconds - min(limits.reserve, limits.seconds / 4) - (time.monotonic() - state["began"])
    if seconds <= 0:
        raise ModelError("the turn has used up its time")
    return seconds


def _refuse_nothing(message: AIMessage, *, tools: bool) -> None:
    if message.tool_calls and not tools:
        raise ModelError("the model goes on asking for tools where it should answer")
    if not message.tool_calls and not str(message.content).strip():
        raise ModelError("the model said nothing")


def used_in(model: ServedModel, whole: AIMessageChunk, letters: int, message: AIMessage | None = None) -> Used:
    """Return what a request of so many letters and its reply used; ``message`` is the reply as its dialect read it."""
    reported = whole.usage_metadata
    if reported:
        model.counter.learn(letters, reported["input_tokens"])
    used = used_by(
        reported, letters=letters, words=len(written(message or whole)), letters_a_token=model.counter.letters_a_token
    )
    return priced(used, model.description.price)
