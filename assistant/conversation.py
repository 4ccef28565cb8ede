"""What is kept of a conversation, in a shape a person can read and take along."""

from collections.abc import Mapping
from typing import Any, Literal

from langchain_core.messages import HumanMessage

from assistant.answer import AnswerModel
from assistant.notebook import Notebook, read_notebook
from retrieval.protocol import RecordIndex


class ConversationLine(AnswerModel):
    """One side of a turn."""

    role: Literal["user", "assistant"]
    text: str


class ConversationSource(AnswerModel):
    """A record the conversation has touched."""

    record_id: str
    title: str
    url: str


class Conversation(AnswerModel):
    """A whole conversation as far as it is kept."""

    thread_id: str
    language: str
    audience: str
    turns: int
    lines: tuple[ConversationLine, ...]
    sources: tuple[ConversationSource, ...]
    notebook: Notebook = Notebook()


def read_conversation(thread_id: str, kept: Mapping[str, Any], index: RecordIndex) -> Conversation | None:
    """Read the kept state; ``None`` where the thread is unknown."""
    if not kept.get("history"):
        return None
    lines = tuple(
        ConversationLine(role="user" if isinstance(message, HumanMessage) else "assistant", text=str(message.content))
        for message in kept["history"]
    )
    records = index.get_many(tuple(kept.get("handles", {}).values()))
    return Conversation(
        thread_id=thread_id,
        language=kept["language"],
        audience=kept["audience"],
        turns=kept["turn"],
        lines=lines,
        sources=tuple(ConversationSource(record_id=record.id, title=record.name, url=record.url) for record in records),
        notebook=read_notebook(kept.get("notebook")),
    )
