"""``converse``: the chat model asks for tools or writes the draft; when it fails, the next one takes over."""

import logging
from dataclasses import replace

from langchain_core.messages import AIMessage, SystemMessage
from langgraph.runtime import Runtime

from assistant.checking import Released
from assistant.context import NamedModel, TurnContext
from assistant.models.embedded import NAME as EMBEDDED
from assistant.state import TurnState
from assistant.steps.progress import timed
from assistant.steps.verify import release_of

_log = logging.getLogger(__name__)
SYSTEM_PROMPT = "system"


class NoReplyError(RuntimeError):
    """A model that did not finish the turn; ``released`` is what it has shown, which stays."""

    def __init__(self, reason: str, released: Released | None) -> None:
        super().__init__(reason)
        self.released = released


@timed
async def converse(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Ask the models in order, from the one this turn has come to; the last is ``embedded`` and does not fail.

    What a failing model has shown stays; what it had waiting goes, and the next one finishes the turn.
    """
    models = runtime.context.models
    remaining = models[[model.name for model in models].index(state["model"]) :]
    asked = state
    for model in remaining:
        chosen: TurnState = {"model": model.name, "fallback": model is not models[0]}
        asked = {**asked, **chosen}
        try:
            return {**chosen, **await _reply_of(model, asked, runtime)}
        except NoReplyError as error:
            _log.warning("model %s failed: %s", model.name, error)
            asked["released"] = error.released
    raise AssertionError("embedded finishes every turn")


def instructions(state: TurnState, context: TurnContext) -> SystemMessage:
    """Return the system message of the turn; it carries the turn's language, audience and the prompt's sha256."""
    system = context.prompts.render(SYSTEM_PROMPT, state["language"])
    told = {
        "language": state["language"],
        "audience": state["audience"],
        "notebook": state.get("notebook", {}),
        "sha256": system.sha256,
    }
    return SystemMessage(system.text, additional_kwargs=told)


async def _reply_of(model: NamedModel, state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    if model.served is not None:
        from assistant.steps.stream import stream  # noqa: PLC0415 - the client library is slow to import

        return await stream(model.served, state, runtime)
    reply = await _asked(model, state, runtime.context)
    system = instructions(state, runtime.context)
    update: TurnState = {
        "work": [*state["work"], reply],
        "released": state["released"],
        "prompts": {**state["prompts"], SYSTEM_PROMPT: system.additional_kwargs["sha256"]},
    }
    if model.name == EMBEDDED and state["fallback"] and not reply.tool_calls:
        update["released"] = _told_so(state, runtime)
    return update


async def _asked(model: NamedModel, state: TurnState, context: TurnContext) -> AIMessage:
    chat = model.chat
    if state["rounds"] < context.limits.tool_rounds:
        chat = chat.bind_tools(context.toolbox.schemas())  # type: ignore[assignment]
    try:
        reply: AIMessage = await chat.ainvoke([instructions(state, context), *state.get("history", []), *state["work"]])
    except Exception as error:  # any fault of a server ends in the next model
        if model.name == EMBEDDED:
            raise
        raise NoReplyError(type(error).__name__, state["released"]) from error
    return reply


def _told_so(state: TurnState, runtime: Runtime[TurnContext]) -> Released:
    """Say that the embedded model has taken over, before it speaks; what waited of another's draft goes."""
    state = {**state, "released": replace(state["released"], held=()) if state["released"] else None}
    release = release_of(state, runtime)
    key = "models.fallback_rest" if release.so_far.sentences else "models.fallback"
    release.say(runtime.context.prompts.phrase(key, state["language"]))
    return release.so_far
