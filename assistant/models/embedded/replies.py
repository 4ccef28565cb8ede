"""Short answers to the assistant's own question: of the questionnaire, or to an offer."""

import re
from functools import cache
from pathlib import Path

import yaml

from retrieval.analysis import fold, normalise

FILE = Path(__file__).with_name("replies.yaml")
_DIGIT = re.compile(r"^\D{0,12}([1-5])\D{0,12}$")
_LONGEST = 40
_STEPS = ("5", "4", "3", "2", "1", "skip", "back", "pause")


def step_of(message: str) -> tuple[str, int | None] | None:
    """Return the step of the questionnaire a message is (``answer`` with its number, ``skip`` …), or ``None``."""
    plain = _plain(message)
    if found := _DIGIT.match(plain):
        return "answer", int(found[1])
    key = next((key for key in _STEPS if plain in _said(key)), "")
    if key.isdigit():
        return "answer", int(key)
    return (key, None) if key else None


def agrees(message: str) -> bool:
    """Tell whether a message says yes to an offer."""
    return _plain(message) in _said("yes")


def _plain(message: str) -> str:
    return " ".join(re.sub(r"[^\w'\s]", " ", fold(normalise(message[:_LONGEST]))).split())


@cache
def _said(key: str) -> frozenset[str]:
    return frozenset(fold(normalise(str(text))) for text in yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)[key])
