"""Figures that follow from those of the evidence: sums, differences, days between dates."""

from datetime import date
from itertools import combinations

from guardrails.output.claim import Claim
from guardrails.output.figures.counted import FRACTIONS, TIMES, counted
from guardrails.output.figures.equal import Known, plain
from guardrails.output.lists import word_list
from guardrails.output.quantities import Dimension, Quantity

_EXTENDED = ("przedluz", "extend", "extension", "продовж")
_SUMMED = word_list("figures.summed")
_DIFFERENCE = tuple(word_list("figures.difference"))


def derived(item: Quantity, claim: Claim, known: Known) -> bool:
    """Tell whether a figure is a count, sum, difference or fraction of what the evidence holds."""
    words = {token.word for token in claim.reading.tokens}
    if item.dimension is Dimension.COUNT and counted(item, claim, known):
        return True
    same = [
        other.value if item.noun or item.dimension is not Dimension.COUNT else plain(other)
        for other, _ in known
        if other.dimension is item.dimension or (item.dimension is Dimension.COUNT and item.noun is None)
    ]
    if item.dimension is Dimension.COUNT and not (item.noun is None or item.noun.concepts & {"level"} or words & TIMES):
        return False
    if item.dimension is Dimension.COUNT and item.noun and "level" in item.noun.concepts:
        same = [other.value for other, _ in known if other.dimension is Dimension.LEVEL]
    pairs = list(combinations(dict.fromkeys(same), 2)) + [
        (value, value) for value in set(same) if same.count(value) > 1
    ]
    extended = any(word.startswith(_EXTENDED) for word in words)
    if (len(claim.cited) > 1 or extended or words & _SUMMED) and any(
        abs(one + two - item.value) < 1e-6 for one, two in pairs
    ):
        return True
    if len(claim.cited) > 2 and any(abs(sum(three) - item.value) < 1e-6 for three in combinations(same[:12], 3)):
        return True
    differs = any(word.startswith(_DIFFERENCE) for word in words) or words & {"od", "roznicy"}
    if differs and any(abs(abs(one - two) - item.value) < 1e-6 for one, two in pairs):
        return True
    if item.dimension is Dimension.PERCENT and item.text.casefold() in FRACTIONS:
        return FRACTIONS[item.text.casefold()] in same
    return item.dimension is Dimension.DAYS and _days_between(item, known)


def _days_between(item: Quantity, known: Known) -> bool:
    """Tell whether two dates of the evidence lie so many days apart."""
    days = []
    for other, _ in known:
        if other.dimension is Dimension.DATE and "?" not in other.key:
            try:
                days.append(date.fromisoformat(other.key))
            except ValueError:
                continue
    return any(abs((one - two).days) == item.value for one, two in combinations(set(days), 2))
