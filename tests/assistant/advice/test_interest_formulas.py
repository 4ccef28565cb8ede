"""The published measures on their published values, and what must hold for every profile and code."""

import math
from itertools import permutations
from statistics import correlation, fmean

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.advice.interests import FIT_FROM, Fit, FormulaError, Profile
from assistant.advice.interests.fit import fit_of
from assistant.advice.interests.formulas import (
    brown_gore_c,
    chance_of_correlation,
    consistency,
    differentiation,
    hexagon_distance,
    iachan_m,
    profile_correlation,
    profile_distance,
)

CODES = ["".join(letters) for letters in permutations("RIASEC", 3)]
EXACT = {"abs": 1e-9, "rel": 0}
profiles = st.lists(st.floats(-1e6, 1e6), min_size=6, max_size=6)
codes = st.sampled_from(CODES)


def profile_at(r: float) -> tuple[list[float], list[float]]:
    """Two profiles whose correlation is ``r`` by construction: a direction, and its mix with one at right angles."""
    one = [value / math.sqrt(2) for value in (1, -1, 0, 0, 0, 0)]
    across = [value / math.sqrt(2) for value in (0, 0, 1, -1, 0, 0)]
    return one, [r * x + math.sqrt(1 - r * r) * y for x, y in zip(one, across, strict=True)]


@pytest.mark.parametrize(
    ("person", "environment", "c"),
    [("RIA", "RIA", 18), ("RIA", "SEC", 0), ("RIA", "RIS", 17), ("RIC", "RCI", 12)],
)
def test_the_c_index_has_its_published_values(person: str, environment: str, c: int) -> None:
    assert brown_gore_c(person, environment) == c


def test_the_c_index_of_two_codes_by_chance_is_nine() -> None:
    values = [brown_gore_c(person, environment) for person in CODES for environment in CODES]
    assert len(values) == 120 * 120
    assert (min(values), max(values)) == (0, 18)
    assert fmean(values) == pytest.approx(9, **EXACT)


@pytest.mark.parametrize(
    ("person", "environment", "m"),
    [
        ("RIA", "RIA", 28),
        ("RIA", "SEC", 0),
        ("RIA", "IRS", 20),
        ("RIA", "RAI", 26),
        ("RIA", "SRE", 10),
        ("RIA", "SEA", 1),
    ],
)
def test_iachans_m_is_the_sum_of_its_weights(person: str, environment: str, m: int) -> None:
    assert iachan_m(person, environment) == m


@given(codes, codes)
def test_congruence_does_not_depend_on_who_is_compared_with_whom(one: str, other: str) -> None:
    assert brown_gore_c(one, other) == brown_gore_c(other, one)
    assert iachan_m(one, other) == iachan_m(other, one)
    assert 0 <= iachan_m(one, other) <= 28
    assert (iachan_m(one, other) == 28) == (one == other)


def test_the_hexagon_goes_round() -> None:
    rows = {one: [hexagon_distance(one, other) for other in "RIASEC"] for one in "RIASEC"}
    assert rows["R"] == [0, 1, 2, 3, 2, 1]
    # The published R package has A to S as 0.
    assert (rows["A"][3], rows["S"][2]) == (1, 1)
    assert all(rows[one][i] == rows[other][j] for i, other in enumerate("RIASEC") for j, one in enumerate("RIASEC"))


@pytest.mark.parametrize(("person", "value"), [("RI", 3), ("RC", 3), ("RA", 2), ("RS", 1), ("IE", 1)])
def test_consistency_is_nearness_of_the_first_two_letters(person: str, value: int) -> None:
    assert consistency(person) == value


def test_differentiation_indices_of_one_profile() -> None:
    indices = differentiation([40, 30, 10, 20, 0, 20])
    assert (indices.di1, indices.di2, indices.di3, indices.di5) == (10, 20, 15, 40)
    assert indices.di6 == pytest.approx(40 / 120, **EXACT)
    assert indices.di7 == pytest.approx(math.sqrt(1000 / 6), **EXACT)
    assert differentiation([0] * 6).di6 is None


@pytest.mark.parametrize("r", [0.729, 0.608, 0.0, -0.5, 0.999])
def test_correlation_of_profiles_made_to_have_it(r: float) -> None:
    assert profile_correlation(*profile_at(r)) == pytest.approx(r, **EXACT)


