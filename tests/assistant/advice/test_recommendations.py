"""Recommendations as a person sees them: reasons that add up, weights that move the list, nothing hidden."""

from dataclasses import fields

import pytest
from advice_desk import AdviceDesk
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.advice.interests import Questionnaire
from assistant.advice.matching import (
    DEFAULT_WEIGHTS,
    FactorName,
    Person,
    Table,
    Tables,
    put_first,
    rank,
    relevance,
    weights_of,
)
from assistant.advice.profile import ProfileField
from assistant.answer import Answer
from assistant.notebook import noting
from register.vocabulary import AnswerStatus, Audience, Language
from retrieval import RecordIndex


@pytest.fixture
def desk(snapshot_index: RecordIndex) -> AdviceDesk:
    return AdviceDesk(snapshot_index)


@pytest.fixture(scope="session")
def table(snapshot_index: RecordIndex) -> Table:
    return Tables(snapshot_index).now()


def answered(*values: int) -> str:
    """A questionnaire answered with one value a type, R to C."""
    questionnaire = Questionnaire()
    session = questionnaire.start()
    while (item := questionnaire.question(session)) is not None:
        session = questionnaire.answer(session, values["RIASEC".index(item.type)])
    return questionnaire.dump(session)


async def test_a_wish_brings_what_it_names_with_every_reason(desk: AdviceDesk) -> None:
    best, *others = await desk.recommended(wish="chcę robić strony internetowe")
    assert best.record_id == "zrk:INF.03"
    assert [reason.factor for reason in best.because] == [name.value for name in FactorName]
    assert best.score >= max(one.score for one in others)
    untold = next(reason for reason in best.because if reason.factor == "interests")
    assert (untold.value, untold.weight) == (None, 0.0)
    assert untold.text.startswith("Kwestionariusz zainteresowań nie jest jeszcze wypełniony.")
    assert "Waga 25 na 100 przechodzi na pozostałe powody." in untold.text


async def test_any_score_can_be_recomputed_from_the_answer(desk: AdviceDesk) -> None:
    desk.notebook = noting(interests=answered(5, 4, 1, 3, 1, 2))(desk.notebook)
    answer = Answer(
        status=AnswerStatus.ANSWERED,
        language=Language.PL,
        audience=Audience.ADULT,
        thread_id="t",
        text="",
        recommendations=await desk.recommended(wish="praca ze zwierzętami", limit=10),
    )
    read = Answer.model_validate_json(answer.model_dump_json())
    assert len(read.recommendations) == 10
    for one in read.recommendations:
        known = [reason for reason in one.because if reason.value is not None]
        assert sum(reason.weight * (reason.value or 0) for reason in known) == pytest.approx(one.score, abs=1e-9)
        assert sum(reason.weight for reason in one.because) == pytest.approx(1, abs=1e-9)
        shares = {reason.factor: DEFAULT_WEIGHTS[FactorName(reason.factor)] for reason in known}
        for reason in known:
            assert reason.weight == pytest.approx(shares[reason.factor] / sum(shares.values()), abs=1e-9)


async def test_the_same_words_give_the_same_list(desk: AdviceDesk, snapshot_index: RecordIndex) -> None:
    first = await desk.recommended(wish="opieka nad ludźmi", limit=10)
    again = await AdviceDesk(snapshot_index).recommended(wish="opieka nad ludźmi", limit=10)
    assert first == again


async def test_what_matters_more_moves_the_list_and_the_change_is_said(desk: AdviceDesk) -> None:
    desk.notebook = noting(interests=answered(1, 1, 5, 4, 2, 1))(desk.notebook)
    before = await desk.recommended(wish="praca przy komputerze")
    result = await desk.call("recommend_qualifications", more_important="interests", less_important="wish")
    assert desk.notebook.weights["interests"] >= 2 * desk.notebook.weights["wish"]
    assert [one.record_id for one in result.recommendations] != [one.record_id for one in before]
    said = "\n".join(result.notes)
    assert "Zmieniona waga, zainteresowania: było 25 na 100, jest 37 na 100." in said
    assert "Zmieniona waga, zgodność z życzeniem: było 30 na 100, jest 18 na 100." in said
    assert "Doszło na listę: zrk:" in said


