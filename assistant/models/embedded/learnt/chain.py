"""Words that are judged together: a chain of two states a word, no (0) or yes (1).

``odds``: the log odds of each word by itself, at least one. ``steps``: words - 1 × 2 × 2, the log probability of the
state of a word (last axis) after that of the word before it; one 2 × 2 table for all of them will do.
"""

import numpy as np
from numpy.typing import NDArray

Odds = NDArray[np.float64]


def likeliest(odds: Odds, steps: Odds) -> list[bool]:
    """Return the likeliest states (Viterbi's algorithm)."""
    best, ways = np.array([0.0, odds[0]]), []
    for step, own in zip(_each(steps, odds), odds[1:], strict=True):
        reached = best[:, None] + step
        ways.append(reached.argmax(axis=0))
        best = reached.max(axis=0) + np.array([0.0, own])
    state = int(best.argmax())
    found = [state]
    for way in reversed(ways):
        state = int(way[state])
        found.append(state)
    return [bool(state) for state in reversed(found)]


def probabilities(odds: Odds, steps: Odds) -> Odds:
    """Return for each word the probability of a yes, given all words (the forward-backward algorithm)."""
    each = _each(steps, odds)
    ahead, behind = np.zeros((len(odds), 2)), np.zeros((len(odds), 2))
    ahead[:, 1] = odds
    for place, step in enumerate(each, 1):
        ahead[place] += np.logaddexp(*(ahead[place - 1][:, None] + step))
    for place in range(len(odds) - 2, -1, -1):
        following = each[place] + behind[place + 1] + np.array([0.0, odds[place + 1]])
        behind[place] = np.logaddexp(*following.T)
    sums = ahead + behind
    return np.asarray(1 / (1 + np.exp(sums[:, 0] - sums[:, 1])), np.float64)


def _each(steps: Odds, odds: Odds) -> Odds:
    return np.broadcast_to(steps, (len(odds) - 1, 2, 2))
