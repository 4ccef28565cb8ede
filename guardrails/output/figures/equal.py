"""When a figure of a sentence and one of the evidence are the same: units, bounds, parts of dates."""

from guardrails.output.quantities import Dimension, Quantity
from guardrails.output.source import Unit
from guardrails.output.words import Form

Known = list[tuple[Quantity, Unit]]
_MONTHS_A_SEMESTER, _DAYS_A_MONTH, _WEEKS = 6.0, 30.0, 7.0
_ABOUT = 0.12


def as_written(item: Quantity, known: Known) -> bool:
    """Tell whether the evidence holds a figure in the very same writing."""
    return any(other.text.replace(" ", "") == item.text for other, _ in known)


def same_date(key: str, other: Quantity) -> bool:
    """Tell whether a date fits one of the evidence; ``??`` fits any part."""
    if other.dimension is Dimension.YEAR:
        return key == f"{other.key}-??-??"
    if other.dimension is not Dimension.DATE:
        return False
    return all(
        mine in (theirs, "??", "????") or theirs == "????"
        for mine, theirs in zip(key.split("-"), other.key.split("-"), strict=True)
    )


def equal(item: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities are one in the same or a convertible unit, within the bounds the sentence sets."""
    if item.dimension is Dimension.COUNT and item.noun is None and not item.ordinal:
        # "1000 dla lakiernika": the unit was said before
        return item.value in (plain(other), other.value)
    if item.dimension is not other.dimension:
        return _across(item, other)
    if abs(item.value - other.value) < 1e-6:
        return {item.bound, other.bound} != {"min", "max"} and _nouns_agree(item, other)
    if item.bound == "about" and other.value:
        return abs(item.value - other.value) <= _ABOUT * other.value
    close = 0 < other.value - item.value <= _ABOUT * other.value
    return item.bound == "min" and close and item.dimension is not Dimension.PERCENT and other.bound != "max"


def plain(item: Quantity) -> float:
    """Return the number as it was written, before units were led to one."""
    factor = {"year": 12.0, "quarter": 3.0, "week": 7.0, "hour": 60.0}.get(item.key, 1.0)
    return item.value / factor


def _across(item: Quantity, other: Quantity) -> bool:
    """Compare what different words measure: semesters with months, days with months, a written number with a code."""
    if item.dimension is Dimension.COUNT:
        return other.dimension in (Dimension.YEAR, Dimension.CODE) and other.text == item.text
    pair = (item.dimension, other.dimension)
    if pair == (Dimension.MONTHS, Dimension.SEMESTERS):
        return item.value == other.value * _MONTHS_A_SEMESTER
    if pair == (Dimension.SEMESTERS, Dimension.MONTHS):
        return item.value * _MONTHS_A_SEMESTER == other.value
    if pair == (Dimension.DAYS, Dimension.MONTHS):
        return item.value == other.value * _DAYS_A_MONTH
    return pair == (Dimension.MONTHS, Dimension.DAYS) and item.value * _DAYS_A_MONTH == other.value


def _nouns_agree(item: Quantity, other: Quantity) -> bool:
    """Tell whether two counts may count the same: 40 questions are not 40 places."""
    if item.dimension is not Dimension.COUNT or item.noun is None or other.noun is None or item.value > 100:
        return True
    return shares(item.noun, other.noun) or not (item.noun.concepts and other.noun.concepts)


def shares(one: Form, two: Form) -> bool:
    """Tell whether two words may mean the same."""
    return bool(one.keys & two.keys or one.concepts & two.concepts)
