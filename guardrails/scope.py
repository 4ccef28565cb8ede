"""Questions outside the field: a pointer to where the answer is, for benefits, homework, law and medicine."""

from dataclasses import dataclass

from guardrails.frame import Action, Verdict
from guardrails.lexicon import load
from guardrails.normalise import plain
from guardrails.weighing import decides
from register.vocabulary import AnswerStatus

# «ile godzin?» asks about what was said before.
FEWEST_WORDS = 3
TOPICS = ("benefits", "homework", "law", "medicine")


@dataclass(frozen=True, slots=True)
class Scope:
    """Ends the turn where the field is not meant at all; a message with words of the field passes."""

    name: str = "scope"

    def __call__(self, text: str) -> Verdict:
        """Give a pointer or let ``text`` pass unchanged."""
        if len(text.split()) < FEWEST_WORDS or not decides("out_of_scope", text):
            return Verdict(Action.PASSED, text)
        if load("scope", "ours").find(plain(text)):
            return Verdict(Action.PASSED, text)
        topic = load("scope", *TOPICS).find(plain(text)) or "other"
        return Verdict(
            Action.ENDED, text, detail=topic, status=AnswerStatus.OUT_OF_SCOPE, phrase=f"rails.scope.{topic}"
        )
