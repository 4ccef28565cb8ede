"""Danger and despair: a few warm words and help lines; the next message goes on as ever.

A sure reading ends the turn. An unsure one does not: the question is answered, and one sentence names a line beside it.
So it is with a burden: grief, an illness, mockery told in plain words, without danger in them.
"""

from dataclasses import dataclass

from guardrails.aftercare import BURDEN
from guardrails.feelings import beside_feeling, feeling_in
from guardrails.frame import Action, Verdict
from guardrails.helplines import numbers
from guardrails.injection import has_phrase
from guardrails.lexicon import load
from guardrails.normalise import Plain, plain
from guardrails.weighing import decides, doubts, left_of, of_field, suspects
from register.vocabulary import AnswerStatus

FEW_WORDS = 6
"""A message of so few words may be nothing but a burden («smutno mi»)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """``kind`` is ``despair``, ``violence``, ``friend`` or ``burden``; ``sure`` tells whether it may end the turn."""

    kind: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Crisis:
    """Idioms and ordinary worries are taken out first; then phrases decide, and where there are none the classifier.

    It does not hear the fear of an exam nor an occupation that one leaves; what else is said counts.
    """

    name: str = "crisis"

    def __call__(self, text: str) -> Verdict:
        """Answer with help lines, let ``text`` go on with a sentence beside the answer, or let it pass."""
        reading = recognise(text)
        if reading is None:
            return Verdict(Action.PASSED, text)
        if not reading.sure:
            seen = BURDEN if reading.kind == BURDEN else "unsure"
            return Verdict(Action.NOTED, text, detail=seen, phrase="rails.crisis.unsure", values=numbers())
        return Verdict(
            Action.ENDED,
            text,
            detail=reading.kind,
            status=AnswerStatus.CRISIS_SUPPORT,
            phrase=f"rails.crisis.{reading.kind}",
            values=numbers(),
        )


def recognise(text: str) -> Reading | None:
    """Return what ``text`` tells of danger or of a burden, if anything."""
    message = load("crisis", "calm", "ordinary").remove(plain(text))
    danger = _danger(text, message)
    if (danger is None or not danger.sure) and _burdens(text, message):
        return Reading(BURDEN, sure=False)
    return danger


def _danger(text: str, message: Plain) -> Reading | None:
    """What is left of a message as danger.

    A phrase is unsure where the classifier sees nothing in the message, above all in a question about courses or jobs:
    a past told soberly, a client, a figure of speech. A few phrases are never doubted.
    """
    if kind := load("crisis", "despair", "violence").find(message):
        return Reading(_told(kind, message), sure=bool(load("crisis", "certain").find(message)) or not doubts(text))
    if has_phrase(text):
        return None
    heard, whole = left_of(text, message), left_of(text, load("crisis", "ordinary").remove(plain(text)))
    if not whole.strip():
        return None
    refuses = not load("crisis", "refusal", "beside").remove(message).text.strip()
    if decides("crisis", heard):
        return Reading(_kind(message), sure=not refuses)
    if refuses:
        return None
    # An idiom taken out may have been none («on mnie, zabije go»): the whole still counts for a sentence beside.
    # Where a feeling is told that has a warm word of its own, what stands beside it must sound like danger too.
    beside = beside_feeling(heard) if feeling_in(text) else heard
    unsure = (suspects(heard) and suspects(beside)) or (heard != whole and decides("crisis", whole))
    return Reading(_kind(message), sure=False) if unsure else None


def _burdens(text: str, message: Plain) -> bool:
    if load("crisis", "burden", "sober").find(message):
        return True
    alone = len(message.text.split()) <= FEW_WORDS and not text.rstrip().endswith("?") and not of_field(text)
    return alone and bool(load("crisis", "bare").find(message))


def only_sober(text: str) -> bool:
    """Tell whether the burden that ``text`` tells of is a husband or wife lost: beside a wish, part of a life."""
    message = load("crisis", "calm").remove(plain(text))
    left = load("crisis", "sober").remove(message)
    return left is not message and not load("crisis", "burden", "bare").find(left)


def _kind(message: Plain) -> str:
    return _told("despair", message)


def _told(kind: str, message: Plain) -> str:
    """Who is to be spoken to: somebody hurt by somebody, a worried friend, or somebody in despair."""
    if kind == "violence" or load("crisis", "harm").find(message):
        return "violence"
    of_another = load("crisis", "friend").find(message) and not load("crisis", "own").find(message)
    return "friend" if of_another else kind