async def test_pay_put_before_interests_is_kept_for_the_next_turn(desk: AdviceDesk) -> None:
    await desk.call("recommend_qualifications", wish="fryzjerstwo", more_important="pay", less_important="interests")
    kept = desk.notebook.weights
    assert kept["pay"] == pytest.approx(2 * kept["interests"])
    await desk.call("recommend_qualifications", reset_weights=True)
    assert desk.notebook.weights["pay"] == DEFAULT_WEIGHTS[FactorName.PAY]


async def test_a_list_does_not_say_one_thing_five_times(desk: AdviceDesk, table: Table) -> None:
    found = await desk.recommended(wish="komputery", limit=5)
    groups = [table.rows[table.place[one.record_id]].group for one in found]
    assert len(set(groups)) >= 3


async def test_a_whole_and_its_part_do_not_stand_beside_each_other(desk: AdviceDesk, table: Table) -> None:
    found = [table.rows[table.place[one.record_id]] for one in await desk.recommended(wish="komputery", limit=10)]
    whole = {one.id for row in found if row.record.kind == "full" for one in row.occupations}
    assert whole
    assert not any(one.id in whole for row in found if row.part_of_school for one in row.occupations)


async def test_whoever_is_under_age_is_shown_no_part_for_courses_of_adults(desk: AdviceDesk, table: Table) -> None:
    result = await desk.call("recommend_qualifications", wish="komputery", minor=True)
    found = [table.rows[table.place[one.record_id]] for one in result.recommendations]
    assert found
    assert not any(row.part_of_school for row in found)
    assert any("kursie dla osób pełnoletnich" in note for note in result.notes)
    why = await desk.call("explain_recommendation", id="INF.02")
    assert "na kursie dla osób pełnoletnich" in why.notes[0]


async def test_occupations_kept_for_one_group_are_left_out_and_it_is_said(desk: AdviceDesk) -> None:
    result = await desk.call("recommend_qualifications", wish="pracownik pomocniczy fryzjera", limit=10)
    names = [one.title for one in result.recommendations]
    assert not any(name.startswith("pracownik pomocniczy") for name in names)
    assert any("tylko dla jednej grupy osób" in note for note in result.notes)
    why = await desk.call("explain_recommendation", id="zrk:932920")
    assert "a o to ZeteRka nie pyta" in why.notes[0]


async def test_why_this_and_why_not_that(desk: AdviceDesk) -> None:
    best = (await desk.recommended(wish="chcę robić strony internetowe"))[0]
    this = await desk.call("explain_recommendation", id=best.record_id)
    assert this.recommendations[0] == best
    assert "jest na liście" in this.notes[0]
    other = await desk.call("explain_recommendation", id="FRK.01")
    text = other.evidence[0].text
    assert "Wyliczenie ZeteRki: Miejsce" in text
    assert f"Wyliczenie ZeteRki: Różnica do „{best.title}”, zgodność z życzeniem" in text
    assert other.evidence[0].facts["computed"]["score"] == other.recommendations[0].score


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, "Nie ma jeszcze z czego liczyć"),
        ({"wish": "x", "prk_levels": [9]}, "Poziomu 9 nie ma"),
        ({"wish": "x", "weights": {"pay": 7}}, "Waga powinna być liczbą od 0 do 1"),
        ({"wish": "x", "weights": dict.fromkeys(FactorName, 0)}, "choć jedna większa od zera"),
        ({"wish": "x", "more_important": "pay", "less_important": "pay"}, "od samego siebie"),
    ],
)
async def test_impossible_wishes_get_a_clear_word(desk: AdviceDesk, arguments: dict[str, object], said: str) -> None:
    result = await desk.call("recommend_qualifications", **arguments)
    assert not result.recommendations
    assert said in result.notes[0]


