"""Answers to scores: what is counted, what is missing, which shape and code it makes."""

import csv
import inspect
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interest_people import responses
from pydantic import BaseModel, ValidationError

from assistant.advice import interests
from assistant.advice.interests import (
    HEXAGON,
    Form,
    InterestsError,
    Profile,
    Questionnaire,
    Response,
    Result,
    Shape,
    score,
)
from assistant.advice.interests.comparison import Portrait
from assistant.advice.interests.scoring import skips_allowed

SHARED = Path(__file__).parents[4] / "shared" / "data"
QUESTIONNAIRE = Questionnaire()
ITEMS = QUESTIONNAIRE.items(Form.FULL)
said = st.lists(st.none() | st.integers(1, 5), max_size=48)


def result_of(*, form: Form = Form.FULL, **by_type: list[int | None]) -> Result:
    items = QUESTIONNAIRE.items(form)
    asked = {item.id for item in items}
    return score([one for one in responses(QUESTIONNAIRE, by_type) if one.item in asked], items)


def steady(**values: int) -> Result:
    """Eight answers alike for each type."""
    return result_of(**{kind: [value] * 8 for kind, value in values.items()})


def percents(result: Result) -> list[float | None]:
    return [entry.percent for entry in result.scores]


def test_scores_go_from_0_to_100() -> None:
    result = steady(R=5, I=4, A=1, S=2, E=1, C=3)
    assert percents(result) == [100, 75, 0, 25, 0, 50]
    assert result.profile == Profile(r=100, i=75, a=0, s=25, e=0, c=50)
    assert result.shape is Shape.CLEAR
    assert "".join(result.code.letters) == "RIC"
    assert result.consistency == 3
    assert result.differentiation is not None
    assert result.differentiation.di5 == 100


@given(said)
def test_every_score_can_be_recomputed_from_what_is_shown(values: list[int | None]) -> None:
    given_responses = [Response(item=item.id, value=value) for item, value in zip(ITEMS, values, strict=False)]
    result = score(given_responses, ITEMS)
    for entry in result.scores:
        mine = [one.value for one in given_responses if one.item[0].upper() == entry.type]
        kept = [value for value in mine if value is not None]
        assert (entry.answered, entry.skipped) == (len(kept), len(mine) - len(kept))
        assert entry.points == sum(kept) - len(kept)
        if entry.percent is not None:
            assert entry.percent == 100 * entry.points / (4 * entry.answered)
            assert 0 <= entry.percent <= 100
    assert (result.profile is None) == (result.shape is Shape.INCOMPLETE)


@given(said, st.randoms(use_true_random=False))
def test_the_order_of_responses_does_not_matter(values: list[int | None], random) -> None:
    given_responses = [Response(item=item.id, value=value) for item, value in zip(ITEMS, values, strict=False)]
    mixed = random.sample(given_responses, len(given_responses))
    assert score(mixed, ITEMS) == score(given_responses, ITEMS)


@given(st.lists(st.integers(0, 20), min_size=6, max_size=6))
def test_a_code_has_no_more_than_three_letters_and_none_below_a_type_left_out(values: list[int]) -> None:
    profile = Profile.of([5 * value for value in values])
    letters = Portrait.of(profile).code
    assert len(letters) <= 3
    left_out = [profile[kind] for kind in HEXAGON if kind not in letters]
    assert all(profile[kind] > max(left_out) for kind in letters)


@pytest.mark.parametrize(("items", "skips"), [(3, 1), (8, 1), (10, 2)])
def test_one_or_two_in_ten_may_be_skipped(items: int, skips: int) -> None:
    assert skips_allowed(items) == skips


def test_a_type_with_too_much_missing_is_refused_not_guessed() -> None:
    others = {kind: [4] * 8 for kind in "RIAEC"}
    one = result_of(**others, S=[None, 1, 1, 1, 1, 1, 1, 1])
    assert percents(one)[3] == 0
    two = result_of(**others, S=[None, None, 1, 1, 1, 1, 1, 1])
    assert percents(two)[3] is None
    assert two.shape is Shape.INCOMPLETE
    assert [kind.value for kind in two.missing] == ["S"]
    assert two.skipped == 2
    assert two.profile is None
    assert two.code.letters == ()


def test_one_answer_makes_no_score() -> None:
    others = {kind: [4] * 3 for kind in "RIAEC"}
    assert result_of(form=Form.SHORT, **others, S=[4]).shape is Shape.INCOMPLETE
    assert percents(result_of(form=Form.SHORT, **others, S=[4, 4]))[3] == 75
    assert percents(result_of(form=Form.SHORT, **others, S=[4, None, 4]))[3] == 75