def test_correlation_worked_by_hand() -> None:
    # Deviations (5, 3, 1, -1, -3, -5) / 2 and the same with the first two exchanged: 66 / 70.
    assert profile_correlation([6, 5, 4, 3, 2, 1], [5, 6, 4, 3, 2, 1]) == pytest.approx(66 / 70, **EXACT)


@given(profiles, profiles)
def test_correlation_agrees_with_the_standard_library(one: list[float], other: list[float]) -> None:
    assume(all(max(profile) - min(profile) > 1 for profile in (one, other)))
    assert profile_correlation(one, other) == pytest.approx(correlation(one, other), **EXACT)


@given(profiles, st.floats(0.01, 100), st.floats(-1000, 1000))
def test_correlation_sees_shape_only(one: list[float], times: float, plus: float) -> None:
    assume(max(one) - min(one) > 1)
    assert profile_correlation(one, [times * value + plus for value in one]) == pytest.approx(1, abs=1e-6)
    assert profile_correlation(one, [plus - times * value for value in one]) == pytest.approx(-1, abs=1e-6)


@given(st.lists(st.floats(-1e9, 1e9), min_size=6, max_size=6), profiles)
def test_correlation_is_a_number_from_minus_one_to_one_or_nothing(one: list[float], other: list[float]) -> None:
    r = profile_correlation(one, other)
    level = any(max(profile) == min(profile) for profile in (one, other))
    assert r is None if level else -1 <= r <= 1


def test_distance_sees_the_level() -> None:
    assert profile_distance([0] * 6, [1] * 6) == pytest.approx(math.sqrt(6), **EXACT)
    assert profile_distance([0.2] * 6, [0.2] * 6) == 0


@pytest.mark.parametrize(("fit", "chance"), [(Fit.BEST, 0.05), (Fit.GREAT, 0.10), (Fit.GOOD, 0.20)])
def test_the_bars_of_fit_are_critical_correlations(fit: Fit, chance: float) -> None:
    bar = FIT_FROM[fit]
    assert chance_of_correlation(bar + 0.0005) < chance < chance_of_correlation(bar - 0.0005)


@pytest.mark.parametrize("r", [-0.9, -0.3, 0.0, 0.4, 0.729, 0.97])
def test_the_chance_of_a_correlation_is_the_tail_of_t_with_four_degrees(r: float) -> None:
    def density(t: float) -> float:
        return 3 / 8 * (1 + t * t / 4) ** -2.5

    t, steps = r * math.sqrt(4 / (1 - r * r)), 2000
    area = sum(density(t * (step + 0.5) / steps) for step in range(steps)) * t / steps
    assert chance_of_correlation(r) == pytest.approx(0.5 - area, abs=1e-5)


@pytest.mark.parametrize(
    ("r", "fit"),
    [(1.0, Fit.BEST), (0.729, Fit.BEST), (0.7289, Fit.GREAT), (0.608, Fit.GREAT), (0.6079, Fit.GOOD), (0.4259, None)],
)
def test_a_correlation_on_the_bar_counts(r: float, fit: Fit | None) -> None:
    assert fit_of(r) == fit
    computed = profile_correlation(*profile_at(r))
    assert computed is not None
    assert fit_of(computed) == fit


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: profile_correlation([1, 2, 3], [1, 2, 3, 4, 5, 6]),
        lambda: profile_correlation([math.nan] * 6, [1, 2, 3, 4, 5, 6]),
        lambda: profile_distance([math.inf] * 6, [0] * 6),
        lambda: differentiation([1e10, 0, 0, 0, 0, 0]),
        lambda: brown_gore_c("RI", "RIA"),
        lambda: brown_gore_c("RRI", "RIA"),
        lambda: iachan_m("XYZ", "RIA"),
        lambda: hexagon_distance("r", "I"),
        lambda: consistency("RR"),
        lambda: chance_of_correlation(1.1),
        lambda: Profile.of([1, 2]),
    ],
)
def test_what_a_formula_is_not_defined_for_is_refused(wrong) -> None:
    with pytest.raises(FormulaError):
        wrong()
