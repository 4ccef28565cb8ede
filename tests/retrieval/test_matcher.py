import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.matcher import ExampleMatcher

MATCHER = ExampleMatcher(
    {
        "how_to_become": ["jak zostać technikiem", "co zrobić, żeby zostać"],
        "pay": ["ile zarabia", "jakie są zarobki"],
        "duration": ["ile to trwa", "jak długo trwa"],
    }
)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Jak zostać fryzjerem?", "how_to_become"),
        ("jak zostac", "how_to_become"),
        ("ile zarabiaja mechanicy", "pay"),
        ("A ile to potrwa?", "duration"),
        ("jkaie sa zarobki", "pay"),
    ],
)
def test_the_nearest_label_comes_first(text: str, label: str) -> None:
    assert MATCHER.match(text)[0][0] == label


def test_a_whole_example_scores_one_and_is_named() -> None:
    assert MATCHER.match("Ile to trwa?", limit=1) == (("duration", 1.0, "ile to trwa"),)


@pytest.mark.parametrize("text", ["", "xqzw", "乌克兰", "\x00"])
def test_nothing_alike_gives_nothing(text: str) -> None:
    assert MATCHER.match(text) == ()


def test_no_examples_match_nothing() -> None:
    assert ExampleMatcher({}).match("ile to trwa") == ()


@given(st.text(alphabet=st.characters(), max_size=80), st.integers(0, 5))
def test_scores_are_shares_and_fall(text: str, limit: int) -> None:
    found = MATCHER.match(text, limit)
    scores = [score for _, score, _ in found]
    assert len(found) <= limit
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
