"""``converse``: the chat model asks for tools or writes the draft; when it fails, the next one takes over."""

import logging

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, SystemMessage
from langgraph.runtime import Runtime

from assistant.context import NamedModel, TurnContext
from assistant.state import TurnState
from assistant.steps.progress import timed

_log = logging.getLogger(__name__)
SYSTEM_PROMPT = "system"


@timed
async def converse(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Ask the models in order, from the one this turn has come to; the last is ``embedded`` and does not fail."""
    context = runtime.context
    system = instructions(state, context)
    messages = [system, *state.get("history", []), *state["work"]]
    names = [model.name for model in context.models]
    remaining = context.models[names.index(state["model"]) :]
    for model in remaining:
        try:
            reply = await _with_tools(model, state, context).ainvoke(messages)
        except Exception as error:  # any fault of a server ends in the next model
            if model is remaining[-1]:
                raise
            _log.warning("model %s failed: %s", model.name, type(error).__name__)
            continue
        used = {SYSTEM_PROMPT: system.additional_kwargs["sha256"]}
        return _update(state, model, reply, used, fallback=model is not context.models[0])
    raise AssertionError("a turn has at least one model")


def instructions(state: TurnState, context: TurnContext) -> SystemMessage:
    """Return the system message of the turn; it carries the turn's language, audience and the prompt's sha256."""
    system = context.prompts.render(SYSTEM_PROMPT, state["language"], audience=state["audience"])
    told = {
        "language": state["language"],
        "audience": state["audience"],
        "notebook": state.get("notebook", {}),
        "sha256": system.sha256,
    }
    return SystemMessage(system.text, additional_kwargs=told)


def _with_tools(model: NamedModel, state: TurnState, context: TurnContext) -> BaseChatModel:
    if state["rounds"] >= context.limits.tool_rounds:
        return model.chat
    return model.chat.bind_tools(context.toolbox.schemas())  # type: ignore[return-value]


def _update(
    state: TurnState, model: NamedModel, reply: AIMessage, prompts: dict[str, str], *, fallback: bool
) -> TurnState:
    used = reply.response_metadata.get("prompts", {})
    return {
        "work": [*state["work"], reply],
        "model": model.name,
        "fallback": fallback,
        "prompts": {**state["prompts"], **prompts, **used},
    }
