"""The messages of one request to a server, within the tokens it may have."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from pydantic import BaseModel

from assistant.context import TurnContext
from assistant.models.choosing import chosen
from assistant.models.dialect import Dialect
from assistant.models.instructions import instructions
from assistant.models.offering import offered
from assistant.models.reading import trimmed
from assistant.models.remembering import remember
from assistant.models.served import ServedModel
from assistant.models.tokens import written
from assistant.state import TurnState
from guardrails.pasted import marked

FOR_HISTORY = 0.2  # of the prompt
LEAST = 400
LEAST_EVIDENCE = 900  # whatever tools and instructions have taken: without evidence there is no answer


@dataclass(frozen=True, slots=True)
class Window:
    """The messages, the prompts they were made with, and how many letters are sent."""

    messages: list[BaseMessage]
    prompts: dict[str, str]
    letters: int


def window(
    model: ServedModel, dialect: Dialect, state: TurnState, context: TurnContext, tools: Sequence[type[BaseModel]]
) -> Window:
    """Put a request together: instructions, the turns before, this turn; from what never changes to what does."""
    told = instructions(
        context.prompts,
        state["language"],
        state["audience"],
        tools if dialect.in_words else (),
        in_words=dialect.in_words,
    )
    counter, limit = model.counter, _limit(model)
    fixed = SystemMessage(told.text)
    schemas = "" if dialect.in_words else json.dumps(offered(chosen(state, context.toolbox)), ensure_ascii=False)
    left = limit - counter.of_messages([fixed]) - counter.of_text(schemas)
    before = remember(
        state.get("history", []),
        state.get("handles", {}),
        counter,
        max(int(limit * FOR_HISTORY), LEAST),
        context.prompts,
        state["language"],
    )
    left -= counter.of_messages(before.messages) + counter.of_messages(state["work"][:1])
    work = trimmed(state["work"], counter, max(left, LEAST_EVIDENCE))
    messages = dialect.rewrite([fixed, *map(_marked, (*before.messages, *work))])
    letters = sum(len(written(message)) for message in messages) + len(schemas)
    return Window(messages, {**told.prompts, **before.prompts}, letters)


def _marked(message: BaseMessage) -> BaseMessage:
    """A CV or an advertisement that the user has pasted goes to the model between marks, as the records do."""
    if not isinstance(message, HumanMessage) or not isinstance(message.content, str):
        return message
    text = marked(message.content)
    return message if text == message.content else message.model_copy(update={"content": text})


def _limit(model: ServedModel) -> int:
    """A prompt may have what a usual turn is given, and what the model can read beside its reply."""
    description = model.description
    return max(min(description.prompt_tokens, description.context - description.max_tokens - 100), LEAST)
