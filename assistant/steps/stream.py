"""A served model's part of ``converse``: it speaks, and each finished sentence is verified and shown at once."""

from dataclasses import replace

from langchain_core.messages import AIMessage
from langgraph.runtime import Runtime

from assistant.checking import Release
from assistant.context import TurnContext
from assistant.models.asking import ModelError
from assistant.models.choosing import chosen
from assistant.models.listening import Listener
from assistant.models.served import ServedModel
from assistant.models.speaking import Spoken, speak
from assistant.state import TurnState
from assistant.steps.converse import NoReplyError
from assistant.steps.verify import release_of
from assistant.usage import added
from guardrails.frame import Action, RailReport
from register.vocabulary import AnswerStatus

CUT = RailReport("length", Action.MASKED, "the reply was too long or repeated itself")


async def stream(model: ServedModel, state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Ask the model once; raises ``NoReplyError`` with what has been shown."""
    context = runtime.context
    release = release_of(state, runtime)
    tools = chosen(state, context.toolbox) if state["rounds"] < context.limits.tool_rounds else []
    listener = Listener(release, most_tokens=model.description.max_tokens, hold=not state["rounds"])
    try:
        spoken = await speak(model, state, context, tools=tools, words=listener.hear)
        if not spoken.message.tool_calls:
            listener.end(unfinished=spoken.cut)
            _refuse_silence(listener)
    except ModelError as error:
        raise NoReplyError(str(error), replace(release.so_far, held=())) from error
    return _update(state, release, spoken)


def _refuse_silence(listener: Listener) -> None:
    if not listener.taken:
        raise ModelError("the model said nothing that could be shown")


def _update(state: TurnState, release: Release, spoken: Spoken) -> TurnState:
    message = spoken.message
    released = release.so_far
    if message.tool_calls:
        released = replace(released, held=())  # what it said on the way to a tool is no draft
    else:
        message = _draft(state, message, release)
    return {
        "work": [*state["work"], message],
        "released": released,
        "usage": added(state.get("usage", {}), spoken.used),
        "prompts": {**state["prompts"], **spoken.prompts},
        "reports": [*state["reports"], *([CUT] if spoken.cut else [])],
    }


def _draft(state: TurnState, message: AIMessage, release: Release) -> AIMessage:
    """Mark the draft as released, and say how a turn ended that cites nothing: a question, or a word of courtesy."""
    metadata: dict[str, object] = {"released": True}
    released = release.so_far
    waiting = [item.piece.sentence for item in released.held]
    if not released.citations and not released.failed and not any(sentence.handles for sentence in waiting):
        said = [*(sentence.text for sentence in released.sentences), *(sentence.text for sentence in waiting)]
        if said and said[-1].endswith("?"):
            metadata["status"] = AnswerStatus.CLARIFICATION_ASKED.value
        elif not state["rounds"]:
            metadata["status"] = AnswerStatus.SMALL_TALK.value
    return AIMessage(str(message.content), response_metadata=metadata)
