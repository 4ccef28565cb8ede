"""Danger and despair: the turn ends with a few warm words and help lines; the next message goes on as ever."""

from dataclasses import dataclass

from guardrails.frame import Action, Verdict
from guardrails.helplines import numbers
from guardrails.injection import has_phrase
from guardrails.lexicon import load
from guardrails.normalise import plain
from guardrails.weighing import decides
from register.vocabulary import AnswerStatus


@dataclass(frozen=True, slots=True)
class Crisis:
    """Idioms are taken out first; then phrases decide, and where there are none the classifier."""

    name: str = "crisis"

    def __call__(self, text: str) -> Verdict:
        """Answer with help lines or let ``text`` pass unchanged."""
        kind = recognise(text)
        if not kind:
            return Verdict(Action.PASSED, text)
        return Verdict(
            Action.ENDED,
            text,
            detail=kind,
            status=AnswerStatus.CRISIS_SUPPORT,
            phrase=f"rails.crisis.{kind}",
            values=numbers(),
        )


def recognise(text: str) -> str:
    """Return ``despair`` or ``violence``, or an empty string."""
    message = load("crisis", "calm").remove(plain(text))
    if kind := load("crisis", "despair", "violence").find(message):
        return kind
    if has_phrase(text):
        return ""
    if not decides("crisis", text if message is plain(text) else message.text):
        return ""
    return "violence" if load("crisis", "harm").find(message) else "despair"
