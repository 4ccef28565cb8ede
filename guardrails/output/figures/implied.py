"""Figures that a sentence may give though no record writes them so: rates, school years, differences, halves."""

from collections.abc import Iterator
from itertools import combinations

from guardrails.output.claim import Claim
from guardrails.output.figures.equal import Known, plain
from guardrails.output.lists import word_list
from guardrails.output.quantities import Dimension, Quantity

_DIFFERENCE = tuple(word_list("figures.difference"))
_MEDIAN = ("median", "медіан")
_HALF = ("połow", "half", "половин")
_RATES = frozenset({Dimension.MINUTES, Dimension.DAYS, Dimension.MONTHS})
_THOUSAND = ("tysi", "thousand", "тисяч")
_SEMESTER = ("semest", "семест")
_NEAR = 0.1
_DAY_OF_WORK = 8
_MOST = 24


def implied(item: Quantity, claim: Claim, known: Known) -> bool:
    """Tell whether a figure follows from the evidence and from what else the sentence says."""
    alone = _rate(item, claim) or _school_year(item, claim) or _day(item, known) or _of_median(item, claim)
    alone = alone or _working_days(item, claim, known) or _thousands(item, claim, known) or _years_between(item, known)
    alone = alone or _semester(item, claim)
    return alone or _halved(item, claim, known) or _difference(item, claim, known)


def _rate(item: Quantity, claim: Claim) -> bool:
    """``za godzinę``, ``an hour``: what money is paid for, not a length."""
    bare = item.dimension in _RATES and not any(letter.isdigit() for letter in item.text) and " " not in item.text
    return bare and any(other.dimension is Dimension.MONEY for other in claim.reading.quantities)


def _school_year(item: Quantity, claim: Claim) -> bool:
    """The second year of ``2020/21``; the first is checked as a year."""
    before = claim.reading.tokens[max(0, item.start - 2) : item.start]
    if [token.text for token in before[1:]] != ["/"] or not before[0].text.isdigit():
        return False
    return item.value in (int(before[0].text) + 1, (int(before[0].text) + 1) % 100)


def _day(item: Quantity, known: Known) -> bool:
    """``do 15. dnia miesiąca``: the day of a date."""
    bare = item.dimension is Dimension.COUNT and item.noun is None
    if not (bare or item.dimension is Dimension.DAYS) or item.value > 31:
        return False
    return any(other.dimension is Dimension.DATE and other.key[-2:] == f"{item.value:02.0f}" for other, _ in known)


def _thousands(item: Quantity, claim: Claim, known: Known) -> bool:
    """``razem pięć tysięcy, a osobno dziesięć``: the thousands were said before."""
    said = any(token.word.startswith(_THOUSAND) for token in claim.reading.tokens)
    return said and item.dimension is Dimension.COUNT and any(plain(other) == item.value * 1000 for other, _ in known)


def _years_between(item: Quantity, known: Known) -> bool:
    """``cztery lata po``: two years of the evidence lie so far apart."""
    if item.key != "year":
        return False
    years = {other.key[:4] for other, _ in known if other.dimension in (Dimension.DATE, Dimension.YEAR)}
    values = {int(year) for year in years if year.isdigit()}
    return any(abs(one - two) * 12 == item.value for one, two in combinations(values, 2))


def _semester(item: Quantity, claim: Claim) -> bool:
    """``semestr to pół roku``: everybody knows."""
    return (
        item.dimension is Dimension.MONTHS
        and item.value == 6
        and any(token.word.startswith(_SEMESTER) for token in claim.reading.tokens)
    )


def _working_days(item: Quantity, claim: Claim, known: Known) -> bool:
    """``1200 godzin, czyli 150 dni po osiem``: hours divided by those of a working day, and the divisor itself."""
    hours = {other.value / 60 for other, _ in known if other.dimension is Dimension.MINUTES and other.value >= 60}
    said = [other for other in claim.reading.quantities if other.dimension is not Dimension.MINUTES or other is item]
    if item.dimension is Dimension.MINUTES:
        return item.value == _DAY_OF_WORK * 60 and any(_fits_days(other.value, hours) for other in said)
    return item.dimension in (Dimension.DAYS, Dimension.COUNT) and _fits_days(item.value, hours)


def _fits_days(days: float, hours: set[float]) -> bool:
    return days > 1 and any(abs(days * _DAY_OF_WORK - value) < _DAY_OF_WORK / 2 for value in hours)


def _of_median(item: Quantity, claim: Claim) -> bool:
    """Half of the people are below a median."""
    if not item.text.casefold().startswith(_HALF):
        return False
    forms = (form for source in claim.cited for unit in source.units for form in unit.forms)
    return any(form.folded.startswith(_MEDIAN) for form in forms)


def _halved(item: Quantity, claim: Claim, known: Known) -> bool:
    """Half of a figure of the evidence or the sentence, where the evidence asks for a half."""
    if not any(other.dimension is Dimension.PERCENT and other.value == 50 for other, _ in known):
        return False
    return any(other is not item and abs(plain(other) - 2 * plain(item)) < 1e-6 for other in _all(claim, known))


def _difference(item: Quantity, claim: Claim, known: Known) -> bool:
    """``o trzy mniej``, ``minus 9 daje 215``: what lies between two figures of one measure, or roughly, if said so."""
    words = [token.word for token in claim.reading.tokens]
    if not any(word.startswith(_DIFFERENCE) for word in words):
        return False
    if item.dimension not in (Dimension.COUNT, Dimension.MONEY, Dimension.MONTHS, Dimension.MINUTES, Dimension.PERCENT):
        return False
    rough = _NEAR if item.bound == "about" or _roughly(claim, item) else 1e-6
    values = [other for other in _all(claim, known) if other is not item][:_MOST]
    pairs = ((one, two) for one, two in combinations(values, 2) if one.dimension is two.dimension)
    return any(_is_between(item, one, two, rough) for one, two in pairs)


def _is_between(item: Quantity, one: Quantity, two: Quantity, rough: float) -> bool:
    if item.dimension not in (Dimension.COUNT, one.dimension):
        return False
    mine = plain(item) if item.dimension is Dimension.COUNT else item.value
    first, second = (plain(one), plain(two)) if item.dimension is Dimension.COUNT else (one.value, two.value)
    return bool(first - second) and abs(abs(first - second) - mine) <= rough * max(1.0, mine)


def _roughly(claim: Claim, item: Quantity) -> bool:
    before = claim.reading.tokens[max(0, item.start - 2) : item.start]
    return any(token.word in ("jakies", "jakis", "mniej", "some", "roughly", "десь", "приблизно") for token in before)


def _all(claim: Claim, known: Known) -> Iterator[Quantity]:
    yield from claim.reading.quantities
    yield from (other for other, _ in known)
