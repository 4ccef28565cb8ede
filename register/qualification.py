"""Qualification: one entry of the register, with the three-level tree of its learning outcomes."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, NonNegativeInt, PositiveInt, StringConstraints

from register.record import Link, Model, PrkLevel, Record, Text
from register.vocabulary import QualificationCategory, QualificationKind, QualificationStatus, RecordType

SCHOOL_CODE = r"^[A-Z]{3}\.\d{2}$"


class Criterion(Model):
    """Kryterium weryfikacji: what is checked to see that an outcome was reached."""

    text: Text


class Outcome(Model):
    """Efekt uczenia się."""

    text: Text
    criteria: tuple[Criterion, ...] = ()


class OutcomeSet(Model):
    """Zestaw efektów uczenia się; ``code`` as in ``INF.03.2`` where it has one."""

    title: Text
    code: str = ""
    outcomes: tuple[Outcome, ...] = ()


class Validity(Model):
    """How long the document is valid: the source's words and what can be computed with (``years`` or no limit)."""

    text: Text
    years: PositiveInt | None = None
    indefinite: bool = False
    renewal: str = ""


class BodyRef(Model):
    """An institution named by a record; ``id`` where it is a record of its own."""

    name: Text
    id: str | None = None
    note: str = ""


class Qualification(Record):
    """Kwalifikacja.

    ``register_id`` is the five-digit id of the cards (``zrk:13870``), ``api_id`` the smaller one of newer
    applications, ``code`` the official code (``INF.03``; for a full school qualification the occupation's).
    ``parts`` of a full qualification: each entry is one required qualification, as the ids that satisfy it
    (more than one where the source allows a choice). ``volume_hours`` is the notional effort, not a course length.
    """

    record_type: Literal[RecordType.QUALIFICATION] = RecordType.QUALIFICATION
    register_id: PositiveInt | None = None
    api_id: PositiveInt | None = None
    code: str = ""
    short_name: str = ""
    notice: Annotated[str, StringConstraints(pattern=r"^(M\.P\. \d{4} poz\. \d+)?$")] = ""
    kind: QualificationKind | None = None
    category: QualificationCategory | None = None
    prk_level: PrkLevel | None = None
    sectoral_framework: str = ""
    status: QualificationStatus | None = None
    included_on: date | None = None
    document: str = ""
    validity: Validity | None = None
    volume_hours: NonNegativeInt | None = None
    branch: str = ""
    branch_code: str = ""
    tasks: tuple[Text, ...] = ()
    target_groups: str = ""
    entry_conditions: str = ""
    validation_requirements: str = ""
    entitlements: str = ""
    outcome_sets: tuple[OutcomeSet, ...] = ()
    awarding_bodies: tuple[BodyRef, ...] = ()
    applicants: tuple[BodyRef, ...] = ()
    quality_bodies: tuple[BodyRef, ...] = ()
    isced: str = ""
    pkd: tuple[Text, ...] = ()
    occupations: tuple[Text, ...] = ()
    parts: tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...] = ()
    part_of: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Text, ...] = ()
    raw: dict[str, Any] = {}

    @property
    def obtainable(self) -> bool | None:
        """Whether one can apply for it now; ``None`` where the source does not say."""
        return None if self.status is None else self.status is QualificationStatus.FUNCTIONING
