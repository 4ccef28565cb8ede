"""Danger and despair: a few warm words and help lines; the next message goes on as ever.

A sure reading ends the turn. An unsure one does not: the question is answered, and one sentence names a line beside it.
"""

from dataclasses import dataclass

from guardrails.frame import Action, Verdict
from guardrails.helplines import numbers
from guardrails.injection import has_phrase
from guardrails.lexicon import load
from guardrails.normalise import Plain, plain
from guardrails.weighing import decides, doubts, left_of, suspects
from register.vocabulary import AnswerStatus


@dataclass(frozen=True, slots=True)
class Reading:
    """``kind`` is ``despair`` or ``violence``; ``sure`` tells whether it may end the turn."""

    kind: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Crisis:
    """Idioms are taken out first; then phrases decide, and where there are none the classifier."""

    name: str = "crisis"

    def __call__(self, text: str) -> Verdict:
        """Answer with help lines, let ``text`` go on with a sentence beside the answer, or let it pass."""
        reading = recognise(text)
        if reading is None:
            return Verdict(Action.PASSED, text)
        if not reading.sure:
            return Verdict(Action.NOTED, text, detail="unsure", phrase="rails.crisis.unsure", values=numbers())
        return Verdict(
            Action.ENDED,
            text,
            detail=reading.kind,
            status=AnswerStatus.CRISIS_SUPPORT,
            phrase=f"rails.crisis.{reading.kind}",
            values=numbers(),
        )


def recognise(text: str) -> Reading | None:
    """Return what ``text`` tells of danger, if anything.

    A phrase is unsure where the classifier sees nothing in the message, above all in a question about courses or jobs:
    a past told soberly, a client, a figure of speech. A few phrases are never doubted.
    """
    message = load("crisis", "calm").remove(plain(text))
    heard = left_of(text, message)
    if kind := load("crisis", "despair", "violence").find(message):
        return Reading(kind, sure=bool(load("crisis", "certain").find(message)) or not doubts(text))
    if has_phrase(text):
        return None
    if decides("crisis", heard):
        return Reading(_kind(message), sure=True)
    # An idiom taken out may have been none («on mnie, zabije go»): the whole still counts for a sentence beside.
    unsure = suspects(heard) or (heard is not text and decides("crisis", text))
    return Reading(_kind(message), sure=False) if unsure else None


def _kind(message: Plain) -> str:
    return "violence" if load("crisis", "harm").find(message) else "despair"
