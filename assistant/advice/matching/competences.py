"""What a holder can do, statement by statement: the vocabulary that skills are compared with."""

from collections.abc import Iterator
from dataclasses import dataclass

from register.library import AnyRecord
from register.occupation import Occupation
from register.qualification import Qualification

COVERED_FROM = 0.6
PARTLY_FROM = 0.35
"""Likeness (``phrases``) from which a statement counts as covered, or as covered in part (docs/advice.md)."""

CREDIT = {"covered": 1.0, "partly": 0.5, "missing": 0.0}


@dataclass(frozen=True, slots=True)
class Competence:
    """One statement of a record; ``number`` counts from 1 in the record's own order."""

    record_id: str
    number: int
    text: str

    @property
    def id(self) -> str:
        """The statement's address: ``zrk:INF.03#3``."""
        return f"{self.record_id}#{self.number}"


def competences_of(record: AnyRecord) -> tuple[Competence, ...]:
    """Return the statements of a qualification (outcomes, else titles of sets; tasks) or the tasks of an occupation."""
    texts: dict[str, str] = {}
    for text in _texts(record):
        texts.setdefault(text.casefold(), text)
    return tuple(Competence(record.id, number, text) for number, text in enumerate(texts.values(), start=1))


def degree_of(likeness: float) -> str:
    """Name how far a statement is covered: ``covered``, ``partly`` or ``missing``."""
    if likeness >= COVERED_FROM:
        return "covered"
    return "partly" if likeness >= PARTLY_FROM else "missing"


def _texts(record: AnyRecord) -> Iterator[str]:
    match record:
        case Qualification():
            for part in record.outcome_sets:
                yield from (outcome.text for outcome in part.outcomes) if part.outcomes else (part.title,)
            yield from record.tasks
        case Occupation():
            yield from record.tasks
        case _:
            return
