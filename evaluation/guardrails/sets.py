"""The sets: messages with the label a person gave them; and what the rails said of each."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

DATA = Path(__file__).parent / "data"


class SetError(ValueError):
    """A set that cannot be used; the message names the file and the line."""


class Label(StrEnum):
    """What a message is; ``allow`` is an ordinary one."""

    ALLOW = "allow"
    INJECTION = "injection"
    CRISIS = "crisis"
    ABUSE = "abuse"
    PII = "pii"
    OUT_OF_SCOPE = "out_of_scope"


class Row(BaseModel):
    """Frozen; unknown keys are ignored, so that richer sets run too."""

    model_config = ConfigDict(frozen=True, extra="ignore")


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


def read_set(path: Path) -> Iterator[Message]:
    """Yield the messages of a set; raises ``SetError`` and ``OSError``."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield Message.model_validate(json.loads(line))
            except (ValidationError, ValueError) as error:
                raise SetError(f"{path.name}, line {number}: {str(error).splitlines()[0]}") from error
