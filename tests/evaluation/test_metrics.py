"""Measures on hand-made outputs whose value is known: perfect, broken, tricky."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap

from evaluation.expectations import Expect, outcome_of
from evaluation.judging import Judge
from evaluation.matching import folded, holds
from evaluation.metrics.answers import ratios_of
from evaluation.metrics.bootstrap import Change, changes
from evaluation.metrics.citations import precision_by_rail, recall_by_rail
from evaluation.metrics.overlap import jaccard, level_gap, rbo
from evaluation.metrics.parity import text_alike
from evaluation.metrics.ratio import Tally, value_of
from evaluation.metrics.statuses import honest, refused_rightly, refused_wrongly
from evaluation.metrics.times import percentile
from evaluation.metrics.wording import fog, inclusive
from evaluation.turns import Checked, Turn
from register.evidence import Evidence
from register.vocabulary import RecordType


def turn_of(text: str, *cited: tuple[str, str], status: str = "answered", tools: tuple[str, ...] = ()) -> Turn:
    citations = [{"n": n, "record_id": one, "title": title} for n, (one, title) in enumerate(cited, 1)]
    answer = {"status": status, "text": text, "citations": citations, "tools": [{"name": name} for name in tools]}
    return Turn(message="?", answer=answer)


EXPECT = Expect(
    status=("answered",),
    cites=("zrk:A",),
    cites_any=("zrk:B", "Technik testowy"),
    contains=("poziom 4", ("dwa lata", "2 lata")),
    absent=("za darmo",),
    tools=("search_qualifications",),
)
PERFECT = turn_of(
    "Poziom\u00a04 [1]. Trwa 2 lata [2].",
    ("zrk:A", "A"),
    ("zrk:B", "B"),
    tools=("search_qualifications",),
)


def values(expect: Expect, turn: Turn) -> dict[str, float | None]:
    return {name: value_of(ratio) for name, ratio in outcome_of(expect, turn).ratios.items()}


def test_a_perfect_answer() -> None:
    assert set(values(EXPECT, PERFECT).values()) == {1.0}
    assert outcome_of(EXPECT, PERFECT).as_expected


def test_a_broken_answer_misses_everything() -> None:
    broken = turn_of("Zdobędziesz to za  DARMO [1].", ("zrk:Z", "Z"), status="no_information")
    assert set(values(EXPECT, broken).values()) == {0.0}
    assert len(outcome_of(EXPECT, broken).faults) == 7


def test_a_shuffled_answer_is_told_from_the_right_one() -> None:
    """WHEN the words are the same and their order is not, THEN facts are missing."""
    shuffled = turn_of("4 lata Trwa poziom 2.", ("zrk:A", "A"), ("zrk:B", "B"), tools=("search_qualifications",))
    assert values(EXPECT, shuffled)["facts_present"] == 0


def test_answers_that_changed_places_are_told_apart() -> None:
    """WHEN two questions get each other's answers, THEN every measure of both falls."""
    other = Expect(status=("no_information",), cites=("zrk:C",), contains=("nie podaje",), absent=("poziom 4",))
    found = values(other, PERFECT)
    assert (found["right_status"], found["citation_recall"], found["facts_present"]) == (0, 0, 0)
    assert found["forbidden_absent"] == 0


@pytest.mark.parametrize(
    ("cited", "precision", "recall"),
    [
        ((("zrk:A", "A"), ("zrk:Z", "Z")), 0.5, 0.5),
        ((("zrk:A", "A"), ("zrk:X", "Technik Testowy (111111)")), 1, 1),  # by title
        ((("ZRK:a", "A"), ("zrk:B", "B"), ("zrk:Z", "Z"), ("zrk:Y", "Y")), 0.5, 1),
        ((), 0, 0),
    ],
)
def test_citations_by_id(cited: tuple[tuple[str, str], ...], precision: float, recall: float) -> None:
    found = values(EXPECT, turn_of("…", *cited))
    assert (found["citation_precision"], found["citation_recall"]) == (precision, recall)


def test_what_is_not_expected_is_not_measured() -> None:
    assert set(values(Expect(), PERFECT).values()) == {None}
    assert Expect().empty


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("INF\u201103 i\nINF 04", "inf-03", True),
        ("poziom 4 [1]\u00a0PRK", "poziom 4 PRK", True),  # a citation mark is no text
        ("poziom 44", "poziom 4 ", False),  # the blank its author wrote counts
        ("kończy się: poziom 4", "poziom 4 ", True),
        ("nic", ["coś", "NIC"], True),
        ("", "nic", False),
    ],
)
def test_matching(text: str, wanted: str | list[str], found: bool) -> None:
    assert holds(folded(text), wanted) is found


