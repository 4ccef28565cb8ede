"""Drift on hand-made counts whose value is known."""

from collections import Counter
from math import isclose, log

from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.monitoring.drift import MOST_VALUES, chance, drifts_of, psi

COUNTS = st.dictionaries(st.sampled_from("abcde"), st.integers(1, 500), min_size=1)


def test_the_index_by_hand() -> None:
    """Half a count more each: 75.5 and 25.5 of 101 against 25.5 and 75.5."""
    more, less = 75.5 / 101, 25.5 / 101
    assert isclose(psi({"a": 75, "b": 25}, {"a": 25, "b": 75}), 2 * (more - less) * log(more / less))


@settings(deadline=None)  # the first call imports scipy
@given(COUNTS, COUNTS)
def test_the_index_is_symmetric_and_never_negative(one: dict[str, int], other: dict[str, int]) -> None:
    assert isclose(psi(one, other), psi(other, one), abs_tol=1e-9)
    assert psi(one, other) >= -1e-12
    assert psi(one, one) == 0
    assert 0 <= chance(one, other) <= 1


def test_few_turns_are_no_shift() -> None:
    """Three turns against three look very different and tell nothing; three hundred do."""
    few = drifts_of({"status": Counter(a=3)}, {"status": Counter(a=1, b=2)})[0]
    many = drifts_of({"status": Counter(a=300)}, {"status": Counter(a=100, b=200)})[0]
    assert few.psi > 0.25
    assert (few.shifted, many.shifted) == (False, True)


def test_a_large_sample_with_a_small_change_is_no_shift() -> None:
    found = drifts_of({"status": Counter(a=50_000, b=50_000)}, {"status": Counter(a=51_000, b=49_000)})[0]
    assert found.p < 0.01
    assert not found.shifted


def test_rare_records_are_counted_as_one_and_nothing_is_absent() -> None:
    many = Counter({f"zrk:{n}": 100 - n for n in range(60)})
    found = drifts_of({"records": many, "dropped": Counter()}, {"records": many, "dropped": Counter()})
    assert [one.name for one in found] == ["records"]
    assert len(found[0].reference) == MOST_VALUES + 1
    assert sum(found[0].reference.values()) == many.total()
