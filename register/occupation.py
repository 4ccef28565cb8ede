"""Occupation: a KZiS code with the year of its classification, and what schools teach for it."""

from typing import Annotated, Literal

from pydantic import Field, PositiveFloat, StringConstraints

from register.record import Model, PrkLevel, Record, Text
from register.vocabulary import MatchedBy, RecordType

KZIS_CODE = r"^\d{6}$"
Interest = Annotated[float, Field(ge=1, le=7)]


class Riasec(Model):
    """Holland interests of an occupation on O*NET's 1-7 scale, and how the rating was joined to it.

    ``how`` keeps the matching step as the source table names it; the ratings are of US occupations.
    """

    r: Interest
    i: Interest
    a: Interest
    s: Interest
    e: Interest
    c: Interest
    matched_by: MatchedBy
    how: Text


class Occupation(Record):
    """Zawód. ``classification_year`` belongs to ``code``: KZiS was replaced on 27 November 2025."""

    record_type: Literal[RecordType.OCCUPATION] = RecordType.OCCUPATION
    code: Annotated[str, StringConstraints(pattern=r"^(\d{6})?$")] = ""
    classification_year: int | None = None
    feminine: str = ""
    masculine: str = ""
    isco_group: Annotated[str, StringConstraints(pattern=r"^(\d{4})?$")] = ""
    school_occupation: bool = False
    withdrawn: bool = False
    withdrawn_note: str = ""
    branch: str = ""
    branch_code: str = ""
    school_types: tuple[Text, ...] = ()
    post_secondary_years: PositiveFloat | None = None
    full_prk_level: PrkLevel | None = None
    partial_levels: str = ""
    kkz_allowed: bool | None = None
    entry_restrictions: str = ""
    tasks: tuple[Text, ...] = ()
    riasec: Riasec | None = None
    full_qualification: str = ""
    qualifications: tuple[Annotated[tuple[Text, ...], Field(min_length=1)], ...] = ()
    qualifications_complete: bool | None = None
    notes: tuple[Text, ...] = ()
