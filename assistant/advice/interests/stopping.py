"""When the short form may end early: when no one type's questions left could change which types lead.

For each type its score now and the lowest and highest still possible are known (all its questions left answered
"not at all", or "very much"). The form ends when one, two or three types stay above all the others both if any
other type alone rose to its highest and if any of them alone fell to its lowest. With three items a type this
cannot happen before every type has two answers: 12 of the 18 questions at the earliest.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from assistant.advice.interests.bank import Item
from assistant.advice.interests.scoring import MOST_POINTS, Response, TypeScore, tallies

LEADERS = 3


class Range(NamedTuple):
    """Shares of points (0-1) of one type: now, and the lowest and highest still possible."""

    now: Fraction
    lowest: Fraction
    highest: Fraction


def settled(responses: Sequence[Response], items: Sequence[Item]) -> bool:
    """Tell whether some one to three types lead, whatever is answered to the rest of ``items`` of any one type."""
    scores = tallies(responses, items)
    if any(score.percent is None for score in scores):
        return False
    per_type = len(items) // len(scores)
    ranges = sorted((_range(score, per_type) for score in scores), reverse=True)
    return any(_apart(ranges[:leaders], ranges[leaders:]) for leaders in range(1, LEADERS + 1))


def _apart(leading: Sequence[Range], others: Sequence[Range]) -> bool:
    rises = min(one.now for one in leading) > max(one.highest for one in others)
    falls = min(one.lowest for one in leading) > max(one.now for one in others)
    return rises and falls


def _range(score: TypeScore, items: int) -> Range:
    left = items - score.answered - score.skipped
    most = MOST_POINTS * (score.answered + left)
    now = Fraction(score.points, MOST_POINTS * score.answered)
    return Range(now, Fraction(score.points, most), Fraction(score.points + MOST_POINTS * left, most))
