"""Routes to occupations and qualifications: what they advise, and that each step rests on a rule."""

import re
from functools import cache
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.advice.pathways import (
    Constraints,
    Foreign,
    NoGoalError,
    Pathways,
    Schooling,
    StepKind,
    career_pathways,
    goal_of,
    mermaid,
    svg,
)
from assistant.advice.pathways.rulebook import rulebook
from assistant.advice.pathways.words import PathwayWords
from ingest.snapshot import load
from prompts import Prompts
from register.facts import SystemFact
from register.library import AnyRecord
from register.occupation import Occupation
from register.vocabulary import Language

HAIRDRESSER, HAIR_TECHNICIAN, PROGRAMMER = "kzis:514101", "kzis:514105", "kzis:351406"


@cache
def records() -> dict[str, AnyRecord]:
    return {record.id: record for record in load()}


def ways(goal_id: str, **told: object) -> Pathways:
    get = records().get
    return career_pathways(goal_of(get(goal_id), get), Constraints.model_validate(told), get)


def kinds(pathways: Pathways) -> list[list[str]]:
    return [[step.kind.value for step in route.steps] for route in pathways.routes]


def test_a_pupil_is_shown_the_school_that_teaches_the_occupation() -> None:
    found = ways(PROGRAMMER, schooling=Schooling.PRIMARY, adult=False)
    assert kinds(found) == [["technikum", "school_exam", "school_exam"]]
    assert found.routes[0].months.low == 60
    assert found.notes == ("more_when_adult",)


def test_a_hairdresser_may_become_a_technician_in_three_ways() -> None:
    told = {"held": ("zrk:FRK.01",), "finished_occupation": HAIRDRESSER, "schooling": 2, "adult": True}
    found = ways(HAIR_TECHNICIAN, **told)
    assert [route.steps[0].kind for route in found.routes] == ["kkz", "extramural_exam", "branch_school_2"]
    taken = {step.record_id for route in found.routes for step in route.steps}
    assert "zrk:FRK.03" in taken
    assert "zrk:FRK.01" not in taken, "what one holds is not asked for again"


def test_without_school_no_route_leads_through_one() -> None:
    found = ways(HAIR_TECHNICIAN, held=("zrk:FRK.01",), schooling=2, adult=True, without_school=True)
    schools = {"technikum", "branch_school_1", "branch_school_2", "post_secondary", "general_school"}
    assert found.routes
    assert not schools & {kind for route in kinds(found) for kind in route}


def test_who_holds_everything_needs_only_the_diploma() -> None:
    found = ways(PROGRAMMER, held=("zrk:INF.03", "zrk:INF.04"), schooling=3, adult=True)
    assert kinds(found)[0] == ["diploma"]
    assert found.notes == ("all_parts_held",)


def test_years_of_work_decide_between_examination_and_course() -> None:
    little = ways("zrk:INF.03", adult=True, schooling=3, years_in_occupation=1)
    enough = ways("zrk:INF.03", adult=True, schooling=3, years_in_occupation=4)
    assert little.routes[0].steps[0].kind is StepKind.KKZ
    assert enough.routes[0].steps[0].kind is StepKind.EXTRAMURAL_EXAM


def test_a_market_qualification_needs_no_course() -> None:
    found = ways("zrk:13480")
    assert kinds(found) == [["validation"]]
    assert "wykształcenie średnie" in found.routes[0].steps[0].conditions[0].quoted


def test_foreign_papers_are_recognised_first() -> None:
    found = ways("zrk:studia-drugiego-stopnia", foreign=Foreign.DEGREE, schooling=4)
    assert kinds(found)[0][0] == "recognise_degree"


def test_an_occupation_whose_parts_are_not_recorded_says_so() -> None:
    found = ways("kzis:321301", schooling=3)
    assert kinds(found) == [["post_secondary"]]
    assert found.routes[0].months.low == 30
    assert "parts_unknown" in found.notes


def test_too_little_time_is_said() -> None:
    found = ways(PROGRAMMER, adult=False, schooling=1, most_months=12)
    assert not found.routes
    assert "none_in_time" in found.notes


