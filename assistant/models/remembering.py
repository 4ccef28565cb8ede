"""The conversation so far as a model on a server reads it: the last turns whole, those before in short.

The short form is made by arithmetic, not by a model: each question, and the records its answer rested on with their
handles. So nothing can be invented in it, and a record can be read again by its id.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from assistant.models.tokens import TokenCounter
from prompts import Prompts

ID = "summary"
STEP = 3  # turns are put in short by threes, so that the prompt keeps its beginning in between
SHORT = 160
_NUMBER = re.compile(r"\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Remembered:
    """Messages of the turns before, and the sha256 of the file the short form was made with."""

    messages: tuple[BaseMessage, ...]
    prompts: dict[str, str]


def remember(
    history: Sequence[BaseMessage],
    handles: Mapping[str, str],
    counter: TokenCounter,
    tokens: int,
    prompts: Prompts,
    language: str,
) -> Remembered:
    """Return as many of the last turns as fit into ``tokens``; those before go into one short text before them."""
    by_id = {record_id: handle for handle, record_id in handles.items()}
    turns = [(history[i], history[i + 1]) for i in range(0, len(history) - 1, 2)]
    whole = [(HumanMessage(str(asked.content)), _with_handles(said, by_id)) for asked, said in turns]
    first = 0
    while first < len(whole) and counter.of_messages([m for turn in whole[first:] for m in turn]) > tokens:
        first = min(first + STEP, len(whole))
    kept = [message for turn in whole[first:] for message in turn]
    if not first:
        return Remembered(tuple(kept), {})
    lines = [_in_short(asked, said, by_id) for asked, said in turns[:first]]
    short = prompts.render(ID, language, turns=lines[-(tokens // 60 or 1) :])
    return Remembered((HumanMessage(short.text), AIMessage("…"), *kept), {short.id: short.sha256})


def cited_in(message: BaseMessage) -> list[dict[str, Any]]:
    """Return what ``reply`` noted of the records an answer cited: number, record id, title."""
    found = message.additional_kwargs.get("cited", [])
    return found if isinstance(found, list) else []


def _with_handles(said: BaseMessage, by_id: Mapping[str, str]) -> AIMessage:
    """Numbers of sources become handles again: a model that sees ``[1]`` would write ``[1]``."""
    of_number = {str(one["n"]): by_id.get(one["record_id"], "") for one in cited_in(said)}

    def handle(mark: re.Match[str]) -> str:
        return f"[{of_number[mark[1]]}]" if of_number.get(mark[1]) else ""

    return AIMessage(_NUMBER.sub(handle, str(said.content)))


def _in_short(asked: BaseMessage, said: BaseMessage, by_id: Mapping[str, str]) -> dict[str, Any]:
    question = " ".join(str(asked.content).split())
    records = [
        {"handle": by_id.get(one["record_id"], ""), "title": one["title"], "id": one["record_id"]}
        for one in cited_in(said)[:4]
    ]
    return {"question": question[:SHORT] + ("…" if len(question) > SHORT else ""), "records": records}
