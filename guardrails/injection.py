"""Attempts to take over or unmask the assistant: plain, disguised, encoded, or hidden in pasted text."""

from dataclasses import dataclass
from functools import lru_cache

from guardrails.decoding import MOST, readings
from guardrails.frame import Action, Verdict
from guardrails.lexicon import load
from guardrails.normalise import Plain, plain
from guardrails.weighing import decides, doubts_orders, left_of
from register.vocabulary import AnswerStatus

_HIDDEN = "<!--"
"""A comment nobody sees on a page: an order in one is meant for a model, whatever stands around it."""


@dataclass(frozen=True, slots=True)
class Injection:
    """Ends the turn with a calm word about what the assistant is for; ``detail`` says how it was seen."""

    name: str = "injection"

    def __call__(self, text: str) -> Verdict:
        """Refuse ``text`` or let it pass unchanged."""
        seen = recognise(text)
        if not seen:
            return Verdict(Action.PASSED, text)
        return Verdict(
            Action.ENDED, text, detail=seen, status=AnswerStatus.REFUSED_INJECTION, phrase="rails.injection.refused"
        )


def recognise(text: str) -> str:
    """Return ``phrase``, ``encoded`` or ``classifier``, or an empty string."""
    if has_phrase(text) and (_HIDDEN in text or not doubts_orders(text)):
        return "phrase"
    if _decoded_gives_orders(text):
        return "encoded"
    return "classifier" if decides("injection", left_of(text, _without_harmless(text))) else ""


@lru_cache(maxsize=64)
def has_phrase(text: str) -> bool:
    """Tell whether ``text`` as written holds a phrase of ``data/injection.yaml``; kept, since two rails ask."""
    return bool(load("injection", "injection").find(_without_harmless(text)))


def _without_harmless(text: str) -> Plain:
    return load("injection", "harmless").remove(plain(text))


def gives_orders(text: str) -> bool:
    """Tell whether ``text``, read plainly or decoded, holds a phrase of an attack; the classifier is not asked.

    A text with more than ``MOST`` readings hides something, whatever it says.
    """
    return has_phrase(text) or _decoded_gives_orders(text)


def _decoded_gives_orders(text: str) -> bool:
    return any(place >= MOST or has_phrase(reading) for place, reading in enumerate(readings(text)))