@pytest.mark.parametrize("value", [1, 3, 5])
def test_the_same_answer_everywhere_is_a_flat_profile(value: int) -> None:
    result = steady(**dict.fromkeys("RIASEC", value))
    assert result.shape is Shape.FLAT
    assert result.code.letters == ()
    assert result.consistency is None


def test_fifteen_points_apart_are_needed() -> None:
    nearly = result_of(R=[4] * 4 + [3] * 4, **{kind: [3] * 8 for kind in "IASEC"})
    assert percents(nearly)[0] == 62.5
    assert nearly.shape is Shape.FLAT
    apart = result_of(R=[4] * 5 + [3] * 3, **{kind: [3] * 8 for kind in "IASEC"})
    assert percents(apart)[0] == 65.625
    assert apart.shape is Shape.CLEAR
    assert "".join(apart.code.letters) == "R"


def test_four_types_on_top_are_undifferentiated() -> None:
    result = steady(R=5, I=5, A=5, S=5, E=1, C=1)
    assert result.shape is Shape.UNDIFFERENTIATED
    assert result.code.letters == ()
    assert result.profile is not None


@pytest.mark.parametrize(
    ("values", "letters", "tied"),
    [
        ({"R": 5, "I": 2, "A": 1, "S": 1, "E": 1, "C": 1}, "R", False),
        ({"R": 1, "I": 1, "A": 5, "S": 4, "E": 1, "C": 1}, "AS", False),
        ({"R": 1, "I": 1, "A": 5, "S": 5, "E": 1, "C": 1}, "AS", True),
        ({"R": 5, "I": 4, "A": 3, "S": 3, "E": 1, "C": 1}, "RI", False),
        ({"R": 5, "I": 4, "A": 4, "S": 4, "E": 1, "C": 1}, "R", False),
    ],
    ids=["one letter", "two", "equal ones are told", "a tie across the end stays out", "even of three"],
)
def test_a_code_is_never_forced_to_three_letters(values: dict[str, int], letters: str, tied: bool) -> None:
    code = steady(**values).code
    assert ("".join(code.letters), code.tied) == (letters, tied)


@pytest.mark.parametrize(("second", "letters"), [(40, "RI"), (39.9, "R")])
def test_a_type_is_in_the_code_from_four_tenths_of_the_range(second: float, letters: str) -> None:
    assert "".join(Portrait.of(Profile(r=100, i=second, a=0, s=0, e=0, c=0)).code) == letters
    assert "".join(Portrait.of(Profile(r=70, i=20 + second / 2, a=20, s=20, e=20, c=20)).code) == letters


def test_codes_agree_with_onet_as_often_as_measured() -> None:
    path = SHARED / "onet" / "riasec_by_onet_soc_29_3_wide.csv"
    if not path.is_file():
        pytest.skip("the reference data are not here")
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    portraits = [Portrait.of(Profile.of([float(row[kind]) for kind in "RIASEC"]), 1, 7) for row in rows]
    same = sum("".join(portrait.code) == row["holland_code"] for portrait, row in zip(portraits, rows, strict=True))
    assert (same, len(rows)) == (791, 923)


@pytest.mark.parametrize("value", [0, 6, -1, True, 3.0, "3", float("nan"), [3]])
def test_an_answer_is_a_whole_number_from_1_to_5(value: object) -> None:
    with pytest.raises(ValidationError):
        Response(item="r1", value=value)


@pytest.mark.parametrize("items", [["x1"], ["r1", "r1"], ["r4"]], ids=["unknown", "twice", "of the other form"])
def test_a_response_to_no_item_of_the_form_is_refused(items: list[str]) -> None:
    with pytest.raises(InterestsError):
        score([Response(item=item, value=3) for item in items], QUESTIONNAIRE.items(Form.SHORT))


def test_nothing_about_the_person_can_enter() -> None:
    """By construction: no parameter of a public door, and no field of a model, is a protected attribute."""
    protected = {
        "gender",
        "sex",
        "age",
        "birth",
        "origin",
        "nationality",
        "ethnicity",
        "race",
        "religion",
        "disability",
    }
    protected |= {"person_name", "feminine", "masculine", "health", "pregnancy", "orientation", "citizenship"}
    doors = [getattr(interests, name) for name in interests.__all__]
    names: set[str] = set()
    for door in doors:
        if inspect.isclass(door):
            methods = [method for _, method in inspect.getmembers(door, inspect.isfunction)]
            own = [method for method in methods if method.__module__.startswith("assistant")]
            names |= set(door.model_fields) if issubclass(door, BaseModel) else set()
            names |= {name for method in own for name in inspect.signature(method).parameters}
        elif inspect.isfunction(door):
            names |= set(inspect.signature(door).parameters)
    assert {"responses", "value", "session", "occupations"} <= names
    assert {name for name in names if protected & {name, *name.split("_")}} == set()
