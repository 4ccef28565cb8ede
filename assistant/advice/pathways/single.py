"""The ways to one qualification of its own: a part of an occupation, a market, craft or academic qualification."""

from collections.abc import Iterator

from assistant.advice.pathways.conditions import at_least, of_entry, of_extramural
from assistant.advice.pathways.goal import Get, Goal
from assistant.advice.pathways.model import Condition, Constraints, Schooling, Step, StepKind
from assistant.advice.pathways.rulebook import step
from assistant.advice.pathways.ways import BRANCH_1, TECHNIKUM, Way, course_and_exam, exams
from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import QualificationCategory, QualificationKind

_MASTER, _JOURNEYMAN, _SPECIALIST = "mistrz", "czeladnicz", "dyplomowanego specjalisty"


def qualification_ways(goal: Goal, told: Constraints, get: Get) -> Iterator[Way]:
    """Yield every way to the goal's own qualification; none for a kind that no rule of ours speaks of."""
    wanted = goal.qualification
    if wanted is None or wanted.id in told.held:
        return
    match wanted.category:
        case QualificationCategory.SCHOOL if wanted.kind is QualificationKind.PARTIAL:
            yield from _school_part(wanted, told, get)
        case QualificationCategory.MARKET | QualificationCategory.SECTORAL:
            yield (_validation(wanted),)
        case QualificationCategory.CRAFT:
            yield from _craft(wanted)
        case QualificationCategory.DEGREE | QualificationCategory.POSTGRADUATE if not told.without_school:
            yield from _academic(wanted, told)
        case _:
            return


def _school_part(wanted: Qualification, told: Constraints, get: Get) -> Iterator[Way]:
    owners = [record for owner in wanted.occupations if isinstance(record := get(owner), Occupation)]
    closed = bool(owners) and all(owner.kkz_allowed is False for owner in owners)
    if told.adult is not False and not closed and not told.without_course:
        yield course_and_exam(wanted.id, owners[0] if len(owners) == 1 else None, told, get)
    if told.adult is not False:
        yield exams((wanted.id,), StepKind.EXTRAMURAL_EXAM, get, *of_extramural(told))
    if told.without_school or (told.schooling or Schooling.PRIMARY) >= Schooling.SECONDARY:
        return
    for owner in owners:
        if {BRANCH_1, TECHNIKUM} & set(owner.school_types):
            kind = StepKind.BRANCH_SCHOOL_1 if BRANCH_1 in owner.school_types else StepKind.TECHNIKUM
            taught = step(kind, owner.id, owner.name, *of_entry(owner))
            yield (taught, *exams((wanted.id,), StepKind.SCHOOL_EXAM, get))


def _validation(wanted: Qualification) -> Step:
    """Validation needs no course (R091); whether one can apply now stands in the record or is said to be unknown."""
    functioning = () if wanted.obtainable else (Condition(key="functioning_unknown", source="fact:R093"),)
    return step(StepKind.VALIDATION, wanted.id, wanted.name, *of_entry(wanted), *functioning, documents=(wanted.id,))


def _craft(wanted: Qualification) -> Iterator[Way]:
    name = wanted.name.casefold()
    if _MASTER in name:
        yield (step(StepKind.MASTER_EXAM, wanted.id, wanted.name, *_craft_entry(wanted), documents=(wanted.id,)),)
    elif _JOURNEYMAN in name:
        yield (step(StepKind.JOURNEYMAN_EXAM, wanted.id, wanted.name, *_craft_entry(wanted), documents=(wanted.id,)),)


def _craft_entry(wanted: Qualification) -> tuple[Condition, ...]:
    return of_entry(wanted) or (Condition(key="chamber_conditions", source="fact:C-egzamin-czeladniczy-kto"),)


def _academic(wanted: Qualification, told: Constraints) -> Iterator[Way]:
    if _SPECIALIST in wanted.name.casefold():
        yield (step(StepKind.SPECIALIST, wanted.id, wanted.name, documents=(wanted.id,)),)
    elif wanted.category is QualificationCategory.POSTGRADUATE:
        entry = at_least(Schooling.FIRST_DEGREE, "fact:R124", told)
        yield (step(StepKind.POSTGRADUATE, wanted.id, wanted.name, entry, documents=(wanted.id,)),)
    else:
        entry = at_least(Schooling.SECONDARY, "fact:C-branzowa-a-studia", told)
        before = _before_studies(told)
        yield (*before, step(StepKind.DEGREE, wanted.id, wanted.name, *(() if before else (entry,))))


def _before_studies(told: Constraints) -> Way:
    if told.schooling is None or told.schooling >= Schooling.SECONDARY:
        return ()
    return (step(StepKind.GENERAL_SCHOOL, "fact:C-liceum", ""),)
