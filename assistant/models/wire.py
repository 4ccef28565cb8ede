"""The chat model on the wire: the requests of ``langchain-openai``, the stream read a sentence at a time.

Reading every token through the client's objects costs about half a millisecond a token, more than one core for two
hundred conversations of twenty tokens a second. Nothing is shown before a whole sentence is verified, so tokens are
gathered up to where a sentence may end, and the parent turns what was gathered into one chunk.
"""

import json
from collections.abc import AsyncIterator
from typing import Any

import openai
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk
from langchain_openai import ChatOpenAI
from pydantic import SecretStr
from pydantic_core import from_json

from assistant.models.description import ModelDescription

ENDS = frozenset(".!?…\n]}")
GATHERED = 400  # letters after which a chunk goes out whatever its end
LONGEST_EVENT = 200_000
_DATA = "data:"
Event = dict[str, Any]


class StreamError(RuntimeError):
    """The server broke the protocol: no event stream, no JSON, or an end before the end."""


class ServedChat(ChatOpenAI):
    """A chat model on an OpenAI-compatible server."""

    limit_field: str = "max_tokens"

    def _get_request_payload(self, input_: Any, *, stop: list[str] | None = None, **kwargs: Any) -> Event:
        payload: Event = super()._get_request_payload(input_, stop=stop, **kwargs)
        if (limit := payload.pop("max_completion_tokens", None)) is not None:
            payload[self.limit_field] = limit
        return payload

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        options = {"stream": True, "stream_options": {"include_usage": True}}
        payload = self._get_request_payload(messages, stop=stop, **{**kwargs, **options})
        kind: type = AIMessageChunk
        completions = self.root_async_client.chat.completions.with_streaming_response
        async with completions.create(**_as_it_is(payload)) as response:
            if "text/event-stream" not in response.headers.get("content-type", ""):
                raise StreamError("the server does not answer with an event stream")
            async for event in _gathered(_events(response.iter_lines())):
                chunk = self._convert_chunk_to_generation_chunk(event, kind, None)
                if chunk is not None:
                    kind = chunk.message.__class__
                    yield chunk


def connect(description: ModelDescription, key: SecretStr | None) -> ServedChat:
    """Return the chat model of ``description``; nothing is sent yet."""
    patience = description.patience
    timeout = openai.Timeout(patience.total, connect=patience.connect)
    return ServedChat(
        model=description.on_server,
        base_url=description.url,
        # A server on this machine needs no key, the client library wants one.
        api_key=key or SecretStr("none"),
        temperature=description.temperature,
        seed=description.seed,
        max_tokens=description.max_tokens,
        limit_field=description.limit_field,
        timeout=timeout,
        # The library's own client would trust its bundled authorities alone; this one also reads SSL_CERT_FILE.
        http_async_client=openai.DefaultAsyncHttpxClient(timeout=timeout),
        http_socket_options=(),  # its own sockets would pass the proxies by
        max_retries=0,
        use_responses_api=False,
    )


def _as_it_is(payload: Event) -> Event:
    """Return the arguments with which the client sends ``payload`` unchanged.

    It would go through every message and tool by their types and find nothing to rename, in a tenth of a turn's time.
    """
    outside = {"extra_headers", "extra_query", "extra_body", "timeout", "model", "stream"}
    body = {name: value for name, value in payload.items() if name not in outside}
    known = {name: value for name, value in payload.items() if name in outside}
    return {**known, "messages": [], "extra_body": {**(payload.get("extra_body") or {}), **body}}


async def _events(lines: AsyncIterator[str]) -> AsyncIterator[Event]:
    """Yield the JSON of each event up to ``[DONE]``; raises ``StreamError``."""
    finished = False
    async for line in lines:
        if not line.startswith(_DATA):
            if line and not line.startswith((":", "event:", "id:", "retry:")):
                raise StreamError("a line of the stream is no event")
            continue
        data = line[len(_DATA) :].strip()
        if data == "[DONE]":
            return
        event = _read(data)
        finished = finished or any(choice.get("finish_reason") for choice in event["choices"])
        yield event
    if not finished:
        raise StreamError("the stream ended before the reply")


def _read(data: str) -> Event:
    if len(data) > LONGEST_EVENT:
        raise StreamError("an event is too long")
    try:
        event = from_json(data)
    except ValueError as error:
        raise StreamError("an event is no JSON") from error
    if not isinstance(event, dict):
        raise StreamError("an event is no object")
    if event.get("error"):
        raise StreamError(f"the server says in mid-stream: {json.dumps(event['error'])[:200]}")
    choices = event.get("choices") or []
    if not all(isinstance(choice, dict) and isinstance(choice.get("delta"), dict | None) for choice in choices):
        raise StreamError("an event holds no delta")
    return {**event, "choices": [{**choice, "delta": choice.get("delta") or {}} for choice in choices[:1]]}


async def _gathered(events: AsyncIterator[Event]) -> AsyncIterator[Event]:
    """Join deltas that hold text alone until a sentence may have ended.

    The very first goes out at once, and so does the first word after an end: it tells that the end was one.
    """
    texts: list[str] = []
    length, at_once, last = 0, True, None
    async for event in events:
        text = _text_alone(event)
        if text is None:
            if texts and last is not None:
                yield _with_text(last, texts)
                texts, length = [], 0
            yield event
            continue
        texts.append(text)
        length, last = length + len(text), event
        ends = not ENDS.isdisjoint(text)
        if ends or length > GATHERED or (at_once and text.strip()):
            yield _with_text(event, texts)
            texts, length, at_once = [], 0, ends
    if texts and last is not None:
        yield _with_text(last, texts)


def _text_alone(event: Event) -> str | None:
    choice = event["choices"][0] if event["choices"] else None
    if choice is None or event.get("usage") or choice.get("finish_reason"):
        return None
    delta = choice["delta"]
    text = delta.get("content")
    return text if isinstance(text, str) and text and not delta.get("tool_calls") else None


def _with_text(event: Event, texts: list[str]) -> Event:
    choice = event["choices"][0]
    return {**event, "choices": [{**choice, "delta": {**choice["delta"], "content": "".join(texts)}}]}
