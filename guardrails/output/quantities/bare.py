"""Units that stand for one without a number: *przez rok*, *pełnoletni*, *a year*."""

from collections.abc import Iterator

from guardrails.output.numerals import Number
from guardrails.output.quantities.dimensions import UNITS, Dimension, Quantity, unit_of
from guardrails.output.quantities.fixed import YEAR
from guardrails.output.words import Kind, Token


def bare_units(tokens: tuple[Token, ...], found: tuple[Number, ...]) -> Iterator[Quantity]:
    """Yield ``przez rok``, ``a year``, ``pełnoletni`` (18 years): units that stand for one."""
    numbered = {at for number in found for at in range(number.start, number.end + 2)}
    for at, token in enumerate(tokens):
        if token.kind is not Kind.WORD or at in numbered:
            continue
        if "adult" in token.form.concepts and token.word.startswith(("peln", "повноліт")):
            yield Quantity(Dimension.MONTHS, 216.0, "year", token.text, at, at + 1)
        before = tokens[at - 1].word if at else ""
        if at > 1 and tokens[at - 2].form.concepts & token.form.concepts:
            continue  # "z roku na rok"
        if "year" in token.form.concepts and any(_is_year(other) for other in tokens[at + 1 : at + 2]):
            continue  # "na rok 2020"
        if [other.word for other in tokens[max(0, at - 3) : at - 1]] == ["quarter", "of"]:
            yield Quantity(Dimension.MONTHS, 3.0, "quarter", "quarter", at - 3, at + 1)
            continue
        if token.form.concepts & UNITS.keys() and before in (
            "przez",
            "na",
            "trwa",
            "a",
            "an",
            "один",
            "за",
            "po",
            "okolo",
        ):
            unit = unit_of(token)
            if unit in ("year", "month", "week", "semester", "hour") and token.word not in (
                "lat",
                "lata",
                "latach",
                "years",
                "months",
            ):
                yield in_unit(Number(1.5 if _and_a_half(tokens, at) else 1.0, at, at + 1), unit, token.text, "")


def _is_year(token: Token) -> bool:
    return token.kind is Kind.NUMBER and bool(YEAR.match(token.text))


def _and_a_half(tokens: tuple[Token, ...], at: int) -> bool:
    words = [token.text.casefold() for token in tokens[at + 1 : at + 4]]
    return words == ["and", "a", "half"] or words[:2] in (["i", "pół"], ["і", "пів"])


def in_unit(number: Number, unit: str, text: str, bound: str) -> Quantity:
    """Return a number as a quantity of a unit, led to its base unit."""
    dimension, factor = UNITS[unit]
    return Quantity(Dimension(dimension), number.value * factor, unit, text, number.start, number.end, bound)
