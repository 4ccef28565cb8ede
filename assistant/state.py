"""The state of a conversation: what is kept between turns is small (words and ids), the rest lives for one turn."""

from typing import Annotated, Any, TypedDict

from langchain_core.messages import BaseMessage

from assistant.answer import Recommendation
from assistant.checking import Released
from guardrails.frame import RailReport
from register.vocabulary import AnswerStatus

KEPT_MESSAGES = 40


def keep_last(old: list[BaseMessage], new: list[BaseMessage]) -> list[BaseMessage]:
    """Append ``new`` and keep the last ``KEPT_MESSAGES`` of the conversation."""
    return [*old, *new][-KEPT_MESSAGES:]


class Kept(TypedDict, total=False):
    """What the next turn needs. ``handles`` maps a handle to a record id, for the whole conversation.

    ``notebook`` is a ``Notebook`` as JSON; ``seen`` the time of the last turn, in seconds since 1970; ``trouble`` what
    the help lines were named for (``despair``, ``violence``, ``friend``, ``burden``), until something else is asked.
    """

    history: Annotated[list[BaseMessage], keep_last]
    handles: dict[str, str]
    language: str
    audience: str
    turn: int
    notebook: dict[str, Any]
    seen: float
    trouble: str


class TurnState(Kept, total=False):
    """``Kept`` and what one turn works with; ``reply`` empties the latter, so no checkpoint holds a document.

    Languages and audiences are kept as their plain values: what a checkpoint holds is JSON. ``began`` is seconds of
    the monotonic clock.
    """

    thread: str
    message: str
    asked_language: str | None
    asked_audience: str | None
    work: list[BaseMessage]
    rounds: int
    status: AnswerStatus | None
    released: Released | None
    repairs: dict[int, str] | None
    notices: list[str]
    reports: list[RailReport]
    tools: list[dict[str, object]]
    recommendations: list[Recommendation]
    prompts: dict[str, str]
    model: str
    fallback: bool
    began: float
    usage: dict[str, float]
    timings: dict[str, float]
