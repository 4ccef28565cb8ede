"""The road of one turn: screen → converse ⇄ act → verify (⇄ repair, once) → reply."""

from typing import Any

from langchain_core.messages import AIMessage
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from assistant.context import TurnContext
from assistant.state import TurnState
from assistant.steps import act, converse, repair, reply, screen, verify

Graph = CompiledStateGraph[TurnState, TurnContext, TurnState, TurnState]


def build_graph(memory: BaseCheckpointSaver[Any] | None = None) -> Graph:
    """Compile the graph; ``memory`` keeps conversations by thread."""
    graph = StateGraph(TurnState, context_schema=TurnContext)
    graph.add_node("screen", screen)
    graph.add_node("converse", converse)
    graph.add_node("act", act)
    graph.add_node("verify", verify)
    graph.add_node("repair", repair)
    graph.add_node("reply", reply)
    graph.add_edge(START, "screen")
    graph.add_conditional_edges("screen", _after_screen, ["converse", "verify"])
    graph.add_conditional_edges("converse", _after_converse, ["act", "verify"])
    graph.add_edge("act", "converse")
    graph.add_conditional_edges("verify", _after_verify, ["repair", "converse", "reply"])
    graph.add_edge("repair", "verify")
    graph.add_edge("reply", END)
    return graph.compile(checkpointer=memory)


def _after_screen(state: TurnState) -> str:
    """A rail that ended the turn has already written its text; that text is shown, not sent to a model."""
    return "converse" if state["status"] is None else "verify"


def _after_converse(state: TurnState) -> str:
    last = state["work"][-1]
    return "act" if isinstance(last, AIMessage) and last.tool_calls else "verify"


def _after_verify(state: TurnState) -> str:
    """Failed sentences go back to the model once; a draft with nothing founded in it goes to the embedded model."""
    if state["status"] is not None:
        return "reply"
    return "repair" if state["released"] and state["released"].held else "converse"