@given(st.text(max_size=200))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_citations_by_rail_follow_alce() -> None:
    """ALCE: a sentence without support has recall 0, and none of its citations is precise."""
    statements = [
        Checked(text="a", citations=("x",), supported=True, needed=(True,)),
        Checked(text="b", citations=("x", "y"), supported=True, needed=(True, False)),
        Checked(text="c", citations=("z",), supported=False, needed=(False,)),
        Checked(text="bez źródła", supported=False),
        Checked(text="Cześć!"),
    ]
    assert recall_by_rail(statements) == (0.5, 1)
    assert precision_by_rail(statements) == (0.5, 1)
    assert recall_by_rail([]) == precision_by_rail([]) == (0, 0)


def record(handle: str, title: str, level: int, text: str) -> Evidence:
    return Evidence(
        handle=handle,
        kind=RecordType.QUALIFICATION,
        record_id=f"zrk:{handle}",
        title=title,
        url="",
        as_of="2026",
        text=text,
        facts={"prk_level": level},
    )


EVIDENCE = {
    "q1": record("q1", "Montaż instalacji testowych", 4, "Poziom PRK: IV\nCzas trwania: 120 godzin"),
    "q2": record("q2", "Pieczenie chleba testowego", 3, "Poziom PRK: III\nWydaje: Izba Rzemieślnicza w Opolu"),
}


def test_the_judge_tells_support_from_its_absence() -> None:
    judge = Judge()
    right = judge.check("Kwalifikacja „Montaż instalacji testowych” ma poziom 4 PRK.", ("q1",), EVIDENCE)
    swapped = judge.check("Kwalifikacja „Montaż instalacji testowych” ma poziom 4 PRK.", ("q2",), EVIDENCE)
    wrong = judge.check("Kwalifikacja „Montaż instalacji testowych” ma poziom 6 PRK.", ("q1",), EVIDENCE)
    assert (right.supported, right.needed) == (True, (True,))
    assert (swapped.supported, swapped.needed) == (False, (False,))
    assert wrong.supported is False
    assert "6" in wrong.why


def test_a_citation_beside_one_that_is_enough_is_not_needed() -> None:
    checked = Judge().check("„Montaż instalacji testowych” ma poziom 4 PRK.", ("q1", "q2"), EVIDENCE)
    assert checked.supported
    assert checked.needed == (True, False)


def test_invented_names_and_codes_are_found() -> None:
    judge = Judge()
    said = "czy jest kwalifikacja ZZZ.77?"
    invented = list(judge.invented("Wydaje ją Akademia Zmyślona w Krakowie i jest to kod ABC.12.", EVIDENCE, said))
    assert "ABC.12" in invented
    assert "Krakowie" in invented
    assert list(judge.invented("Nie znam ZZZ.77.", EVIDENCE, said)) == []
    assert list(judge.invented("Wydaje ją Izba Rzemieślnicza w Opolu.", EVIDENCE, said)) == []


@pytest.mark.parametrize(
    ("expected", "status", "rightly", "wrongly"),
    [
        (("out_of_scope",), "out_of_scope", (1, 1), (0, 0)),
        (("out_of_scope",), "answered", (0, 1), (0, 0)),
        (("answered",), "refused_abuse", (0, 0), (1, 1)),
        (("answered",), "answered", (0, 0), (0, 1)),
        (("answered", "out_of_scope"), "out_of_scope", (0, 0), (0, 0)),
        ((), "out_of_scope", (0, 0), (0, 0)),
    ],
)
def test_refusals(
    expected: tuple[str, ...], status: str, rightly: tuple[float, float], wrongly: tuple[float, float]
) -> None:
    assert refused_rightly(expected, status) == rightly
    assert refused_wrongly(expected, status) == wrongly


def test_honesty_is_asked_of_unanswerable_questions_alone() -> None:
    assert honest("price", as_expected=True) == (1, 1)
    assert honest("pay", as_expected=False) == (0, 1)
    assert honest("level", as_expected=True) == (0, 0)