@pytest.mark.parametrize(
    ("goal_id", "reason"), [("kzis:000000", "unknown"), ("fact:R046", "not_a_goal"), ("inst:oke-warszawa", None)]
)
def test_what_is_no_goal_is_refused_with_a_reason(goal_id: str, reason: str | None) -> None:
    with pytest.raises(NoGoalError, match=reason or "unknown|not_a_goal"):
        ways(goal_id)


def test_an_occupation_schools_no_longer_admit_to_is_refused() -> None:
    withdrawn = next(r.id for r in records().values() if isinstance(r, Occupation) and r.withdrawn)
    with pytest.raises(NoGoalError, match="withdrawn"):
        ways(withdrawn)


@pytest.mark.parametrize(
    "told", [{"years_in_occupation": -1}, {"most_months": 0}, {"schooling": 9}, {"adult": "maybe"}, {"age": 17}]
)
def test_impossible_constraints_are_refused(told: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Constraints.model_validate(told)


def is_goal(record: AnyRecord) -> bool:
    try:
        goal_of(record, records().get)
    except NoGoalError:
        return False
    return True


GOALS = sorted(record.id for record in records().values() if is_goal(record))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(GOALS),
    st.builds(
        Constraints,
        schooling=st.none() | st.sampled_from(Schooling),
        adult=st.none() | st.booleans(),
        years_in_occupation=st.none() | st.floats(0, 60),
        held=st.lists(st.sampled_from(GOALS), max_size=3).map(tuple),
        without_school=st.booleans(),
        without_course=st.booleans(),
        foreign=st.none() | st.sampled_from(Foreign),
    ),
)
def test_every_step_of_every_route_cites_a_rule_that_exists(goal_id: str, told: Constraints) -> None:
    get = records().get
    found = career_pathways(goal_of(get(goal_id), get), told, get)
    assert len(found.routes) <= 3
    assert found.routes or found.notes, "an empty answer says why"
    for step in (step for route in found.routes for step in route.steps):
        assert all(isinstance(get(rule), SystemFact) for rule in step.rules)
        assert get(step.record_id)
        assert all(get(condition.source) for condition in step.conditions)
        assert step.record_id not in told.held
    assert found == career_pathways(goal_of(get(goal_id), get), told, get), "the same question has the same answer"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (StepKind.TECHNIKUM, "Technikum trwa 5 lat"),
        (StepKind.BRANCH_SCHOOL_1, "branżowa I stopnia 3 lata"),
        (StepKind.BRANCH_SCHOOL_2, "branżowa II stopnia 2 lata"),
        (StepKind.KKZ, "2-4 semestry"),
        (StepKind.SPECIALIST, "3 semestry"),
    ],
)
def test_a_time_is_the_one_its_rule_names(kind: StepKind, words: str) -> None:
    rule = rulebook()[kind]
    texts = " ".join(fact.text.pl for key in rule.rules if isinstance(fact := records()[key], SystemFact))
    assert words in texts
    low, high = (int(number) for number in (re.findall(r"\d", words) * 2)[:2])
    months = 12 if "lat" in words else 6
    assert rule.months == (low * months, high * months)


@pytest.mark.parametrize("language", list(Language))
def test_every_route_is_said_in_each_language_with_its_sources(language: Language) -> None:
    words = PathwayWords(Prompts(), language)
    for goal_id in GOALS[:: max(1, len(GOALS) // 40)]:
        found = ways(goal_id)
        lines = list(words.lines(found))
        assert all(line.sources for line in lines if line.depth)
        assert all(source in records() for line in lines for source in line.sources)


def test_the_pictures_show_every_step_and_escape_what_they_show() -> None:
    found = ways(HAIR_TECHNICIAN, schooling=1).model_copy(update={"goal_name": 'x"]</text><script>&'})
    words = PathwayWords(Prompts(), Language.PL)
    drawn = svg(found, words.step, words.start(), words.title(found))
    root = ElementTree.fromstring(drawn)  # noqa: S314 - our own text
    boxes = [element for element in root.iter() if element.tag.endswith("}rect")]
    assert len(boxes) == 1 + sum(len(route.steps) + 2 for route in found.routes)
    assert "<script>" not in drawn
    chart = mermaid(found, words.step, words.start())
    assert chart.count("-->") == sum(len(route.steps) + 1 for route in found.routes)
    assert "<script>" not in chart
