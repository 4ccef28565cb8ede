"""Writing down what a turn read, for whoever measures it: evidence is kept beside the answer, never in the state."""

from contextvars import ContextVar

from langchain_core.messages.tool import ToolCall

from assistant.desk import Desk
from assistant.evidence import Handles
from assistant.toolbox import Called, ToolBox
from register.evidence import Evidence

Noted = dict[str, Evidence]
"""Handle → evidence, filled while the turn runs."""
_noted: ContextVar[Noted] = ContextVar("noted")


def begin() -> Noted:
    """Begin a note for the turn that is asked next in this task, and return it."""
    noted: Noted = {}
    _noted.set(noted)
    return noted


class RecordingToolBox(ToolBox):
    """Passes every call on and notes the evidence it brought; without a note it only passes on."""

    def __init__(self, inner: ToolBox) -> None:
        vars(self).update(vars(inner))

    async def call(self, call: ToolCall, handles: Handles, desk: Desk) -> Called:
        """Run the call and note what it read."""
        called = await super().call(call, handles, desk)
        _noted.get({}).update({item.handle: item for item in called.message.artifact.evidence})
        return called
