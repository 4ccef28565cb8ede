"""The ways to an occupation's diploma: by a school that teaches it, or qualification by qualification."""

from collections.abc import Iterator

from assistant.advice.pathways.conditions import at_least, of_course, of_entry, of_extramural
from assistant.advice.pathways.goal import Get, Goal
from assistant.advice.pathways.model import Condition, Constraints, Met, Months, Schooling, Step, StepKind
from assistant.advice.pathways.rulebook import step
from register.occupation import Occupation
from register.qualification import Qualification

TECHNIKUM, BRANCH_1, BRANCH_2, POST_SECONDARY = "technikum", "BS I", "BS II", "szkoła policealna"
_MONTHS_A_YEAR = 12

Way = tuple[Step, ...]


def occupation_ways(goal: Goal, told: Constraints, get: Get) -> Iterator[Way]:
    """Yield every way to the diploma of the goal's occupation that what the person told does not rule out."""
    occupation = goal.occupation
    if occupation is None:
        return
    parts = missing_parts(goal, told)
    if not told.without_school:
        yield from _school_ways(goal, occupation, parts, told, get)
    if goal.parts:
        yield from _part_ways(occupation, parts, told, get)
    elif told.adult is not False and occupation.kkz_allowed:
        yield from _unnamed_part_ways(occupation, told)


def missing_parts(goal: Goal, told: Constraints) -> tuple[str, ...]:
    """Return the needed qualifications the person does not hold, the first of each choice."""
    return tuple(choice[0] for choice in goal.parts if not set(choice) & set(told.held))


def exams(parts: tuple[str, ...], kind: StepKind, get: Get, *conditions: Condition) -> Way:
    """Return an examination step for each qualification."""
    return tuple(step(kind, part, part_name(part, get), *conditions, documents=(part,)) for part in parts)


def course_and_exam(part: str, occupation: Occupation | None, told: Constraints, get: Get) -> Way:
    """Return the course for one qualification and the examination after it."""
    course = step(StepKind.KKZ, part, part_name(part, get), *of_course(part, occupation, told))
    return (course, *exams((part,), StepKind.SCHOOL_EXAM, get))


def _school_ways(
    goal: Goal, occupation: Occupation, parts: tuple[str, ...], told: Constraints, get: Get
) -> Iterator[Way]:
    has = told.schooling if told.schooling is not None else Schooling.PRIMARY
    entry = of_entry(occupation)
    examined = exams(parts, StepKind.SCHOOL_EXAM, get)
    if TECHNIKUM in occupation.school_types and has < Schooling.BASIC_VOCATIONAL:
        yield (step(StepKind.TECHNIKUM, occupation.id, occupation.name, *entry), *examined)
    if BRANCH_1 in occupation.school_types and has < Schooling.BASIC_VOCATIONAL:
        yield (step(StepKind.BRANCH_SCHOOL_1, occupation.id, occupation.name, *entry), *examined)
    if BRANCH_2 in occupation.school_types and has < Schooling.SECONDARY:
        yield from _second_degree(goal, occupation, told, get)
    if POST_SECONDARY in occupation.school_types:
        yield (*_before_post_secondary(told), _post_secondary(occupation, told), *examined)


def _second_degree(goal: Goal, occupation: Occupation, told: Constraints, get: Get) -> Iterator[Way]:
    """The second-degree branch school, after the first degree in an occupation that shares a qualification (R048)."""
    partners = [told.finished_occupation] if told.finished_occupation else _partners(goal, occupation, get)
    for partner_id in partners[:1]:
        partner = get(partner_id)
        if not isinstance(partner, Occupation) or not _shared(goal, partner):
            continue
        first: Way = ()
        done = set(told.held)
        if not told.finished_occupation:
            own = tuple(choice[0] for choice in partner.qualifications)
            done |= set(own)
            first = (
                step(StepKind.BRANCH_SCHOOL_1, partner.id, partner.name, *of_entry(partner)),
                *exams(own, StepKind.SCHOOL_EXAM, get),
            )
        rest = tuple(choice[0] for choice in goal.parts if not set(choice) & done)
        recent = Condition(key="first_degree_within_five_years", source="fact:R048")
        second = step(StepKind.BRANCH_SCHOOL_2, occupation.id, occupation.name, recent)
        yield (*first, second, *exams(rest, StepKind.SCHOOL_EXAM, get))


