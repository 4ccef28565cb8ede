"""The OpenAI chat protocol from the server's side: what a request must look like, and the objects of an answer."""

import json
import re
import time
from dataclasses import dataclass
from typing import Any

from .transcript import Reply, Server

Body = dict[str, Any]
_TOKEN = re.compile(r"\s*\S{1,5}|\s+")
_HANDLE = re.compile(r"^\[([a-z]\d{1,3})\] (.*)$", re.MULTILINE)
_NAMED = re.compile(r"\[@([^\]]+)\]")
ROLES = {"system", "developer", "user", "assistant", "tool"}


@dataclass(frozen=True)
class Refusal(Exception):  # noqa: N818 - it is what the server says, not a fault of ours
    """An error answer in OpenAI's shape."""

    status: int
    message: str
    code: str | None = None
    kind: str = "invalid_request_error"

    def body(self) -> Body:
        return {"error": {"message": self.message, "type": self.kind, "param": None, "code": self.code}}


def tokens(text: str) -> list[str]:
    """Split a text into pieces of at most five letters, the stand-in's tokens."""
    return _TOKEN.findall(text)


def prompt_of(body: Body) -> str:
    """Return what the model reads, tools first, as a chat template would put it."""
    parts = [json.dumps(tool, ensure_ascii=False) for tool in body.get("tools") or ()]
    parts += [json.dumps(message, ensure_ascii=False) for message in body["messages"]]
    return "\n".join(parts)


def check(body: Body, server: Server) -> None:
    """Refuse what a real server would refuse; raises ``Refusal``."""
    if body.get("model") != server.model:
        name = str(body.get("model"))[:60]
        raise Refusal(404, f"The model `{name}` does not exist", "model_not_found")
    if not isinstance(body.get("messages"), list) or not body["messages"]:
        raise Refusal(400, "messages must be a non-empty list")
    if body.get("tools") and not server.tools:
        raise Refusal(400, "this model does not support tools")
    form = body.get("response_format") or {}
    if form.get("type") == "json_schema" and not server.json_schema:
        raise Refusal(400, "response_format json_schema is not supported")
    _check_tools(body.get("tools") or [])
    _check_messages(body["messages"])
    length = len(tokens(prompt_of(body)))
    if length > server.context:
        text = f"This model's maximum context length is {server.context} tokens; your messages have {length} tokens."
        raise Refusal(400, text, "context_length_exceeded")


def _check_tools(offered: list[Body]) -> None:
    for tool in offered:
        function = tool.get("function", {})
        if tool.get("type") != "function" or not re.fullmatch(r"[\w-]{1,64}", str(function.get("name", ""))):
            raise Refusal(400, "a tool needs type function and a name")
        if function.get("parameters", {}).get("type") != "object":
            raise Refusal(400, "parameters of a tool must be an object schema")


def _check_messages(messages: list[Body]) -> None:
    """Every tool call must be answered before anything else is said, and nothing else may be answered."""
    open_calls: set[str] = set()
    for message in messages:
        role = message.get("role")
        if role not in ROLES:
            raise Refusal(400, f"unknown role {role!r}")
        if role == "tool":
            if message.get("tool_call_id") not in open_calls:
                raise Refusal(400, "messages with role 'tool' must follow a message with 'tool_calls'")
            open_calls.remove(message["tool_call_id"])
            continue
        if open_calls:
            raise Refusal(400, "an assistant message with 'tool_calls' must be followed by tool messages")
        open_calls = {call["id"] for call in message.get("tool_calls") or ()}
        for call in message.get("tool_calls") or ():
            _check_arguments(call)
    if open_calls:
        raise Refusal(400, "an assistant message with 'tool_calls' must be followed by tool messages")


def _check_arguments(call: Body) -> None:
    try:
        json.loads(call["function"]["arguments"])
    except (KeyError, ValueError) as error:
        raise Refusal(400, "arguments of a tool call in the history must be JSON") from error


def with_handles(text: str, messages: list[Body]) -> str:
    """Put the handles in the place of ``[@NAME]``, as a model that has read the tool results would."""
    seen = "\n".join(str(message.get("content") or "") for message in messages if message["role"] in ("tool", "user"))
    starts = [(found[1], found.start()) for found in _HANDLE.finditer(seen)]
    ends = [*(start for _, start in starts[1:]), len(seen)]
    blocks = [(handle, seen[start:end]) for (handle, start), end in zip(starts, ends, strict=False)]

    def handle(found: re.Match[str]) -> str:
        wanted = re.compile(rf"(?<![\w.]){re.escape(found[1])}(?![\w]|\.\d)", re.IGNORECASE)
        in_title = (name for name, block in blocks if wanted.search(block.partition("\n")[0]))
        anywhere = (name for name, block in blocks if wanted.search(block))
        return f"[{next(in_title, None) or next(anywhere, 'z999')}]"

    return _NAMED.sub(handle, text)


def spoken(reply: Reply, body: Body) -> str:
    """Return the text of a reply to this request."""
    if reply.json_text is not None:
        return with_handles(json.dumps(reply.json_text, ensure_ascii=False), body["messages"])
    return with_handles(reply.text, body["messages"]) * reply.repeat


def calls_of(reply: Reply, number: int) -> list[Body]:
    """Return the tool calls of a reply as the protocol writes them."""
    return [
        {
            "id": f"call_{number}_{position}",
            "type": "function",
            "function": {
                "name": call.name,
                "arguments": call.arguments
                if isinstance(call.arguments, str)
                else json.dumps(call.arguments, ensure_ascii=False),
            },
        }
        for position, call in enumerate(reply.calls)
    ]


def usage(prompt: int, completion: int, cached: int) -> Body:
    """Return what was used, with the tokens of the prompt that the server knew already."""
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "prompt_tokens_details": {"cached_tokens": cached},
    }


def chunk(number: int, model: str, delta: Body | None, finish: str | None = None, used: Body | None = None) -> Body:
    """Return one streamed chunk; without ``delta`` it is the closing one that carries the usage."""
    choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": finish}]
    head = {"id": f"chatcmpl-{number}", "object": "chat.completion.chunk", "created": int(time.time()), "model": model}
    return {**head, "choices": choices, **({"usage": used} if used else {})}


def completion(number: int, model: str, message: Body, finish: str, used: Body) -> Body:
    """Return a whole answer."""
    return {
        "id": f"chatcmpl-{number}",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": used,
    }
