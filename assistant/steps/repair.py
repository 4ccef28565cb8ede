"""``repair``: the model is asked once for other words in the place of the sentences the rails have stopped."""

import logging
import re

from langchain_core.messages import HumanMessage
from langgraph.runtime import Runtime

from assistant.context import NamedModel, TurnContext
from assistant.state import TurnState
from assistant.steps.converse import instructions
from assistant.steps.progress import say, timed
from assistant.usage import Used, added

_log = logging.getLogger(__name__)
REPAIR_PROMPT = "repair"
_NUMBERED = re.compile(r"^\s{0,8}(\d{1,3})[.):]\s?(.{0,4000})$", re.MULTILINE)
_NOTHING = frozenset("-–—")


@timed
async def repair(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Ask for each failed sentence by its number; a model that does not answer has repaired nothing."""
    context = runtime.context
    released = state["released"]
    model = next(named for named in context.models if named.name == state["model"])
    request = context.prompts.render(
        REPAIR_PROMPT,
        state["language"],
        failed=[(item.piece.sentence.text, item.reason) for item in (released.failed if released else ())],
    )
    say(state, runtime, "checking")
    text, used = "", Used()
    try:
        text, used = await _ask(model, state, context, request.text)
    except Exception as error:  # any fault of a server: what was founded stands, the rest is left out
        _log.warning("model %s did not repair: %s", model.name, type(error).__name__)
    return {
        "repairs": repaired(text),
        "prompts": {**state["prompts"], REPAIR_PROMPT: request.sha256},
        "usage": added(state.get("usage", {}), used),
    }


async def _ask(model: NamedModel, state: TurnState, context: TurnContext, request: str) -> tuple[str, Used]:
    if model.served is not None:
        from assistant.models.speaking import speak  # noqa: PLC0415 - the client library is slow to import

        spoken = await speak(model.served, state, context, tools=(), words=lambda _: True, request=request)
        return str(spoken.message.content), spoken.used
    system = instructions(state, context)
    reply = await model.chat.ainvoke([system, *state.get("history", []), *state["work"], HumanMessage(request)])
    return reply.text, {}


def repaired(text: str) -> dict[int, str]:
    """Read ``1. sentence [q1]`` line by line; a number with a dash or nothing behind it gives the sentence up."""
    found = {int(number): sentence.strip() for number, sentence in _NUMBERED.findall(text)}
    return {number: "" if sentence in _NOTHING else sentence for number, sentence in found.items()}
