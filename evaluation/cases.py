"""Scripted cases: what the user says turn by turn and what is expected, and what a run keeps of them."""

from abc import ABC, abstractmethod

from evaluation.expectations import Expect
from evaluation.lines import Row
from evaluation.turns import Turn
from register.vocabulary import Audience, Language


class Line(Row):
    """What the user says and what is expected of the answer."""

    user: str
    expect: Expect = Expect()


class Script(Row):
    """One case; ``asked_language`` is asked for outright, otherwise the assistant finds out."""

    id: str
    turns: tuple[Line, ...]
    audience: Audience | None = None
    language: str = ""
    asked_language: Language | None = None
    kind: str = ""


class ScriptedRow(Row, ABC):
    """A line of a set that can be played."""

    id: str

    @abstractmethod
    def script(self) -> Script:
        """Return it as a case."""


class Played(Row):
    """One turn of a case; ``dead`` are expected records that the register no longer has."""

    expect: Expect
    turn: Turn
    dead: tuple[str, ...] = ()


class Case(Row):
    """A case as a run keeps it."""

    id: str
    audience: str = ""
    language: str = ""
    kind: str = ""
    turns: tuple[Played, ...]
