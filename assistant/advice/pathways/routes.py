"""The best few of all ways to a goal, each another kind of way.

Order (our own rule): conditions the person does not meet; conditions about years gone by that the person has not spoken
of, and being of age where primary school is all they have told, since most who leave it are not; the known time, a
step without one counted as ``ASSUMED_MONTHS`` for the order alone and never shown; the number of steps; ids, so that
the order is always the same.
"""

from assistant.advice.pathways.conditions import OF_AGE
from assistant.advice.pathways.goal import Get, Goal
from assistant.advice.pathways.model import (
    MOMENTS,
    Constraints,
    Foreign,
    Met,
    Pathways,
    Route,
    Schooling,
    Step,
    StepKind,
)
from assistant.advice.pathways.rulebook import step
from assistant.advice.pathways.single import qualification_ways
from assistant.advice.pathways.ways import missing_parts, occupation_ways

MOST_ROUTES = 3
ASSUMED_MONTHS = 6
_OF_THE_PAST = frozenset({"two_years_in_occupation", "first_degree_within_five_years"})
# Steps that many ways share; what is left of a way tells it from another.
_COMMON = MOMENTS | {
    StepKind.GENERAL_SCHOOL,
    StepKind.BASIC_EDUCATION_EXAMS,
    StepKind.SECONDARY_EDUCATION_EXAMS,
    StepKind.RECOGNISE_SCHOOL,
    StepKind.RECOGNISE_DEGREE,
}
_RECOGNITION = {Foreign.SCHOOL: StepKind.RECOGNISE_SCHOOL, Foreign.DEGREE: StepKind.RECOGNISE_DEGREE}


def career_pathways(goal: Goal, told: Constraints, get: Get, most: int = MOST_ROUTES) -> Pathways:
    """Return up to ``most`` routes to ``goal``; a wish that leaves none is answered with a note that says which."""
    if _held(goal, told):
        return Pathways(goal_id=goal.id, goal_name=goal.record.name, notes=("held_already",))
    found = [Route(steps=(*_recognition(told), *way)) for way in _ways(goal, told, get)]
    routes = sorted(found, key=lambda route: _order(route, told))
    in_time = [route for route in routes if not told.most_months or route.months.low <= told.most_months]
    chosen = _of_different_kinds(in_time)[:most]
    return Pathways(
        goal_id=goal.id,
        goal_name=goal.record.name,
        routes=tuple(chosen),
        notes=tuple(_notes(goal, told, routes, in_time)),
    )


def _ways(goal: Goal, told: Constraints, get: Get) -> list[tuple[Step, ...]]:
    yielded = occupation_ways(goal, told, get) if goal.occupation else qualification_ways(goal, told, get)
    held = set(told.held)
    return [way for way in dict.fromkeys(yielded) if not held & {one.record_id for one in way}]


def _held(goal: Goal, told: Constraints) -> bool:
    diploma = {goal.occupation.id, goal.occupation.full_qualification} if goal.occupation else set()
    return bool(({goal.id} | diploma) & set(told.held))


def _recognition(told: Constraints) -> tuple[Step, ...]:
    if told.foreign is None:
        return ()
    kind = _RECOGNITION[told.foreign]
    source = "fact:R117" if told.foreign is Foreign.SCHOOL else "fact:R115"
    return (step(kind, source, ""),)


def _order(route: Route, told: Constraints) -> tuple[int, int, float, int, str]:
    asked = route.conditions
    unmet = sum(condition.met is Met.NO for condition in asked)
    counted = _OF_THE_PAST | ({OF_AGE} if told.schooling is Schooling.PRIMARY else frozenset())
    unspoken = sum(condition.met is Met.UNKNOWN and condition.key in counted for condition in asked)
    expected = (route.months.low + route.months.high) / 2 + ASSUMED_MONTHS * route.untimed
    ids = " ".join(f"{one.kind}:{one.record_id}" for one in route.steps)
    return unmet, unspoken, expected, len(route.steps), ids


def _of_different_kinds(routes: list[Route]) -> list[Route]:
    seen: dict[frozenset[StepKind], Route] = {}
    for route in routes:
        seen.setdefault(frozenset(one.kind for one in route.steps) - _COMMON, route)
    return list(seen.values())


def _notes(goal: Goal, told: Constraints, routes: list[Route], in_time: list[Route]) -> list[str]:
    notes = []
    if goal.occupation and not goal.parts:
        notes.append("parts_unknown")
    if goal.parts and not missing_parts(goal, told):
        notes.append("all_parts_held")
    if routes and not in_time:
        notes.append("none_in_time")
    if not routes:
        notes.append("none_as_wished" if told.without_school or told.without_course else "no_rule")
    if told.adult is False and goal.occupation:
        notes.append("more_when_adult")
    return notes
