"""``act``: run the tools the model asked for, side by side."""

import asyncio

from langchain_core.messages import AIMessage, HumanMessage
from langgraph.runtime import Runtime

from assistant.context import TurnContext
from assistant.desk import Desk
from assistant.evidence import Handles
from assistant.notebook import apply, read_notebook, write_notebook
from assistant.state import TurnState
from assistant.steps.progress import say, timed
from register.vocabulary import Audience, Language


@timed
async def act(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
    """Answer every tool call of the last message; calls beyond the limit of a round are answered with a refusal.

    The tools of a round see the same notebook; their edits are applied in the order of the calls.
    """
    context = runtime.context
    request = state["work"][-1]
    if not isinstance(request, AIMessage):
        raise TypeError("act follows a message with tool calls")
    handles = Handles(state.get("handles"))
    desk = _desk(state)
    say(state, runtime, "searching")
    calls = request.tool_calls[: context.limits.calls_per_round]
    done = await asyncio.gather(*(context.toolbox.call(call, handles, desk) for call in calls))
    refused = [context.toolbox.refuse(call) for call in request.tool_calls[len(calls) :]]
    records = sum(len(called.message.artifact.evidence) for called in done)
    if records:
        say(state, runtime, "reading", count=records)
    return {
        "work": [*state["work"], *(called.message for called in (*done, *refused))],
        "handles": handles.as_dict(),
        "rounds": state["rounds"] + 1,
        "tools": [*state["tools"], *(called.log for called in done)],
        "reports": [*state["reports"], *(r for c in done for r in c.message.artifact.reports)],
        "recommendations": [*state["recommendations"], *(r for c in done for r in c.message.artifact.recommendations)],
        "notebook": write_notebook(apply(desk.notebook, (called.edit for called in done))),
    }


def _desk(state: TurnState) -> Desk:
    said = (message for message in state.get("history", []) if isinstance(message, HumanMessage))
    return Desk(
        notebook=read_notebook(state.get("notebook")),
        language=Language(state["language"]),
        audience=Audience(state["audience"]),
        said=(*(str(message.content) for message in said), state["message"]),
        turn=state["turn"],
    )
