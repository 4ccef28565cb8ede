"""The sets: answers with their evidence and labelled sentences, one JSON object a line; and what a run said of them."""

from pathlib import Path
from typing import Any

from evaluation.lines import Row
from evaluation.turns import Read
from register.evidence import Evidence
from register.vocabulary import RecordType

DATA = Path(__file__).parent / "data"


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
        return Evidence(**{**self.model_dump(exclude=set(self.model_extra or ())), "record_id": record_id})


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
    """What the rails said of one sentence: which rail stopped it and why, and the milliseconds it took.

    ``evidence`` is kept where the rails were wrong, to be read; ``number`` counts the sentences of the answer.
    """

    answer: str
    number: int = 0
    language: str
    text: str
    supported: bool
    error: str
    stopped: bool
    rail: str
    reason: str
    ms: float
    evidence: tuple[Read, ...] = ()

    @property
    def right(self) -> bool:
        """Whether an unsupported sentence was stopped or a supported one let through."""
        return self.stopped is not self.supported


class Checked(Row):
    """An answer as a run keeps it: what the rails said of each of its sentences."""

    id: str
    sentences: tuple[Judged, ...]
