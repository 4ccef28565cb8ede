"""Which numbers are PRK levels, and which are grades of schools and studies."""

from guardrails.output.lists import word_list
from guardrails.output.numerals import Number
from guardrails.output.quantities.dimensions import Dimension, Quantity, unit_of
from guardrails.output.quantities.following import neighbour, noun_after
from guardrails.output.words import Token

_LEVEL_WORDS = frozenset({"level", "prk"})
_ONE_LEVEL = frozenset({"poziom", "poziomie", "poziomu", "level", "рівень", "рівні", "рівня", "ривень"})
_COPULAS = word_list("quantities.copulas")
GRADES = frozenset({"stopnia", "stopien", "stopniu", "stopniem", "stage", "ступеня", "ступень"})


def is_level(tokens: tuple[Token, ...], number: Number, all_numbers: tuple[Number, ...], roman: bool) -> bool:
    """Tell whether a number is a level of the framework, by the words around it."""
    if not 1 <= number.value <= 8 or number.value != int(number.value):
        return False
    before, after = tokens[max(0, number.start - 3) : number.start], tokens[number.end : number.end + 2]
    if any(unit_of(token) for token in after[:1]):
        return False
    near = [token for token in after if token.text not in ".-"][:1]
    if near and near[0].form.concepts & _LEVEL_WORDS:
        if number.ordinal and not roman and any(other.start == number.end + 1 for other in all_numbers):
            return False  # "druga poziom 4": the second one has level 4
        if number.value == 1 and not (number.ordinal or number.digits or roman):
            return False  # "jeden poziom" counts levels
        return number.ordinal or number.digits or near[0].word in _ONE_LEVEL
    back = [token for token in reversed(before) if token.text not in (":", "-", "(", "–")]
    if back and back[0].form.concepts & _LEVEL_WORDS:
        return True
    if len(back) > 1 and back[0].text.casefold() in _COPULAS and back[1].form.concepts & _LEVEL_WORDS:
        return True
    if _continues_levels(tokens, number, all_numbers):
        return True
    return (roman or not noun_after(tokens, number.end)) and _level_is(tokens, number.start)


def _level_is(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a copula stands before the number and a level word before that (``poziom zawodu to V``)."""
    if not at or tokens[at - 1].text.casefold() not in _COPULAS:
        return False
    for token in reversed(tokens[max(0, at - 12) : at]):
        if token.text in ",;:.":
            return False
        if token.form.concepts & _LEVEL_WORDS:
            return True
    return False


def _continues_levels(tokens: tuple[Token, ...], number: Number, all_numbers: tuple[Number, ...]) -> bool:
    """Tell whether the number goes on a list of levels (``poziomy 3 i 4``)."""
    previous = neighbour(all_numbers, number, -1)
    previous = previous if previous and 0 < number.start - previous.end <= 1 else None
    if previous is None or (number.ordinal and not _alike(tokens[previous.start], tokens[number.start])):
        return False
    if tokens[previous.end].text.casefold() not in (
        "i",
        "lub",
        "albo",
        "and",
        "or",
        "–",
        "-",
        ",",
        "do",
        "та",
        "і",
        "або",
    ):
        return False
    return previous.start > 0 and bool(tokens[previous.start - 1].form.concepts & _LEVEL_WORDS)


def _alike(one: Token, two: Token) -> bool:
    """Tell whether two ordinals are written alike: a Roman numeral does not go on in ``drugi``."""
    return one.kind is two.kind and one.text.isupper() == two.text.isupper()


def roman_grade(tokens: tuple[Token, ...], number: Number, text: str) -> Quantity | None:
    """Read ``I`` and ``II`` of a list (``I i II stopnia``, ``branżowa I``) as grades; alone they say nothing."""
    before = tokens[number.start - 1].form.concepts if number.start else frozenset()
    near = {token.word for token in tokens[number.end : number.end + 5]}
    if before & {"vocational", "school"} or near & GRADES:
        return Quantity(Dimension.GRADE, number.value, text, text, number.start, number.end)
    return None


def says_prk(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether the framework is named after a token."""
    return any("prk" in token.form.concepts for token in tokens[at : at + 3])
