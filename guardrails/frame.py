"""The frame every rail fits: a callable that takes a text and gives a verdict."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from register.evidence import Evidence
from register.vocabulary import AnswerStatus

HANDLE = re.compile(r"\[([a-z]\d{1,3})\]")


class Action(StrEnum):
    """What a verdict asks for: go on, go on and tell the user something beside the answer, go on with a changed
    text, leave the sentence out, end the turn.
    """

    PASSED = "passed"
    NOTED = "noted"
    MASKED = "masked"
    DROPPED = "dropped"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One rail's word. ``text`` is what goes on; ``detail`` is for the log and never holds the user's text.

    ``status`` ends the turn; ``phrase`` is the key of the text for the user (``prompts``).
    """

    action: Action
    text: str
    detail: str = ""
    status: AnswerStatus | None = None
    phrase: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)


class InputRail(Protocol):
    """Looks at the user's message before anything else sees it."""

    @property
    def name(self) -> str:
        """The rail's name in reports."""
        ...

    def __call__(self, text: str) -> Verdict:
        """Judge one message."""
        ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a draft and the handles it cites, in the order of the text."""

    text: str
    handles: tuple[str, ...] = ()


class OutputRail(Protocol):
    """Looks at one sentence of an answer before the user sees it; ``evidence`` is by handle."""

    @property
    def name(self) -> str:
        """The rail's name in reports."""
        ...

    def __call__(self, sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verdict:
        """Judge one sentence."""
        ...


@dataclass(frozen=True, slots=True)
class RailReport:
    """A rail that did something, as the answer reports it."""

    rail: str
    action: Action
    detail: str


@dataclass(frozen=True, slots=True)
class Screened:
    """A message after all input rails: the text that may go on, the reports, and the verdict that ended the turn.

    ``notices`` are verdicts that let the message go on and have something to tell the user.
    """

    text: str
    reports: tuple[RailReport, ...]
    ended_by: Verdict | None
    notices: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """A sentence after all output rails; ``kept`` is false when it must not be shown."""

    sentence: Sentence
    reports: tuple[RailReport, ...]
    kept: bool


def screen(rails: Iterable[InputRail], text: str) -> Screened:
    """Run the input rails in order; the first that ends the turn is the last that runs."""
    reports: list[RailReport] = []
    notices: list[Verdict] = []
    for rail in rails:
        verdict = rail(text)
        if verdict.action is not Action.PASSED:
            reports.append(RailReport(rail.name, verdict.action, verdict.detail))
        if verdict.action is Action.ENDED:
            return Screened(verdict.text, tuple(reports), verdict, tuple(notices))
        if verdict.action in (Action.MASKED, Action.NOTED) and verdict.phrase:
            notices.append(verdict)
        text = verdict.text
    return Screened(text, tuple(reports), None, tuple(notices))


def verify(rails: Iterable[OutputRail], sentence: Sentence, evidence: Mapping[str, Evidence]) -> Verified:
    """Run the output rails over one sentence; each sees what the one before left of it."""
    reports: list[RailReport] = []
    for rail in rails:
        verdict = rail(sentence, evidence)
        if verdict.action is not Action.PASSED:
            reports.append(RailReport(rail.name, verdict.action, verdict.detail))
        if verdict.action in (Action.DROPPED, Action.ENDED):
            return Verified(sentence, tuple(reports), kept=False)
        if verdict.text != sentence.text:
            sentence = replace(sentence, text=verdict.text, handles=handles_of(verdict.text))
    return Verified(sentence, tuple(reports), kept=True)


def handles_of(text: str) -> tuple[str, ...]:
    """Return the handles cited in ``text``, each once, in order."""
    return tuple(dict.fromkeys(HANDLE.findall(text)))
