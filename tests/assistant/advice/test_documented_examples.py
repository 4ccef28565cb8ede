"""The worked examples of docs/advice.md, reckoned again by the product: what is printed there is what it says."""

from pathlib import Path

import pytest
from advice_desk import AdviceDesk

from assistant.advice.interests import Form, Questionnaire
from assistant.advice.matching.phrases import Phrases
from assistant.advice.pathways import Constraints, Schooling, career_pathways, goal_of
from assistant.advice.pathways.model import StepKind
from assistant.notebook import noting
from retrieval import RecordIndex

DOCUMENTED = (Path(__file__).parents[3] / "docs" / "advice.md").read_text("utf-8")
RATINGS = {"R": 5, "I": 4, "A": 1, "S": 2, "E": 1, "C": 3}


@pytest.fixture
def desk(snapshot_index: RecordIndex) -> AdviceDesk:
    return AdviceDesk(snapshot_index)


def answered() -> str:
    questionnaire = Questionnaire()
    session = questionnaire.start(Form.FULL)
    while (item := questionnaire.question(session)) is not None:
        session = questionnaire.answer(session, RATINGS[item.type])
    return questionnaire.dump(session)


async def test_the_recommendation(desk: AdviceDesk) -> None:
    desk.notebook = noting(interests=answered())(desk.notebook)
    desk.says("mam maturę")
    await desk.call("update_profile", entries=[{"field": "education", "text": "mam maturę", "number": 4}])
    first = (await desk.recommended(wish="pomoc weterynaryjna"))[0]
    assert first.record_id == "zrk:324002"
    values = {one.factor: one.value for one in first.because}
    weights = {one.factor: one.weight for one in first.because}
    assert f"score (0.30 · 1 + 0.25 · {values['interests']:.5f} + 0.10 · 1) / 0.65 = {first.score:.5f}" in DOCUMENTED
    assert f"{weights['wish']:.5f}, {weights['interests']:.5f}, {weights['entry']:.5f}" in DOCUMENTED


async def test_the_school_choice(desk: AdviceDesk) -> None:
    scores = {one.title: one.score for one in (await desk.call("school_choice", wish="komputery")).recommendations}
    assert scores["technik informatyk"] == 1
    assert f"for the search = {scores['technik teleinformatyk']:.2f}" in DOCUMENTED


def test_the_likeness_of_statements() -> None:
    three = Phrases.of(("mycie i strzyżenie włosów", "farbowanie włosów", "czyszczenie narzędzi"))
    assert f"/ 5.992 = {three.like('strzygę włosy')[0]:.3f}, covered" in DOCUMENTED


def test_the_pathway(snapshot_index: RecordIndex) -> None:
    told = Constraints(
        schooling=Schooling.BASIC_VOCATIONAL, adult=True, held=("zrk:FRK.01",), finished_occupation="kzis:514101"
    )
    found = career_pathways(goal_of(snapshot_index.get("kzis:514105"), snapshot_index.get), told, snapshot_index.get)
    kinds = [route.steps[0].kind for route in found.routes]
    assert kinds == [StepKind.KKZ, StepKind.EXTRAMURAL_EXAM, StepKind.BRANCH_SCHOOL_2]
    first = found.routes[0]
    assert (first.months.low, first.months.high, first.untimed) == (12, 24, 1)
    assert "expected (12 + 24) / 2 + 6 = 24" in DOCUMENTED
