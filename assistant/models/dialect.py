"""How a model is spoken to: tools by the protocol, or by JSON that it writes as its reply."""

import json
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, ToolMessage
from langchain_core.messages.tool import ToolCall
from langchain_core.runnables import Runnable
from pydantic import BaseModel
from pydantic_core import from_json

from assistant.models.description import ModelDescription, ToolCalling
from assistant.models.faults import BadReplyError
from assistant.models.offering import offered
from assistant.models.wire import ServedChat

Tools = Sequence[type[BaseModel]]
MALFORMED = "malformed"
MOST_LETTERS = 60_000


class Reader(Protocol):
    """Reads one reply as it grows."""

    def more(self, chunk: AIMessageChunk) -> str:
        """Return the words for the user that ``chunk`` adds."""
        ...

    def message(self, whole: AIMessageChunk) -> AIMessage:
        """Return the finished reply; raises ``BadReplyError``."""
        ...


class Dialect(Protocol):
    """One way to speak to a model."""

    @property
    def in_words(self) -> bool:
        """Whether the tools must be described in the prompt."""
        ...

    def prepare(self, chat: ServedChat, tools: Tools) -> Runnable[Any, Any]:
        """Return what sends the requests; without ``tools`` an answer is asked for."""
        ...

    def rewrite(self, messages: Iterable[BaseMessage]) -> list[BaseMessage]:
        """Return the messages as this model can read them."""
        ...

    def reader(self) -> Reader:
        """Return a reader for one reply."""
        ...


def dialect_of(description: ModelDescription) -> Dialect:
    """Return how the described model is spoken to."""
    if description.tools is ToolCalling.NATIVE:
        return Native(parallel=description.parallel_calls)
    return Json(enforced=description.tools is ToolCalling.JSON_SCHEMA)


class Native:
    """Tool calls of the protocol."""

    in_words = False

    def __init__(self, *, parallel: bool) -> None:
        self._parallel = parallel

    def prepare(self, chat: ServedChat, tools: Tools) -> Runnable[Any, Any]:
        """Offer the tools; ``parallel_tool_calls`` is sent only to forbid it, for some servers do not know it."""
        if not tools:
            return chat
        more = {} if self._parallel else {"parallel_tool_calls": False}
        return chat.bind(tools=offered(tools), **more)

    def rewrite(self, messages: Iterable[BaseMessage]) -> list[BaseMessage]:
        """They are as the protocol has them."""
        return list(messages)

    def reader(self) -> Reader:
        """Read text and tool calls."""
        return _NativeReader()


class _NativeReader:
    def more(self, chunk: AIMessageChunk) -> str:
        return str(chunk.content) if isinstance(chunk.content, str) else ""

    def message(self, whole: AIMessageChunk) -> AIMessage:
        calls = [*whole.tool_calls, *map(_refused, whole.invalid_tool_calls)]
        text = whole.content if isinstance(whole.content, str) else ""
        return AIMessage(text, tool_calls=[_named(call) for call in calls], usage_metadata=whole.usage_metadata)


def _refused(call: Any) -> ToolCall:
    """A call whose arguments are no JSON goes on as one that the tool box refuses, so that the model is told."""
    return ToolCall(name=call["name"] or "", args={MALFORMED: True}, id=call["id"], type="tool_call")


def _named(call: ToolCall) -> ToolCall:
    return {**call, "name": call["name"][:64] or "unnamed", "id": call["id"] or f"call_{uuid.uuid4().hex[:12]}"}


