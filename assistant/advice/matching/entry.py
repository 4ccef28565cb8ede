"""Which level of education a qualification asks for at its entry, read from its record and the rules of the system."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import QualificationCategory

SECONDARY = 4
FIRST_CYCLE = 6
_SECONDARY = re.compile(r"wykształcenie średnie")
_FULL_LEVEL = re.compile(r"kwalifikacja pełna PRK ([1-8])")
_PRIMARY = re.compile(r"szkoła podstawowa")
_ONLY_FOR = re.compile(r"tylko (niepełnosprawni|niewidomi)")


@dataclass(frozen=True, slots=True)
class Entry:
    """``level``: PRK level of education asked for, 0 for none, ``None`` where the sources do not say.

    ``basis`` names what says so: ``record``, ``occupation`` or ``rule``, with its words or fact id in ``source``.
    """

    level: int | None = None
    basis: str = ""
    source: str = ""


def entry_of(record: Qualification, occupations: Iterable[Occupation]) -> Entry:
    """Return the entry condition on education: the record's own words first, then its occupations, then a rule.

    What no source says stays unknown: the records hold no rule for post-secondary schools.
    """
    if (level := _in_words(record.entry_conditions)) is not None:
        return Entry(level, "record", record.entry_conditions)
    if record.category is QualificationCategory.POSTGRADUATE:
        return Entry(6, "rule", "fact:R124")
    if record.category is QualificationCategory.DEGREE and record.prk_level == FIRST_CYCLE:
        return Entry(SECONDARY, "rule", "fact:C-matura-prk")
    return _of_school(record, tuple(occupations))


def reserved_for(occupation: Occupation) -> bool:
    """Tell whether the classification keeps the occupation for one group of people (fact:R057, fact:R058)."""
    return _ONLY_FOR.match(occupation.entry_restrictions) is not None


def _of_school(record: Qualification, occupations: tuple[Occupation, ...]) -> Entry:
    for occupation in occupations:
        if (level := _in_words(occupation.entry_restrictions)) is not None:
            return Entry(level, "occupation", occupation.entry_restrictions)
    courses = [occupation.kkz_allowed for occupation in occupations]
    if courses and all(courses) and record.kind == "partial":
        return Entry(0, "rule", "fact:R031")
    return Entry()


def _in_words(text: str) -> int | None:
    if found := _FULL_LEVEL.search(text):
        return int(found[1])
    if _SECONDARY.search(text):
        return SECONDARY
    return 2 if _PRIMARY.search(text) else None