async def test_explaining_before_anything_was_told(desk: AdviceDesk) -> None:
    assert "Nie ma jeszcze z czego liczyć" in (await desk.call("explain_recommendation", id="INF.03")).notes[0]
    desk.notebook = noting(wish="fryzjer")(desk.notebook)
    assert (
        "nie ma rekordu o nazwie lub kodzie „XYZ.99”"
        in (await desk.call("explain_recommendation", id="XYZ.99")).notes[0]
    )


def test_no_protected_attribute_has_a_place_in_the_arithmetic() -> None:
    assert [field.name for field in fields(Person)] == ["interests", "skills", "level", "education", "held", "wish"]
    assert {field.value for field in ProfileField} == {
        "interests", "skills", "education", "qualifications", "experience", "level", "time", "money", "mobility",
        "region", "language", "goals", "values",
    }  # fmt: skip
    assert {name.value for name in FactorName} == {"wish", "interests", "skills", "entry", "level", "demand", "pay"}


numbers = st.floats(0, 1)
people = st.builds(
    Person,
    skills=st.lists(st.sampled_from(["strzyżenie włosów", "obsługa klienta", "naprawa maszyn"]), max_size=2).map(tuple),
    level=st.none() | st.integers(1, 8),
    education=st.none() | st.integers(1, 8),
    wish=st.sampled_from(["", "praca przy komputerze"]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(person=people, chosen=st.dictionaries(st.sampled_from(FactorName), numbers))
def test_contributions_add_up_for_every_record_of_the_register(
    table: Table, person: Person, chosen: dict[FactorName, float]
) -> None:
    weights = weights_of({**{name.value: 0.01 for name in FactorName}, **chosen})
    fits = {"zrk:INF.03": 0.9, "zrk:FRK.01": 0.2} if person.wish else {}
    ranking = rank(table, person, fits, weights)
    for place in range(len(table.rows)):
        reasons = ranking.reasons(place)
        assert sum(reason.contribution for reason in reasons) == pytest.approx(ranking.score(place), abs=1e-9)
        assert all(reason.weight == 0 for reason in reasons if reason.value is None)
        assert all(reason.value is None or 0 <= reason.value <= 1 for reason in reasons)
    assert min(ranking.scores.score) >= 0 and max(ranking.scores.score) <= 1 + 1e-9


@given(st.dictionaries(st.sampled_from(FactorName), st.floats(0.01, 1)), st.permutations(list(FactorName)))
def test_put_first_always_leaves_twice_the_weight(chosen: dict[FactorName, float], names: list[FactorName]) -> None:
    more, less = names[:2]
    weights = put_first(weights_of(dict(chosen)), more, less)
    assert sum(weights.values()) == pytest.approx(1, abs=1e-9)
    assert weights[more] >= 2 * weights[less] - 1e-9


def test_relevance_reaches_a_qualification_through_its_occupation(snapshot_index: RecordIndex, table: Table) -> None:
    assert relevance(snapshot_index, table, "technik weterynarii")["zrk:ROL.12"] == pytest.approx(1, abs=0.05)


def test_a_word_in_passing_counts_less_than_what_a_record_is_about(snapshot_index: RecordIndex, table: Table) -> None:
    fits = relevance(snapshot_index, table, "komputerami")
    assert fits["zrk:351203"] == pytest.approx(1)
    assert fits["zrk:INF.02"] > 0
    assert "zrk:722307" not in fits, "one activity of five is done at a computer"


def test_what_only_brushes_a_wish_is_not_recommended_for_it(snapshot_index: RecordIndex, table: Table) -> None:
    person = Person(wish="dzieci")
    ranking = rank(table, person, relevance(snapshot_index, table, person.wish), weights_of({}), limit=10)
    names = [ranking.row(place).record.name for place in ranking.chosen]
    assert names[0] == "opiekunka dziecięca"
    assert not {"protetyk słuchu", "muzyk", "krawiec"} & set(names)
