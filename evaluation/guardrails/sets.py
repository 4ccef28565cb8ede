"""The sets: messages with the label a person gave them; and what the rails said of each."""

from enum import StrEnum
from pathlib import Path

from evaluation.lines import Row

DATA = Path(__file__).parent / "data"


class Label(StrEnum):
    """What a message is; ``allow`` is an ordinary one."""

    ALLOW = "allow"
    INJECTION = "injection"
    CRISIS = "crisis"
    ABUSE = "abuse"
    PII = "pii"
    OUT_OF_SCOPE = "out_of_scope"


class Message(Row):
    """One line of a set; ``spans`` must be masked, ``keep`` must stay."""

    id: str
    text: str
    label: Label
    lang: str = ""
    kind: str | None = ""
    spans: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


class Judged(Row):
    """What the rails made of one message; ``missed`` spans were left, ``wronged`` keeps were masked.

    ``noted``: it went on, with a sentence naming a help line beside the answer.
    """

    id: str
    text: str
    lang: str
    kind: str
    label: Label
    verdict: Label
    rail: str
    detail: str
    spans: int
    keep: int
    missed: tuple[str, ...]
    wronged: tuple[str, ...]
    ms: float
    noted: bool = False

    @property
    def right(self) -> bool:
        """Whether the verdict is the label, every span was masked and nothing that should stay."""
        return self.verdict is self.label and not self.missed and not self.wronged
