"""How many tokens a text is for a model: estimated from its letters, corrected by what the server reports.

A tokenizer of the model's own would have to be downloaded. An estimate from letters is off by a constant factor for
one language and one model, and every reply of the server tells what the factor is.
"""

from collections.abc import Iterable

from langchain_core.messages import AIMessage, BaseMessage

OVERHEAD = 4  # a message costs its role and separators too
WEIGHT = 0.3
LEAST, MOST = 1.0, 8.0


class TokenCounter:
    """Counts for one model; ``letters_a_token`` is where it starts."""

    def __init__(self, letters_a_token: float = 3.0) -> None:
        self._letters = letters_a_token

    @property
    def letters_a_token(self) -> float:
        """The present estimate."""
        return self._letters

    def of_text(self, text: str) -> int:
        """Return the estimated tokens of ``text``, rounded up."""
        return -int(-len(text) // self._letters)

    def of_messages(self, messages: Iterable[BaseMessage]) -> int:
        """Return the estimated tokens of messages."""
        return sum(self.of_text(written(message)) + OVERHEAD for message in messages)

    def learn(self, letters: int, tokens: int) -> None:
        """Move the estimate towards what a server counted for ``letters``."""
        if letters < 200 or tokens <= 0:
            return
        seen = min(max(letters / tokens, LEAST), MOST)
        self._letters += WEIGHT * (seen - self._letters)


def written(message: BaseMessage) -> str:
    """Return all of a message that is sent: its text and its tool calls."""
    calls = [f"{call['name']}{call['args']}" for call in message.tool_calls] if isinstance(message, AIMessage) else ()
    return "".join((str(message.content), *calls))
