"""One person's way through the questionnaire: an immutable state that is JSON, and how far it is.

A session knows items by id and holds nothing about the person but the answers; it has no clock, so one taken up a
week later goes on where it was left.
"""

from enum import StrEnum
from typing import Literal

from assistant.advice.interests.scoring import Response
from register.record import Model

SHORT_ROUNDS = 3
EARLIEST_END = 12
TYPICAL_LENGTH = 15
"""What "about" says at first. Mean length of simulated people: 13.7 to 16.3 (docs/advice.md)."""

LARGEST_JSON = 20_000


class Form(StrEnum):
    """``short``: three items a type, may end early; ``full``: the whole bank."""

    SHORT = "short"
    FULL = "full"


class Session(Model):
    """The state; only ``Questionnaire`` makes the next one. ``bank`` is the id of the item bank it was begun with."""

    format: Literal[1] = 1
    bank: str
    form: Form = Form.SHORT
    responses: tuple[Response, ...] = ()
    paused: bool = False


class Length(StrEnum):
    """How certain ``Progress.total`` is; names the phrase ``interests.progress.<length>``."""

    ABOUT = "about"
    AT_MOST = "at_most"
    EXACT = "exact"
    FINISHED = "finished"


class Progress(Model):
    """Values for "question 5 of about 15": ``number`` of the question asked now, or of questions asked in all."""

    number: int
    total: int
    length: Length

    @property
    def phrase(self) -> str:
        """The key of the text for people; it takes ``number`` and ``total``."""
        return f"interests.progress.{self.length.value}"
