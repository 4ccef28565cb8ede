"""What a model on a server is told before the conversation: the files it is made of, in an order that never changes.

Everything here depends on language, audience and tools alone, so that the server can keep the beginning of the prompt
in its cache from one request to the next.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel

from assistant.models.offering import offered
from prompts import Prompts

ALWAYS = "system", "audience/{audience}"
WITH_TOOLS = "tools", "examples"
IN_WORDS = "reply_json"


@dataclass(frozen=True, slots=True)
class Instructions:
    """The text and the sha256 of each file it was made of."""

    text: str
    prompts: dict[str, str]


def instructions(
    prompts: Prompts, language: str, audience: str, tools: Sequence[type[BaseModel]], *, in_words: bool
) -> Instructions:
    """Return the instructions; ``in_words`` describes the tools in the text, for models without tool calls.

    The guidance about tools stays when no more may be called, so that the beginning of the prompt does not change.
    """
    names = [name.format(audience=audience) for name in (*ALWAYS, *WITH_TOOLS)]
    parts = [prompts.render(name, language) for name in names]
    if in_words:
        functions = [tool["function"] for tool in offered(tools)]
        parts.append(prompts.render(IN_WORDS, language, tools=functions))
    return Instructions("\n\n".join(part.text for part in parts), {part.id: part.sha256 for part in parts})