def _before_post_secondary(told: Constraints) -> Way:
    if told.schooling is None or told.schooling >= Schooling.SECONDARY:
        return ()
    return (step(StepKind.GENERAL_SCHOOL, "fact:C-liceum", ""),)


def _post_secondary(occupation: Occupation, told: Constraints) -> Step:
    years = occupation.post_secondary_years
    known = Months(low=round(years * _MONTHS_A_YEAR), high=round(years * _MONTHS_A_YEAR)) if years else None
    entry = Condition(key="admission_unknown", source="fact:C-policealna", met=Met.UNKNOWN)
    told_nothing = () if told.schooling is not None else (entry,)
    return step(
        StepKind.POST_SECONDARY,
        occupation.id,
        occupation.name,
        *of_entry(occupation),
        *told_nothing,
        months=known,
        documents=(occupation.id,),
    )


def _part_ways(occupation: Occupation, parts: tuple[str, ...], told: Constraints, get: Get) -> Iterator[Way]:
    ends = tuple(_endings(occupation, told))
    if not parts:
        yield from ends
        return
    if told.adult is False:
        return
    if occupation.kkz_allowed is not False and not told.without_course:
        courses = tuple(one for part in parts for one in course_and_exam(part, occupation, told, get))
        yield from ((*courses, *end) for end in ends)
    extramural = exams(parts, StepKind.EXTRAMURAL_EXAM, get, *of_extramural(told))
    yield from ((*extramural, *end) for end in ends)


def _unnamed_part_ways(occupation: Occupation, told: Constraints) -> Iterator[Way]:
    """The ways of adults to an occupation whose qualifications the data do not name: by courses, by exams alone.

    Where there are no courses, such an exam is too doubtful to be shown.
    """
    ends = tuple(_endings(occupation, told))
    if not told.without_course:
        courses = step(StepKind.PARTS_COURSES, occupation.id, occupation.name, *of_course("", occupation, told))
        yield from ((courses, *end) for end in ends)
    extramural = step(StepKind.PARTS_EXTRAMURAL, occupation.id, occupation.name, *of_extramural(told))
    yield from ((extramural, *end) for end in ends)


def _endings(occupation: Occupation, told: Constraints) -> Iterator[Way]:
    """Yield what follows the examinations: the education the diploma asks for, and the diploma."""
    needed = Schooling.BASIC_VOCATIONAL if BRANCH_1 in occupation.school_types else Schooling.SECONDARY
    diploma_id = occupation.full_qualification or occupation.id
    diploma = step(StepKind.DIPLOMA, diploma_id, occupation.name, at_least(needed, "fact:R014", told))
    if told.schooling is None or told.schooling >= needed:
        yield (diploma,)
        return
    diploma = step(StepKind.DIPLOMA, diploma_id, occupation.name)
    basic = needed is Schooling.BASIC_VOCATIONAL
    examined = StepKind.BASIC_EDUCATION_EXAMS if basic else StepKind.SECONDARY_EDUCATION_EXAMS
    yield (step(examined, "fact:R050" if basic else "fact:R051", ""), diploma)
    if not told.without_school and not basic:
        yield (step(StepKind.GENERAL_SCHOOL, "fact:C-liceum", ""), diploma)


def _partners(goal: Goal, occupation: Occupation, get: Get) -> list[str]:
    """Return the occupations of first-degree branch schools that share a needed qualification with the goal."""
    parts = (get(part) for choice in goal.parts for part in choice)
    owners = [owner for part in parts if isinstance(part, Qualification) for owner in part.occupations]
    found = (get(owner) for owner in dict.fromkeys(owners) if owner != occupation.id)
    return sorted(
        item.id
        for item in found
        if isinstance(item, Occupation) and BRANCH_1 in item.school_types and not item.withdrawn and _shared(goal, item)
    )


def _shared(goal: Goal, partner: Occupation) -> bool:
    needed = {part for choice in goal.parts for part in choice}
    return any(part in needed for choice in partner.qualifications for part in choice)


def part_name(record_id: str, get: Get) -> str:
    """Return the code, as schools speak of it, and the name."""
    record = get(record_id)
    code = record_id.partition(":")[2]
    return f"{code} {record.name}" if record and record.name != code else code
