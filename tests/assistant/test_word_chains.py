"""Words judged together: against all ways to mark a short message, one by one."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.embedded.learnt.chain import likeliest, probabilities

log_odds = st.floats(-6, 6, allow_nan=False)
messages = st.lists(log_odds, min_size=1, max_size=6)
tables = st.lists(st.floats(-3, 0, allow_nan=False), min_size=4, max_size=4)


def worths(odds: list[float], steps: list[list[float]]) -> dict[tuple[int, ...], float]:
    """The log weight of every way to mark the words."""
    return {
        marks: sum(own for mark, own in zip(marks, odds, strict=True) if mark)
        + sum(steps[one][next_one] for one, next_one in pairwise(marks))
        for marks in product((0, 1), repeat=len(odds))
    }


@given(messages, tables)
def test_the_probability_of_a_word_is_the_share_of_all_ways_that_mark_it(odds: list[float], table: list[float]) -> None:
    steps = np.array(table).reshape(2, 2)
    ways = worths(odds, steps.tolist())
    whole = sum(np.exp(list(ways.values())))
    wanted = [sum(np.exp(worth) for marks, worth in ways.items() if marks[place]) / whole for place in range(len(odds))]
    assert np.allclose(probabilities(np.array(odds), steps), wanted)


@given(messages, tables)
def test_the_likeliest_way_is_the_best_of_all(odds: list[float], table: list[float]) -> None:
    steps = np.array(table).reshape(2, 2)
    ways = worths(odds, steps.tolist())
    found = tuple(int(mark) for mark in likeliest(np.array(odds), steps))
    assert np.isclose(ways[found], max(ways.values()))


def test_a_doubtful_word_between_sure_ones_belongs_to_the_name() -> None:
    steps = np.log([[0.9, 0.1], [0.2, 0.8]])
    alone, between = probabilities(np.array([-0.5]), steps), probabilities(np.array([3.0, -0.5, 3.0]), steps)
    assert alone[0] < 0.5 < between[1]
