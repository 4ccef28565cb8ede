"""The sets: answers with their evidence and labelled sentences, one JSON object a line; and what a run said of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from register.evidence import Evidence
from register.vocabulary import RecordType

DATA = Path(__file__).parent / "data"


class SetError(ValueError):
    """A set that cannot be used; the message names the file and the line."""


class Row(BaseModel):
    """Frozen; unknown keys are ignored, so that richer sets run too."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Record(Row):
    """One record of an answer's evidence."""

    handle: str
    title: str = ""
    text: str = ""
    facts: dict[str, Any] = {}
    kind: RecordType = RecordType.QUALIFICATION
    record_id: str = ""
    url: str = ""
    as_of: str = ""

    def as_evidence(self) -> Evidence:
        """Return the record as a turn would hold it."""
        record_id = self.record_id or f"set:{self.handle}"
        return Evidence(**{**self.model_dump(), "record_id": record_id})


class Labelled(Row):
    """A sentence and whether its evidence bears it out; ``error`` names the planted error."""

    text: str
    supported: bool
    error: str = ""


class Answered(Row):
    """One line of a set."""

    id: str
    language: str = ""
    evidence: tuple[Record, ...]
    sentences: tuple[Labelled, ...]


class Judged(Row):
    """What the rails said of one sentence: which rail stopped it and why, and the milliseconds it took."""

    answer: str
    language: str
    text: str
    supported: bool
    error: str
    stopped: bool
    rail: str
    reason: str
    ms: float


def read_set(path: Path) -> Iterator[Answered]:
    """Yield the answers of a set; raises ``SetError`` and ``OSError``."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield Answered.model_validate(json.loads(line))
            except (ValidationError, ValueError) as error:
                raise SetError(f"{path.name}, line {number}: {str(error).splitlines()[0]}") from error
