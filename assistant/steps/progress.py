"""What every step does beside its work: say what is going on, and measure how long it took."""

import functools
import time
from collections.abc import Awaitable
from typing import Protocol

from langgraph.runtime import Runtime

from assistant.answer import StatusEvent
from assistant.context import TurnContext
from assistant.state import TurnState


class Step(Protocol):
    """A node of the graph: reads the state and what it may work with, returns what changed."""

    def __call__(self, state: TurnState, runtime: Runtime[TurnContext]) -> Awaitable[TurnState]:
        """Run the step."""
        ...


def timed(step: Step) -> Step:
    """Add the step's milliseconds to ``timings`` under its name; repeated visits add up."""
    name: str = getattr(step, "__name__", "step")

    @functools.wraps(step)
    async def measured(state: TurnState, runtime: Runtime[TurnContext]) -> TurnState:
        started = time.perf_counter()
        update = await step(state, runtime)
        spent = (time.perf_counter() - started) * 1000
        timings = {**state.get("timings", {}), **update.get("timings", {})}
        return {**update, "timings": {**timings, name: round(timings.get(name, 0.0) + spent, 3)}}

    return measured


def say(state: TurnState, runtime: Runtime[TurnContext], step: str, **values: str | int) -> None:
    """Send a progress line in the user's language."""
    label = runtime.context.prompts.phrase(f"progress.{step}", state["language"], **values)
    runtime.stream_writer(StatusEvent(step=step, label=label))
