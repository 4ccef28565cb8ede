"""Feelings about school, exams and a choice that are no danger: they get a warm word, and the question its answer."""

from guardrails.lexicon import load
from guardrails.normalise import plain


def feeling_in(text: str) -> str:
    """Return which feeling ``text`` tells of, by its group in ``data/feelings.yaml``, or an empty string."""
    return load("feelings").find(plain(text))


def beside_feeling(text: str) -> str:
    """Return what ``text`` says beside its feelings, in plain spelling."""
    return load("feelings").remove(plain(text)).text.strip()
