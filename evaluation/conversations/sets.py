"""The set: whole conversations, each line of the user with what the answer must hold."""

from typing import Annotated

from pydantic import Field

from evaluation.cases import Line, Script, ScriptedRow
from register.vocabulary import Audience


class Conversation(ScriptedRow):
    """One line of a set; ``language`` is that of the opening turn, later ones may be in another."""

    turns: Annotated[tuple[Line, ...], Field(min_length=1)]
    audience: Audience | None = None
    language: str = ""
    topic: str = ""

    def script(self) -> Script:
        """Return the conversation as a case; its language is left to the assistant to find out."""
        return Script(id=self.id, turns=self.turns, audience=self.audience, language=self.language, kind=self.topic)