class Json:
    """The model writes one JSON object: ``{"tool_calls": [...], "answer": "..."}``.

    ``enforced``: the server holds it to a schema; else it is only asked, and words without JSON count as the answer.
    """

    in_words = True

    def __init__(self, *, enforced: bool) -> None:
        self._enforced = enforced

    def prepare(self, chat: ServedChat, tools: Tools) -> Runnable[Any, Any]:
        """Send the schema of a reply where the server enforces it."""
        return chat.bind(response_format=_reply_schema(tools)) if self._enforced else chat.bind()

    def rewrite(self, messages: Iterable[BaseMessage]) -> list[BaseMessage]:
        """Write calls as the model's own JSON, and results as one message of the other side."""
        rewritten: list[BaseMessage] = []
        results: list[str] = []
        for message in [*messages, None]:
            if isinstance(message, ToolMessage):
                results.append(f"{message.name}:\n{message.content}")
                continue
            if results:
                rewritten.append(HumanMessage("\n\n".join(results)))
                results = []
            if message is not None:
                rewritten.append(_as_json(message) if isinstance(message, AIMessage) else message)
        return rewritten

    def reader(self) -> Reader:
        """Read the growing object."""
        return _JsonReader()


class _JsonReader:
    def __init__(self) -> None:
        self._text = ""
        self._said = 0

    def more(self, chunk: AIMessageChunk) -> str:
        self._text += str(chunk.content) if isinstance(chunk.content, str) else ""
        if len(self._text) > MOST_LETTERS:
            raise BadReplyError("the model's reply has no end")
        if not (head := self._text.lstrip()):
            return ""
        words = self._text if head[0] not in "{`" else _answer(_object(head, partial=True))
        new, self._said = words[self._said :], max(self._said, len(words))
        return new

    def message(self, whole: AIMessageChunk) -> AIMessage:
        head = self._text.strip()
        if head[:1] not in ("{", "`"):
            return AIMessage(head, usage_metadata=whole.usage_metadata)
        found = _object(head, partial=False)
        calls = found.get("tool_calls") or []
        if not isinstance(calls, list):
            raise BadReplyError("the model's JSON is not of the shape it was asked for")
        return AIMessage(
            _answer(found),
            tool_calls=[_call(call) for call in calls],
            usage_metadata=whole.usage_metadata,
        )


def _answer(found: dict[str, Any]) -> str:
    return "" if found.get("tool_calls") else str(found.get("answer") or "")


def _object(text: str, *, partial: bool) -> dict[str, Any]:
    """Read a JSON object that may stand in a code fence."""
    start, end = text.find("{"), len(text) if partial else text.rfind("}") + 1
    if start < 0:
        if partial:
            return {}
        raise BadReplyError("the model's reply is no JSON")
    try:
        found = from_json(text[start:end], allow_partial="trailing-strings" if partial else False)
    except ValueError as error:
        if partial:
            return {}
        raise BadReplyError("the model's reply is no JSON") from error
    return found if isinstance(found, dict) else {}


def _call(call: Any) -> ToolCall:
    given = call if isinstance(call, dict) else {}
    arguments = given.get("arguments")
    return ToolCall(
        name=str(given.get("name") or "unnamed")[:64],
        args=arguments if isinstance(arguments, dict) else {MALFORMED: True},
        id=f"call_{uuid.uuid4().hex[:12]}",
        type="tool_call",
    )


def _as_json(message: AIMessage) -> AIMessage:
    calls = [{"name": call["name"], "arguments": call["args"]} for call in message.tool_calls]
    return AIMessage(json.dumps({"tool_calls": calls, "answer": str(message.content)}, ensure_ascii=False))


def _reply_schema(tools: Tools) -> dict[str, Any]:
    """Return the schema of a reply; the arguments of every tool are held to its own schema."""
    functions = [tool["function"] for tool in offered(tools)]
    calls = [
        {
            "type": "object",
            "properties": {"name": {"const": function["name"]}, "arguments": function["parameters"]},
            "required": ["name", "arguments"],
            "additionalProperties": False,
        }
        for function in functions
    ]
    listed: dict[str, Any] = {"type": "array", "items": {"anyOf": calls}} if calls else {"type": "array", "maxItems": 0}
    schema = {
        "type": "object",
        "properties": {"tool_calls": listed, "answer": {"type": "string"}},
        "required": ["tool_calls", "answer"],
        "additionalProperties": False,
    }
    return {"type": "json_schema", "json_schema": {"name": "reply", "schema": schema}}
