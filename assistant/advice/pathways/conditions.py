"""What steps ask for, each with the fact or record that says so, weighed against what the person told."""

from assistant.advice.pathways.model import Condition, Constraints, Met, Schooling
from register.occupation import Occupation
from register.qualification import Qualification

OF_AGE = "adult"
YEARS_FOR_EXTRAMURAL = 2
"""Years of learning or work in the occupation (fact:R025)."""

# Courses that ask for more than being of age: occupation or qualification → text, fact.
_COURSE_EXTRAS = {
    "zrk:TDR.02": ("driving_licence_c", "fact:R033"),
    "kzis:324002": ("secondary_education", "fact:R032"),
    "kzis:341201": ("secondary_education", "fact:R032"),
    "kzis:341204": ("secondary_education", "fact:R032"),
}


def of_age(source: str, told: Constraints) -> Condition:
    """Being of age, where ``source`` asks for it."""
    return Condition(key=OF_AGE, source=source, met=_met(told.adult))


def at_least(schooling: Schooling, source: str, told: Constraints) -> Condition:
    """Having ``schooling`` or more."""
    met = None if told.schooling is None else told.schooling >= schooling
    return Condition(key=f"{schooling.name.lower()}_education", source=source, met=_met(met))


def of_course(part: str, occupation: Occupation | None, told: Constraints) -> tuple[Condition, ...]:
    """What a vocational qualification course asks for: being of age, a doctor's note, sometimes more."""
    found = [of_age("fact:R031", told), Condition(key="medical_certificate", source="fact:R041")]
    for key in (part, occupation.id if occupation else ""):
        if key in _COURSE_EXTRAS:
            text, source = _COURSE_EXTRAS[key]
            more = at_least(Schooling.SECONDARY, source, told)
            found.append(more if text == more.key else Condition(key=text, source=source))
    return tuple(found)


def of_extramural(told: Constraints) -> tuple[Condition, ...]:
    """What the extramural examination asks for."""
    years = told.years_in_occupation
    return (
        of_age("fact:R025", told),
        at_least(Schooling.PRIMARY, "fact:R025", told),
        Condition(
            key="two_years_in_occupation",
            source="fact:R025",
            met=_met(None if years is None else years >= YEARS_FOR_EXTRAMURAL),
        ),
        Condition(key="not_on_excluded_list", source="fact:R028"),
    )


def of_entry(record: Occupation | Qualification) -> tuple[Condition, ...]:
    """What the record itself says about who may enter, in its own words."""
    words = record.entry_restrictions if isinstance(record, Occupation) else record.entry_conditions
    return (Condition(key="as_recorded", source=record.id, quoted=words),) if words else ()


def _met(told: bool | None) -> Met:
    if told is None:
        return Met.UNKNOWN
    return Met.YES if told else Met.NO