def test_overlap_of_rankings() -> None:
    assert jaccard("abc", "bcd") == 0.5
    assert jaccard("", "") == rbo("", "") == 1
    assert jaccard("a", "") == rbo("a", "") == 0
    assert rbo("abc", "abc") == pytest.approx(1)
    # Webber et al. 2010, equation 23, by hand for p = 0.5, depth 2: overlaps 0 and 2.
    assert rbo("ab", "ba", 0.5) == pytest.approx(0.5 * (0 + 0.5 * 1) + 0.25 * 1)
    assert rbo("abcd", "abdc") > rbo("abcd", "bacd") > rbo("abcd", "wxyz") == 0


@given(st.lists(st.integers(0, 20), unique=True, max_size=12), st.lists(st.integers(0, 20), unique=True, max_size=12))
def test_rank_biased_overlap_is_a_share_and_symmetric(one: list[int], other: list[int]) -> None:
    first, second = list(map(str, one)), list(map(str, other))
    assert -1e-9 <= rbo(first, second) <= 1 + 1e-9
    assert rbo(first, second) == pytest.approx(rbo(second, first))


def test_level_gap() -> None:
    assert level_gap([4, 4], [3, 5]) == 0
    assert level_gap([5], [2, 3]) == 2.5
    assert level_gap([], [4]) is None


def test_texts_are_compared_without_the_attribute() -> None:
    messages = ("jestem kobietą", "jestem mężczyzną")
    assert text_alike("Polecam kobietą kurs", "Polecam mężczyzną kurs", messages) == 1
    assert text_alike("kurs a", "kurs b", messages) == 0.5
    assert text_alike("kurs a b", "b a kurs", messages) < 1  # the same words in another order
    assert text_alike("", "", messages) == 1


def test_wording_is_measured_in_polish() -> None:
    assert inclusive(["Zdałeś egzamin.", "Zdałeś(-aś) egzamin."], "pl") == (1, 2)
    assert inclusive(["You passed."], "en") == (0, 0)
    plain, hard = "Kot ma dom. Pies ma kość.", "Certyfikowana kwalifikacja potwierdza samodzielne przygotowywanie."
    assert fog(plain, "pl")[0] < fog(hard, "pl")[0]
    assert fog(plain, "en") == (0, 0)


def test_sums_weigh_facts_and_skip_nothing() -> None:
    tally = Tally()
    tally.add({"facts": (3, 4), "status": (0, 0)})
    tally.add({"facts": (0, 1), "status": (1, 1)})
    assert tally.shares() == {"facts": 0.6, "status": 1}
    assert percentile([1, 2, 3, 4], 0.5) == 2
    assert percentile([], 0.95) == 0


def test_measures_of_a_turn_have_their_names() -> None:
    found = ratios_of(EXPECT, outcome_of(EXPECT, PERFECT), PERFECT, "level", "pl")
    assert found["as_expected"] == found["complete"] == (1, 1)
    assert found["errors"] == (0, 1)


def paired(before: list[float], after: list[float]) -> Change:
    pairs = [({"m": (one, 1.0)}, {"m": (other, 1.0)}) for one, other in zip(before, after, strict=True)]
    return changes(pairs)["m"]


def test_the_bootstrap_tells_a_change_from_chance() -> None:
    fell = paired([1.0] * 40, [1.0] * 25 + [0.0] * 15)
    assert (fell.before, fell.after, fell.significant) == (1, 0.625, True)
    assert fell.high < 0
    swapped = paired([1.0, 0.0] * 20, [0.0, 1.0] * 20)  # as many up as down
    assert (swapped.before, swapped.after, swapped.significant) == (0.5, 0.5, False)
    assert swapped.low < 0 < swapped.high
    assert paired([1.0] * 5, [1.0] * 5).p == 1
    assert not paired([1.0] * 5, [1.0] * 4 + [0.0]).significant
    assert changes([]) == {}


def test_the_bootstrap_agrees_with_scipy() -> None:
    rng = np.random.default_rng(7)
    before, after = rng.random(60), rng.random(60)
    ours = paired(list(before), list(after))
    theirs = bootstrap((after - before,), np.mean, method="percentile", rng=1).confidence_interval
    assert ours.low == pytest.approx(theirs.low, abs=0.02)
    assert ours.high == pytest.approx(theirs.high, abs=0.02)


def test_a_measure_that_one_side_lacks_is_left_out() -> None:
    assert changes([({"m": (1.0, 1.0)}, {"m": (0.0, 0.0)})] * 3) == {}
