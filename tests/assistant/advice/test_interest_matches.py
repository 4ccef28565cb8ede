"""Occupations by likeness: within level, one a unit group, with the numbers, and nothing else in the score."""

import json
import re
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from interest_people import PRACTICAL, answer_all, occupation

from assistant.advice.interests import (
    Fit,
    Form,
    InterestsError,
    Matches,
    Portrait,
    Profile,
    Questionnaire,
    Result,
    Shape,
    compare,
    match_occupations,
)
from assistant.advice.interests.formulas import brown_gore_c, iachan_m, profile_correlation, profile_distance
from ingest.snapshot import load
from register.occupation import Occupation

ASK = Questionnaire()
LIKE, UNLIKE, LEVEL = (7.0, 5.5, 1.0, 2.5, 1.0, 4.0), (1.0, 2.5, 7.0, 5.5, 7.0, 4.0), (3.0,) * 6
SNAPSHOT = [record for record in load() if isinstance(record, Occupation)]


def result_of(by_type: dict[str, int | None], form: Form = Form.FULL) -> Result:
    return ASK.result(answer_all(ASK, ASK.start(form), by_type))


PRACTICAL_RESULT = result_of(PRACTICAL)


def ids(matches: Matches) -> list[list[str]]:
    return [[match.occupation_id for match in level.matches] for level in matches.levels]


def test_a_practical_person_gets_technical_occupations_by_level() -> None:
    matches = match_occupations(PRACTICAL_RESULT, SNAPSHOT)
    assert [level.level for level in matches.levels] == [2, 3, 4, 5, None]
    best = {level.level: level.matches[0] for level in matches.levels}
    assert (best[4].name, best[4].fit) == ("technik weterynarii", Fit.BEST)
    assert all(match.fit and match.how for level in matches.levels for match in level.matches)


def test_nothing_is_dropped_silently() -> None:
    matches = match_occupations(PRACTICAL_RESULT, SNAPSHOT, limit=3)
    listed = sum(len(level.matches) for level in matches.levels)
    assert listed + sum(matches.left_out.model_dump().values()) == matches.considered == len(SNAPSHOT)
    assert matches.left_out.withdrawn == sum(record.withdrawn for record in SNAPSHOT)


def test_each_number_can_be_recomputed_from_the_json() -> None:
    tree = json.loads(match_occupations(PRACTICAL_RESULT, SNAPSHOT).model_dump_json())
    person = [tree["profile"][kind] for kind in "riasec"]
    for match in (match for level in tree["levels"] for match in level["matches"]):
        work = [match["interests"][kind] for kind in "riasec"]
        letters = [
            [kind for _, kind in sorted(zip(values, "RIASEC", strict=True), key=lambda pair: -pair[0])][:3]
            for values in (person, work)
        ]
        assert match["correlation"] == pytest.approx(profile_correlation(person, work), abs=1e-9)
        assert match["c_index"] == brown_gore_c(*letters)
        assert match["iachan_m"] == iachan_m(*letters)
        shares = [value / 100 for value in person], [(value - 1) / 6 for value in work]
        assert match["distance"] == pytest.approx(profile_distance(*shares), abs=1e-9)


def test_one_occupation_stands_for_a_unit_group_and_names_the_rest() -> None:
    nearly = (6.9, 5.5, 1.0, 2.7, 1.3, 4.1)
    matches = match_occupations(
        PRACTICAL_RESULT, [occupation("723102", nearly), occupation("723101", LIKE), occupation("711101", nearly)]
    )
    assert ids(matches) == [["kzis:723101", "kzis:711101"]]
    assert matches.levels[0].matches[0].others == ("kzis:723102",)
    assert matches.left_out.same_unit_group == 1


def test_occupations_without_a_group_stand_alone() -> None:
    matches = match_occupations(
        PRACTICAL_RESULT, [occupation(code, LIKE, isco_group="") for code in ("723101", "723102")]
    )
    assert ids(matches) == [["kzis:723101", "kzis:723102"]]


def test_equal_occupations_stand_by_code() -> None:
    records = [occupation(code, LIKE) for code in ("741101", "311101", "723101")]
    assert ids(match_occupations(PRACTICAL_RESULT, records)) == [["kzis:311101", "kzis:723101", "kzis:741101"]]


def test_levels_are_never_mixed_and_can_be_chosen() -> None:
    records = [
        occupation("723101", LIKE, full_prk_level=3),
        occupation("311101", LIKE, full_prk_level=5),
        occupation("311201", LIKE, full_prk_level=None),
    ]
    assert [level.level for level in match_occupations(PRACTICAL_RESULT, records).levels] == [3, 5, None]
    chosen = match_occupations(PRACTICAL_RESULT, records, levels={5})
    assert ids(chosen) == [["kzis:311101"]]
    assert chosen.left_out.other_level == 2


