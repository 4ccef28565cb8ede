"""A conversation as its client tells it becomes the history of a turn: masked as every message is, and data only."""

import re
from collections.abc import Sequence

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

from assistant.answer import Told
from guardrails.frame import InputRail, screen

MOST_TURNS = 20
_LINKS = re.compile(r"\s?\[\[\d{1,3}\]\]\([^()\s]{0,2000}\)")


def history_of(told: Sequence[Told], rails: Sequence[InputRail]) -> list[BaseMessage]:
    """Return questions and answers in pairs; what a rail would end a turn for is left out with its answer."""
    pairs: list[tuple[str, str]] = []
    for message in told:
        if message.role == "user":
            pairs.append((message.text, ""))
        elif pairs and not pairs[-1][1]:
            pairs[-1] = (pairs[-1][0], message.text)
    history: list[BaseMessage] = []
    for question, answer in [pair for pair in pairs if pair[1]][-MOST_TURNS:]:
        asked = screen(rails, question)
        said = screen(rails, _LINKS.sub("", answer))
        if asked.ended_by is None and said.ended_by is None:
            history += [HumanMessage(asked.text), AIMessage(said.text)]
    return history
