"""The shapes of a pathway: where a person stands, the steps of a route, what each asks for and rests on."""

from enum import IntEnum, StrEnum
from typing import Annotated

from pydantic import Field

from register.record import Model


class Schooling(IntEnum):
    """Education one has, in the order the school system builds on (facts R050, R051, C-poziomy-szkol)."""

    NONE = 0
    PRIMARY = 1
    BASIC_VOCATIONAL = 2
    SECONDARY = 3
    FIRST_DEGREE = 4
    SECOND_DEGREE = 5


class Foreign(StrEnum):
    """Papers from another country that a route has to begin with."""

    SCHOOL = "school"
    DEGREE = "degree"


class StepKind(StrEnum):
    """The closed list of steps; each has its rules in ``rules.yaml`` and its words in ``pathways.step``."""

    TECHNIKUM = "technikum"
    BRANCH_SCHOOL_1 = "branch_school_1"
    BRANCH_SCHOOL_2 = "branch_school_2"
    POST_SECONDARY = "post_secondary"
    GENERAL_SCHOOL = "general_school"
    KKZ = "kkz"
    SCHOOL_EXAM = "school_exam"
    EXTRAMURAL_EXAM = "extramural_exam"
    PARTS_COURSES = "parts_courses"
    PARTS_EXTRAMURAL = "parts_extramural"
    BASIC_EDUCATION_EXAMS = "basic_education_exams"
    SECONDARY_EDUCATION_EXAMS = "secondary_education_exams"
    DIPLOMA = "diploma"
    VALIDATION = "validation"
    JOURNEYMAN_EXAM = "journeyman_exam"
    MASTER_EXAM = "master_exam"
    DEGREE = "degree"
    POSTGRADUATE = "postgraduate"
    SPECIALIST = "specialist"
    RECOGNISE_SCHOOL = "recognise_school"
    RECOGNISE_DEGREE = "recognise_degree"


MOMENTS = frozenset({StepKind.SCHOOL_EXAM, StepKind.DIPLOMA})
"""Steps that end a time already counted and take none of their own."""


class Met(StrEnum):
    """Whether a person meets a condition; ``unknown`` where they have not said."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Months(Model):
    """A time as the rules name it: from ``low`` to ``high`` months."""

    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]

    def plus(self, other: "Months") -> "Months":
        """Return both times one after the other."""
        return Months(low=self.low + other.low, high=self.high + other.high)


class Condition(Model):
    """What a step asks for: ``key`` names a text (``pathways.condition``) or, if ``quoted``, a record's own words.

    ``source`` is the id of the fact or record that says so.
    """

    key: str
    source: str
    met: Met = Met.UNKNOWN
    quoted: str = ""


class Step(Model):
    """One step: what is done, for which record, how long it takes as far as the rules say, what it asks and gives."""

    kind: StepKind
    record_id: str
    name: str
    rules: Annotated[tuple[str, ...], Field(min_length=1)]
    months: Months | None = None
    conditions: tuple[Condition, ...] = ()
    documents: tuple[str, ...] = ()


class Route(Model):
    """A way to the goal, in the order it is walked. ``months`` adds up the known times, ``untimed`` counts the rest."""

    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @property
    def months(self) -> Months:
        """The sum of the times the rules name."""
        total = Months(low=0, high=0)
        for step in self.steps:
            total = total.plus(step.months) if step.months else total
        return total

    @property
    def untimed(self) -> int:
        """How many steps take a time that the rules do not name."""
        return sum(step.months is None and step.kind not in MOMENTS for step in self.steps)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What all its steps ask for."""
        return tuple(condition for step in self.steps for condition in step.conditions)


class Constraints(Model):
    """What the person told, as far as a cited rule asks for it; ``None`` is «not said».

    ``adult`` serves the courses and exams for adults (R025, R031) and nothing else. ``held`` are ids of
    qualifications, ``finished_occupation`` the occupation of a finished first-degree branch school.
    """

    schooling: Schooling | None = None
    adult: bool | None = None
    years_in_occupation: Annotated[float, Field(ge=0, le=70)] | None = None
    held: tuple[str, ...] = ()
    finished_occupation: str = ""
    without_school: bool = False
    without_course: bool = False
    most_months: Annotated[int, Field(ge=1, le=600)] | None = None
    foreign: Foreign | None = None


class Pathways(Model):
    """Up to three routes to ``goal_id``, the shortest known time first; ``notes`` are keys of ``pathways.note``.

    ``origin_id`` is the occupation the person comes from; ``brought`` names those of its qualifications that the goal
    needs, by their ids.
    """

    goal_id: str
    goal_name: str
    routes: tuple[Route, ...] = ()
    origin_id: str = ""
    origin_name: str = ""
    brought: dict[str, str] = Field(default_factory=dict)
    notes: tuple[str, ...] = ()
