"""``act``: run the tools the model asked for, side by side."""

import asyncio

from langchain_core.messages import AIMessage
from langgraph.runtime import Runtime

from assistant.context import TurnContext
from assistant.evidence import Handles
from assistant.state import TurnState
from assistant.steps.progress import say, timed
from register.vocabulary import Language


@timed
async def act(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Answer every tool call of the last message; calls beyond the limit of a round are answered with a refusal."""
    context = runtime.context
    request = state["work"][-1]
    if not isinstance(request, AIMessage):
        raise TypeError("act follows a message with tool calls")
    handles = Handles(state.get("handles"))
    language = Language(state["language"])
    say(state, runtime, "searching")
    calls = request.tool_calls[: context.limits.calls_per_round]
    done = await asyncio.gather(*(context.toolbox.call(call, handles, language) for call in calls))
    refused = [context.toolbox.refuse(call) for call in request.tool_calls[len(calls) :]]
    records = sum(len(called.message.artifact.evidence) for called in done)
    if records:
        say(state, runtime, "reading", count=records)
    return {
        "work": [*state["work"], *(called.message for called in (*done, *refused))],
        "handles": handles.as_dict(),
        "rounds": state["rounds"] + 1,
        "tools": [*state["tools"], *(called.log for called in done)],
    }