def test_what_cannot_be_compared_or_is_not_alike_is_left_out() -> None:
    records = [
        occupation("723101", None),
        occupation("723102", LEVEL),
        occupation("723103", UNLIKE),
        occupation("723104", LIKE, withdrawn=True, withdrawn_note="wycofany"),
    ]
    matches = match_occupations(PRACTICAL_RESULT, records)
    assert matches.levels == ()
    assert (matches.left_out.no_profile, matches.left_out.below_good, matches.left_out.withdrawn) == (2, 1, 1)


def test_why_not_has_the_same_numbers() -> None:
    portrait = Portrait.of(Profile(r=100, i=75, a=0, s=25, e=0, c=50))
    unlike = compare(portrait, occupation("723103", UNLIKE))
    assert unlike is not None
    assert unlike.fit is None
    assert unlike.correlation < 0
    assert unlike.shared == ()


def test_the_worked_example_of_the_documentation_is_true() -> None:
    page = (Path(__file__).parents[3] / "docs" / "advice.md").read_text("utf-8")
    shown = json.loads(re.search(r"```json\n(.*?)```", page.split("### A worked example")[1], re.DOTALL)[1])
    match = compare(
        Portrait.of(PRACTICAL_RESULT.profile), occupation("324002", (6.71, 5.26, 1.0, 3.02, 1.0, 4.56))
    ).model_dump(mode="json")
    computed = {**match, **asdict(PRACTICAL_RESULT.differentiation), "consistency": PRACTICAL_RESULT.consistency}
    computed["code"] = list(PRACTICAL_RESULT.code.letters)
    for name, value in shown.items():
        assert computed[name] == (pytest.approx(value, rel=1e-4) if isinstance(value, float) else value), name


@pytest.mark.parametrize(
    ("answers", "shape"),
    [(dict.fromkeys("RIASEC", 3), Shape.FLAT), (PRACTICAL | {"S": None}, Shape.INCOMPLETE)],
)
def test_without_a_profile_there_is_no_list(answers: dict[str, int | None], shape: Shape) -> None:
    matches = match_occupations(result_of(answers), SNAPSHOT)
    assert (matches.withheld, matches.levels) == (shape, ())


def test_an_undifferentiated_profile_has_a_list_but_no_code() -> None:
    result = result_of({"R": 5, "I": 5, "A": 5, "S": 5, "E": 1, "C": 1})
    matches = match_occupations(result, SNAPSHOT)
    assert result.shape is Shape.UNDIFFERENTIATED
    assert matches.levels
    assert all(match.shared == () for level in matches.levels for match in level.matches)


@pytest.mark.parametrize("choice", [{"levels": {9}}, {"levels": {0}}, {"levels": {"4"}}, {"limit": 0}, {"limit": 51}])
def test_an_impossible_choice_is_refused(choice: dict) -> None:
    with pytest.raises(InterestsError):
        match_occupations(PRACTICAL_RESULT, [], **choice)


ratings = st.tuples(*[st.integers(10, 70).map(lambda tenth: tenth / 10)] * 6)
answers = st.fixed_dictionaries({kind: st.integers(1, 5) for kind in "RIASEC"})


@settings(max_examples=50)
@given(answers, st.lists(ratings, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(by_type: dict, profiles: list, random) -> None:
    records = [occupation(str(711100 + 37 * place), profile) for place, profile in enumerate(profiles)]
    result = result_of(by_type)
    mixed = random.sample(records, len(records))
    assert match_occupations(result, mixed) == match_occupations(result, records)


@settings(max_examples=50)
@given(answers, ratings, st.sampled_from(["kobieta", "mężczyzna", "osoba z niepełnosprawnością", ""]))
def test_who_the_words_of_a_record_speak_of_changes_nothing(by_type: dict, profile: tuple, words: str) -> None:
    result = result_of(by_type)
    plain = occupation("723101", profile)
    worded = plain.model_copy(
        update={"feminine": words, "masculine": words, "entry_restrictions": words, "notes": (words,)}
    )
    assert match_occupations(result, [worded]) == match_occupations(result, [plain])


@settings(max_examples=50)
@given(answers, st.lists(ratings, min_size=1, max_size=12))
def test_matches_go_from_the_most_alike_down(by_type: dict, profiles: list) -> None:
    records = [occupation(str(711100 + 101 * place), profile) for place, profile in enumerate(profiles)]
    for level in match_occupations(result_of(by_type), records).levels:
        correlations = [match.correlation for match in level.matches]
        assert all(one >= other - 1e-8 for one, other in pairwise(correlations))
        assert len({match.unit_group for match in level.matches}) == len(level.matches)
