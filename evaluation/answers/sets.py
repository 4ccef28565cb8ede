"""The set: single questions with what a right answer must hold."""

from pydantic import Field

from evaluation.cases import Line, Script, ScriptedRow
from evaluation.expectations import Expect
from register.vocabulary import Audience, Language


class Question(ScriptedRow):
    """One line of a set."""

    question: str
    audience: Audience | None = None
    language: Language | None = None
    kind: str = ""
    expect: Expect = Field(default_factory=Expect)

    def script(self) -> Script:
        """Return the question as a case of one turn, asked in its language as ``ask --lang`` would."""
        return Script(
            id=self.id,
            turns=(Line(user=self.question, expect=self.expect),),
            audience=self.audience,
            language=self.language or "",
            asked_language=self.language,
            kind=self.kind,
        )
