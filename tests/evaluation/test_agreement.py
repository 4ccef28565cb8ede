"""Agreement on data whose value is published or plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.metrics.agreement import alpha, deviation, pairwise

# Krippendorff 2011, the reliability data of four observers and twelve units; unit 12 has one value.
PUBLISHED = [
    [1, 1, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [5, 5, 5],
    [1, 1],
    [3],
]


def test_the_published_value() -> None:
    assert alpha(PUBLISHED) == pytest.approx(0.849, abs=0.0005)


def test_perfect_broken_and_silent() -> None:
    assert alpha([[0, 0], [1, 1]]) == 1
    assert alpha([[0, 1], [1, 0]]) == pytest.approx(-0.5)
    assert alpha([[1, 1], [1, 1]]) is None
    assert alpha([[1], [0]]) is None
    assert (pairwise([[0, 1], [1, 1]]), pairwise([[1]])) == (0.5, None)
    assert (deviation([0.4, 0.6]), deviation([0.4])) == (pytest.approx(0.1), None)


@given(st.lists(st.lists(st.floats(0, 1), min_size=2, max_size=4), min_size=2))
def test_it_never_exceeds_one(units: list[list[float]]) -> None:
    found = alpha(units)
    assert found is None or found <= 1
