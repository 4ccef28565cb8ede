"""What a pathway leads to, read from the record of an occupation or a qualification."""

from collections.abc import Callable
from dataclasses import dataclass

from register.library import AnyRecord
from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import QualificationCategory, QualificationKind

Get = Callable[[str], AnyRecord | None]
"""Gives a record by its id, or ``None``."""


class NoGoalError(ValueError):
    """A record no pathway leads to; the message is a key of ``pathways.note``."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Either an ``occupation`` with the qualifications its diploma needs, or a single ``qualification``.

    ``parts``: for each needed qualification the ids that satisfy it, one where there is no choice.
    """

    record: Occupation | Qualification
    occupation: Occupation | None = None
    qualification: Qualification | None = None
    parts: tuple[tuple[str, ...], ...] = ()

    @property
    def id(self) -> str:
        """The id of the record the person asked for."""
        return self.record.id


def goal_of(record: AnyRecord | None, get: Get) -> Goal:
    """Read the goal; raises ``NoGoalError`` (``unknown``, ``withdrawn``, ``not_a_goal``)."""
    match record:
        case None:
            raise NoGoalError("unknown")
        case Occupation() if record.withdrawn:
            raise NoGoalError("withdrawn")
        case Occupation():
            return Goal(record, occupation=record, parts=record.qualifications)
        case Qualification() if _is_school_diploma(record):
            return _of_diploma(record, get)
        case Qualification():
            return Goal(record, qualification=record)
        case _:
            raise NoGoalError("not_a_goal")


def _is_school_diploma(record: Qualification) -> bool:
    return record.category is QualificationCategory.SCHOOL and record.kind is QualificationKind.FULL


def _of_diploma(record: Qualification, get: Get) -> Goal:
    found = (get(occupation) for occupation in record.occupations)
    occupation = next((item for item in found if isinstance(item, Occupation)), None)
    if occupation is None:
        raise NoGoalError("not_a_goal")
    return Goal(record, occupation=occupation, parts=record.parts or occupation.qualifications)
