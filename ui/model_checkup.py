"""A real call to every model server: how fast it answers, and what it can do."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage
from langchain_core.runnables import Runnable
from pydantic import BaseModel, ConfigDict

from assistant.language import detect
from assistant.models.asking import ModelError, ask
from assistant.models.description import ToolCalling
from assistant.models.dialect import Json, Native, Reader
from assistant.models.served import ServedModel
from register.vocabulary import Language
from ui.configuration import SettingsError
from ui.findings import Finding
from ui.models import served_models
from ui.settings import Settings

TOPIC = "model"
SENTENCE = "Napisz po polsku jedno zdanie o tym, czym jest kwalifikacja zawodowa."
READ = "Przeczytaj rekord kwalifikacji INF.03, używając narzędzia get_qualification."
CAPITAL = 'Podaj stolicę Polski jako JSON: {"tool_calls": [], "answer": "…"}'


class _GetQualification(BaseModel):
    """Read one qualification by its code."""

    model_config = ConfigDict(title="get_qualification")

    id: str


def examine_models(settings: Settings) -> tuple[Finding, ...]:
    """Ask every model server once for a sentence, a tool call and JSON; never raises for what it finds."""
    if settings.chat_model == "embedded":
        return (Finding(TOPIC, "embedded, needs no server"),)
    try:
        models = served_models(settings)
    except SettingsError as error:
        return (Finding(TOPIC, str(error), good=False),)
    return asyncio.run(_examine(models))


async def _examine(models: tuple[ServedModel, ...]) -> tuple[Finding, ...]:
    order = " → ".join((*(model.description.name for model in models), "embedded"))
    findings = [Finding(TOPIC, f"asked in this order: {order}")]
    for model in models:
        findings += [finding async for finding in _of(model)]
    return tuple(findings)


async def _of(model: ServedModel) -> AsyncIterator[Finding]:
    name = f"{model.description.name} at {model.description.url}"
    try:
        call = await _call(model, model.chat, SENTENCE, Native(parallel=True).reader())
    except ModelError as error:
        yield Finding(TOPIC, f"{name}: {error}", good=False)
        return
    yield Finding(TOPIC, f"{name}: first word after {call.first:.2f} s, {call.speed:.0f} tokens a second")
    polish = detect(call.text, None) is Language.PL
    yield Finding(TOPIC, f"{name}: {'answers in Polish' if polish else 'does not answer in Polish'}", good=polish)
    tools = await _calls_tools(model)
    described = model.description.tools
    advice = "" if tools or described is not ToolCalling.NATIVE else ": describe it with tools: json_schema, or none"
    yield Finding(TOPIC, f"{name}: tool calls {_said(tools)}{advice}", good=not advice)
    follows = await _follows_schema(model)
    advice = "" if follows or described is not ToolCalling.JSON_SCHEMA else ": describe it with tools: none"
    yield Finding(TOPIC, f"{name}: JSON by a schema {_said(follows)}{advice}", good=not advice)


def _said(works: bool) -> str:
    return "work" if works else "do not work"


class _Call(BaseModel):
    """A finished call: seconds to its first word, tokens a second after it, its text, its reply."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    first: float
    speed: float
    text: str
    reply: AIMessage


async def _call(model: ServedModel, stream: Runnable[Any, Any], question: str, reader: Reader) -> _Call:
    """Make one call; raises ``ModelError``, also for a reply that cannot be read."""
    began, first = time.perf_counter(), 0.0

    def hear(chunk: AIMessageChunk) -> bool:
        nonlocal first
        if not first and (chunk.content or chunk.tool_call_chunks):
            first = time.perf_counter() - began
        reader.more(chunk)
        return True

    whole = await ask(model, stream, [HumanMessage(question)], seconds=model.description.patience.total, hear=hear)
    spent = time.perf_counter() - began - first
    tokens = whole.usage_metadata["output_tokens"] if whole.usage_metadata else 0
    try:
        reply = reader.message(whole)
    except RuntimeError as error:
        raise ModelError(str(error)) from error
    return _Call(first=first, speed=tokens / spent if spent > 0 else 0.0, text=str(reply.content), reply=reply)


async def _calls_tools(model: ServedModel) -> bool:
    dialect = Native(parallel=model.description.parallel_calls)
    try:
        call = await _call(model, dialect.prepare(model.chat, [_GetQualification]), READ, dialect.reader())
    except ModelError:
        return False
    return any(one["name"] == "get_qualification" and one["args"].get("id") for one in call.reply.tool_calls)


async def _follows_schema(model: ServedModel) -> bool:
    dialect = Json(enforced=True)
    try:
        call = await _call(model, dialect.prepare(model.chat, []), CAPITAL, dialect.reader())
    except ModelError:
        return False
    return bool(call.text.strip()) and "{" not in call.text
