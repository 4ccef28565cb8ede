"""One request to a model server: bounded in time, tried again where that may help, kept away from one that is down."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, cast

from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.runnables import Runnable
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_after_attempt
from tenacity.wait import wait_base, wait_random_exponential

from assistant.models.description import Patience
from assistant.models.faults import Fault, SlowServerError, fault_of
from assistant.models.served import ServedModel

Hear = Callable[[AIMessageChunk], bool]


class ModelError(RuntimeError):
    """A model that could not finish its reply; the message is one line without anything of the conversation."""


@dataclass
class _Request:
    """One request on its way; ``heard`` once the model has begun to speak, for then nothing is asked twice."""

    stream: Runnable[Any, Any]
    messages: Sequence[BaseMessage]
    patience: Patience
    hear: Hear
    heard: bool = False
    total: AIMessageChunk | None = None

    async def send(self) -> AIMessageChunk:
        """Read the reply to its end, or to where the listener has heard enough; raises what went wrong."""
        async with aclosing(cast("Any", self.stream.astream(list(self.messages)))) as chunks:
            if not self._take(await self._first(chunks)):
                return self._whole()
            async for chunk in chunks:
                if not self._take(chunk):
                    break
        return self._whole()

    async def _first(self, chunks: Any) -> AIMessageChunk:
        try:
            async with asyncio.timeout(self.patience.first_token):
                while not _says_something(chunk := await anext(chunks)):
                    self._take(chunk)
                return cast("AIMessageChunk", chunk)
        except StopAsyncIteration:
            return AIMessageChunk(content="")
        except TimeoutError as error:
            seconds = self.patience.first_token
            raise SlowServerError(f"no word from the model in {seconds:g} s: it is busy, or loads") from error

    def _take(self, chunk: AIMessageChunk) -> bool:
        self.heard = self.heard or _says_something(chunk)
        self.total = chunk if self.total is None else self.total + chunk
        return self.hear(chunk)

    def _whole(self) -> AIMessageChunk:
        return self.total or AIMessageChunk(content="")


async def ask(
    model: ServedModel, stream: Runnable[Any, Any], messages: Sequence[BaseMessage], *, seconds: float, hear: Hear
) -> AIMessageChunk:
    """Send one request and hand every chunk to ``hear`` until it returns false; raises ``ModelError``.

    ``seconds`` bound the request with all its attempts. Cancelled, it closes the connection, which frees the server.
    """
    if not model.breaker.admits():
        raise ModelError("the server has failed repeatedly and is left alone for a while")
    patience = model.description.patience
    request = _Request(stream, messages, patience, hear)
    bound = min(seconds, patience.total)
    try:
        async with asyncio.timeout(bound):
            reply = await _with_retries(request, patience)
    except Exception as error:
        fault = _fault(error, bound)
        if fault.server:
            model.breaker.failed()
        raise ModelError(fault.line) from error
    model.breaker.succeeded()
    return reply


async def _with_retries(request: _Request, patience: Patience) -> AIMessageChunk:
    attempts = AsyncRetrying(
        stop=stop_after_attempt(patience.retries + 1),
        wait=_Wait(patience.longest_wait),
        retry=retry_if_exception(lambda error: not request.heard and _may_help(fault_of(error), patience)),
        reraise=True,
    )
    return await attempts(request.send)


class _Wait(wait_base):
    """As long as the server asks for; else growing at random, so that clients do not come back all at once."""

    def __init__(self, longest: float) -> None:
        self._growing = wait_random_exponential(multiplier=0.25, max=longest)

    def __call__(self, retry_state: RetryCallState) -> float:
        error = retry_state.outcome.exception() if retry_state.outcome else None
        asked = fault_of(error).wait if error else None
        return self._growing(retry_state) if asked is None else asked


def _may_help(fault: Fault, patience: Patience) -> bool:
    return fault.retry and (fault.wait is None or fault.wait <= patience.longest_wait)


def _fault(error: Exception, bound: float) -> Fault:
    if isinstance(error, TimeoutError) and not isinstance(error, SlowServerError):
        return Fault(f"the reply was not finished in {bound:g} s")
    return fault_of(error)


def _says_something(chunk: AIMessageChunk) -> bool:
    return bool(chunk.content or chunk.tool_call_chunks)
