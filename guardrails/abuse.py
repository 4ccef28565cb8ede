"""Insults, hate, sexual demands and threats to people: a calm refusal; strong words alone pass."""

from dataclasses import dataclass

from guardrails.frame import Action, Verdict
from guardrails.lexicon import load
from guardrails.normalise import plain
from guardrails.weighing import decides, left_of
from register.vocabulary import AnswerStatus


@dataclass(frozen=True, slots=True)
class Abuse:
    """Ends the turn with one calm sentence and an offer to go on."""

    name: str = "abuse"

    def __call__(self, text: str) -> Verdict:
        """Refuse ``text`` or let it pass unchanged."""
        if load("abuse", "abuse").find(plain(text)):
            seen = "phrase"
        elif decides("abuse", left_of(text, load("abuse", "harmless").remove(plain(text)))):
            seen = "classifier"
        else:
            return Verdict(Action.PASSED, text)
        return Verdict(Action.ENDED, text, detail=seen, status=AnswerStatus.REFUSED_ABUSE, phrase="rails.abuse.refused")
