"""Quantities of a text: numbers with what they measure, in one unit each, so that 5 years and 60 months are equal."""

from guardrails.output.lists import word_list
from guardrails.output.numerals import Number, numbers
from guardrails.output.quantities.bare import bare_units, in_unit
from guardrails.output.quantities.dimensions import Dimension, Quantity, unit_of
from guardrails.output.quantities.fixed import YEAR, fixed
from guardrails.output.quantities.following import noun_after, unit_after
from guardrails.output.quantities.levels import GRADES, is_level, roman_grade, says_prk
from guardrails.output.words import Token

_MAX, _MIN, _ABOUT = "max", "min", "about"
_BOUNDS = {name: word_list(f"quantities.{name}") for name in (_MIN, _MAX, _ABOUT)}


def quantities(tokens: tuple[Token, ...]) -> tuple[Quantity, ...]:
    """Return the quantities, dates and codes of a text in order."""
    known = tuple(fixed(tokens))
    taken = {at for item in known for at in range(item.start, item.end)}
    found = numbers(tokens)
    counted = (_measured(tokens, number, found) for number in found if number.start not in taken)
    bare = bare_units(tokens, found)
    return tuple(sorted((*known, *(item for item in counted if item), *bare), key=lambda item: item.start))


def _measured(tokens: tuple[Token, ...], number: Number, all_numbers: tuple[Number, ...]) -> Quantity | None:
    text = " ".join(token.text for token in tokens[number.start : number.end])
    bound = _bound(tokens, number.start)
    roman = tokens[number.start].text in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
    if number.unit:
        return in_unit(number, number.unit, text, bound)
    if number.digits and YEAR.match(text) and not _counts_units(tokens, number):
        return Quantity(Dimension.YEAR, number.value, text, text, number.start, number.end)
    noun = noun_after(tokens, number.end)
    if noun and noun.folded in GRADES and (number.ordinal or roman):
        dimension = Dimension.LEVEL if says_prk(tokens, number.end) else Dimension.GRADE
        return Quantity(dimension, number.value, text, text, number.start, number.end)
    if is_level(tokens, number, all_numbers, roman):
        return Quantity(Dimension.LEVEL, number.value, text, text, number.start, number.end, bound)
    if roman:
        return roman_grade(tokens, number, text)
    unit = unit_after(tokens, number, all_numbers)
    if unit and not number.ordinal:
        return in_unit(number, unit, text, bound)
    if unit == "year" and _year_of_life(tokens, number.end):
        return in_unit(number, unit, text, bound)
    if number.value == 1 and not number.digits:
        return None
    return Quantity(Dimension.COUNT, number.value, text, text, number.start, number.end, bound, noun, number.ordinal)


def _year_of_life(tokens: tuple[Token, ...], at: int) -> bool:
    return any(token.word in ("zycia", "life", "життя") for token in tokens[at : at + 4])


def _counts_units(tokens: tuple[Token, ...], number: Number) -> bool:
    """Tell whether 2000 is an amount (``2000 zł``, ``2000 godzin``), not a year (``2000 rok``)."""
    after = tokens[number.end : number.end + 1]
    return bool(after and (unit_of(after[0]) or "year") != "year")


def _bound(tokens: tuple[Token, ...], at: int) -> str:
    words = {token.word for token in tokens[max(0, at - 3) : at]}
    return next((name for name in (_ABOUT, _MAX, _MIN) if words & _BOUNDS[name]), "")
