"""Insults, hate, sexual demands and threats to people: a calm refusal; strong words alone pass.

So does a rude word to the machine beside a question of the field («ty głupia maszyno, ile trwa kurs spawacza?»).
"""

from dataclasses import dataclass

from guardrails.frame import Action, Verdict
from guardrails.lexicon import load
from guardrails.normalise import Plain, plain
from guardrails.weighing import decides, left_of, of_field
from register.vocabulary import AnswerStatus

FEWEST_ASKED = 3
"""So many words beside a rude one may ask something."""


@dataclass(frozen=True, slots=True)
class Abuse:
    """Ends the turn with one calm sentence and an offer to go on."""

    name: str = "abuse"

    def __call__(self, text: str) -> Verdict:
        """Refuse ``text`` or let it pass unchanged."""
        message = plain(text)
        rest = load("abuse", "machine").remove(message)
        asks = rest is not message and len(rest.text.split()) >= FEWEST_ASKED and of_field(rest.text)
        seen = _seen(text, rest if asks else message)
        if not seen:
            return Verdict(Action.PASSED, text)
        return Verdict(Action.ENDED, text, detail=seen, status=AnswerStatus.REFUSED_ABUSE, phrase="rails.abuse.refused")


def _seen(text: str, message: Plain) -> str:
    """What sees abuse in a message or in what is left of it, if anything."""
    if load("abuse", "abuse").find(message):
        return "phrase"
    heard = left_of(text, load("abuse", "harmless").remove(message))
    return "classifier" if decides("abuse", heard) else ""
