"""Quantities of a text: numbers with what they measure, in one unit each, so that 5 years and 60 months are equal."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guardrails.output.lists import word_list
from guardrails.output.morphology import part_of_speech
from guardrails.output.numerals import Number, month_of, numbers
from guardrails.output.words import Form, Kind, Token, plain_code

# unit concept -> (dimension, how many base units)
UNITS = {
    "year": ("months", 12.0), "month": ("months", 1.0), "week": ("days", 7.0), "day": ("days", 1.0),
    "hour": ("minutes", 60.0), "minute": ("minutes", 1.0), "semester": ("semesters", 1.0),
    "quarter": ("months", 3.0), "currency": ("money", 1.0), "percent": ("percent", 1.0),
    "points": ("percent", 1.0), "level": ("level", 1.0),
}  # fmt: skip
_LEVEL_WORDS = frozenset({"level", "prk"})
_YEAR = re.compile(r"^(?:19|20)\d{2}$")
_ONE_LEVEL = frozenset({"poziom", "poziomie", "poziomu", "level", "рівень", "рівні", "рівня", "ривень"})
_COPULAS = word_list("quantities.copulas")
_GRADES = frozenset({"stopnia", "stopien", "stopniu", "stopniem", "stage", "ступеня", "ступень"})
_MAX, _MIN, _ABOUT = "max", "min", "about"
_PERCENT = word_list("quantities.percent")
_BOUNDS = {name: word_list(f"quantities.{name}") for name in (_MIN, _MAX, _ABOUT)}


class Dimension(StrEnum):
    """What a quantity measures; values in base units (months, days, minutes, PLN, per cent, PRK level)."""

    MONTHS = "months"
    DAYS = "days"
    MINUTES = "minutes"
    SEMESTERS = "semesters"
    MONEY = "money"
    PERCENT = "percent"
    LEVEL = "level"
    GRADE = "grade"
    YEAR = "year"
    DATE = "date"
    CODE = "code"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: ``value`` in base units, ``key`` for codes and dates, tokens ``start`` to ``end``.

    ``bound`` is ``min``, ``max``, ``about`` or empty; ``noun`` is what is counted.
    """

    dimension: Dimension
    value: float
    key: str
    text: str
    start: int
    end: int
    bound: str = ""
    noun: Form | None = None
    ordinal: bool = False


def quantities(tokens: tuple[Token, ...]) -> tuple[Quantity, ...]:
    """Return the quantities, dates and codes of a text in order."""
    fixed = tuple(_fixed(tokens))
    taken = {at for item in fixed for at in range(item.start, item.end)}
    found = numbers(tokens)
    counted = (_measured(tokens, number, found) for number in found if number.start not in taken)
    bare = _bare_units(tokens, found)
    return tuple(sorted((*fixed, *(item for item in counted if item), *bare), key=lambda item: item.start))


def _fixed(tokens: tuple[Token, ...]) -> Iterator[Quantity]:
    """Yield codes and dates."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind is Kind.CODE:
            yield Quantity(Dimension.CODE, 0.0, plain_code(token.text), token.text, at, at + 1)
        elif token.kind is Kind.DATE:
            yield Quantity(Dimension.DATE, 0.0, _iso(token.text), token.text, at, at + 1)
        elif token.kind is Kind.WORD and (month := month_of(token.text)):
            item = _written_date(tokens, at, month)
            yield item
            at = item.end - 1
        at += 1


def _iso(text: str) -> str:
    if "-" in text:
        return text if len(text) == 10 else f"{text}-??"
    day, month, year = text.split(".")
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _written_date(tokens: tuple[Token, ...], at: int, month: int) -> Quantity:
    """Read ``19 grudnia 2018``, ``December 19, 2018``, ``w grudniu 2018``; unknown parts are ``??``."""
    start, end, day, year = at, at + 1, "??", "????"
    if at and tokens[at - 1].kind is Kind.NUMBER and len(tokens[at - 1].text) <= 2:
        start, day = at - 1, f"{int(tokens[at - 1].text):02d}"
    elif at > 1 and tokens[at - 1].text == "." and tokens[at - 2].kind is Kind.NUMBER and len(tokens[at - 2].text) <= 2:
        start, day = at - 2, f"{int(tokens[at - 2].text):02d}"
    rest = list(tokens[end : end + 3])
    if day == "??" and rest and rest[0].kind is Kind.NUMBER and len(rest[0].text) <= 2:
        day, end = f"{int(rest[0].text):02d}", end + 1
        rest = rest[1:]
    if rest and rest[0].text == ",":
        rest, comma = rest[1:], 1
    else:
        comma = 0
    if rest and _YEAR.match(rest[0].text):
        year, end = rest[0].text, end + 1 + comma
    text = " ".join(token.text for token in tokens[start:end])
    return Quantity(Dimension.DATE, 0.0, f"{year}-{month:02d}-{day}", text, start, end)


def _measured(tokens: tuple[Token, ...], number: Number, all_numbers: tuple[Number, ...]) -> Quantity | None:
    text = " ".join(token.text for token in tokens[number.start : number.end])
    bound = _bound(tokens, number.start)
    roman = tokens[number.start].text in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
    if number.unit:
        return _in_unit(number, number.unit, text, bound)
    if number.digits and _YEAR.match(text) and not _counts_units(tokens, number):
        return Quantity(Dimension.YEAR, number.value, text, text, number.start, number.end)
    noun = _noun_after(tokens, number.end)
    if noun and noun.folded in _GRADES and (number.ordinal or roman):
        dimension = Dimension.LEVEL if _says_prk(tokens, number.end) else Dimension.GRADE
        return Quantity(dimension, number.value, text, text, number.start, number.end)
    if _is_level(tokens, number, all_numbers, roman):
        return Quantity(Dimension.LEVEL, number.value, text, text, number.start, number.end, bound)
    if roman:
        return _roman(tokens, number, text)
    unit = _unit_after(tokens, number, all_numbers)
    if unit and not number.ordinal:
        return _in_unit(number, unit, text, bound)
    if unit == "year" and _year_of_life(tokens, number.end):
        return _in_unit(number, unit, text, bound)
    if number.value == 1 and not number.digits:
        return None
    return Quantity(Dimension.COUNT, number.value, text, text, number.start, number.end, bound, noun, number.ordinal)


def _roman(tokens: tuple[Token, ...], number: Number, text: str) -> Quantity | None:
    """Read ``I`` and ``II`` of a list (``I i II stopnia``, ``branżowa I``) as grades; alone they say nothing."""
    before = tokens[number.start - 1].form.concepts if number.start else frozenset()
    near = {token.word for token in tokens[number.end : number.end + 5]}
    if before & {"vocational", "school"} or near & _GRADES:
        return Quantity(Dimension.GRADE, number.value, text, text, number.start, number.end)
    return None


def _says_prk(tokens: tuple[Token, ...], at: int) -> bool:
    return any("prk" in token.form.concepts for token in tokens[at : at + 3])


def _year_of_life(tokens: tuple[Token, ...], at: int) -> bool:
    return any(token.word in ("zycia", "life", "життя") for token in tokens[at : at + 4])


def _in_unit(number: Number, unit: str, text: str, bound: str) -> Quantity:
    dimension, factor = UNITS[unit]
    return Quantity(Dimension(dimension), number.value * factor, unit, text, number.start, number.end, bound)


def _counts_units(tokens: tuple[Token, ...], number: Number) -> bool:
    """Tell whether 2000 is an amount (``2000 zł``, ``2000 godzin``), not a year (``2000 rok``)."""
    after = tokens[number.end : number.end + 1]
    return bool(after and (unit_of(after[0]) or "year") != "year")


def unit_of(token: Token) -> str:
    """Return the unit a token names, or nothing."""
    if token.text == "%" or token.word in (
        "procent",
        "procenta",
        "procentow",
        "percent",
        "відсотків",
        "відсотки",
        "відсоток",
    ):
        return "percent"
    return next((name for name in token.form.concepts if name in UNITS and name not in ("points", "level")), "")


def _unit_after(tokens: tuple[Token, ...], number: Number, all_numbers: tuple[Number, ...], depth: int = 0) -> str:
    """Return the unit that follows, over one adjective or over a range (``2-4 semestry``, ``8, 9 i 10 procent``)."""
    ahead = tokens[number.end : number.end + 4]
    if number.digits and ahead and ahead[0].text == "." and ahead[1:] and ahead[1].text.islower():
        ahead = ahead[1:]
    for token in ahead:
        if unit := unit_of(token):
            return unit
        if token.kind is Kind.MARK and token.text not in "-–—%":
            break
        if token.kind not in (Kind.WORD, Kind.MARK):
            break
        if token.kind is Kind.WORD and not _qualifies(token):
            break
    following = _neighbour(all_numbers, number, 1)
    following = following if following and following.start - number.end <= 1 else None
    joined = tokens[number.end : following.start] if following else ()
    if (
        following
        and depth < 4
        and all(
            token.text
            in ("-", "–", "—", ",", "i", "lub", "albo", "do", "or", "to", "and", "або", "і", "та", "oraz", "a")
            for token in joined
        )
    ):
        return following.unit or _unit_after(tokens, following, all_numbers, depth + 1)
    return ""


def _qualifies(token: Token) -> bool:
    """Tell whether a word may stand between a number and its unit (``5 ostatnich lat``, ``120 full hours``)."""
    return "adj" in part_of_speech(token.text) or token.word in (
        "full",
        "last",
        "school",
        "teaching",
        "останніх",
        "повних",
    )


def _is_level(tokens: tuple[Token, ...], number: Number, all_numbers: tuple[Number, ...], roman: bool) -> bool:
    if not 1 <= number.value <= 8 or number.value != int(number.value):
        return False
    before, after = tokens[max(0, number.start - 3) : number.start], tokens[number.end : number.end + 2]
    if any(unit_of(token) for token in after[:1]):
        return False
    near = [token for token in after if token.text not in ".-"][:1]
    if near and near[0].form.concepts & _LEVEL_WORDS:
        if number.ordinal and not roman and any(other.start == number.end + 1 for other in all_numbers):
            return False  # "druga poziom 4": the second one has level 4
        return number.ordinal or number.digits or near[0].word in _ONE_LEVEL
    back = [token for token in reversed(before) if token.text not in (":", "-", "(", "–")]
    if back and back[0].form.concepts & _LEVEL_WORDS:
        return True
    if len(back) > 1 and back[0].text.casefold() in _COPULAS and back[1].form.concepts & _LEVEL_WORDS:
        return True
    if _continues_levels(tokens, number, all_numbers):
        return True
    return (roman or not _noun_after(tokens, number.end)) and _level_is(tokens, number.start)


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


def _neighbour(numbers: tuple[Number, ...], number: Number, step: int) -> Number | None:
    """Return the number before or after ``number`` in the text."""
    at = bisect_left(numbers, number.start, key=lambda other: other.start) + step
    return numbers[at] if 0 <= at < len(numbers) else None


def _continues_levels(tokens: tuple[Token, ...], number: Number, all_numbers: tuple[Number, ...]) -> bool:
    """Tell whether the number goes on a list of levels (``poziomy 3 i 4``)."""
    previous = _neighbour(all_numbers, number, -1)
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


def _noun_after(tokens: tuple[Token, ...], at: int) -> Form | None:
    for token in tokens[at : at + 4]:
        if token.kind is not Kind.WORD:
            return None
        if token.form.noun:
            return token.form
        if not token.form.content:
            return None
    return None


def _bound(tokens: tuple[Token, ...], at: int) -> str:
    words = {token.word for token in tokens[max(0, at - 3) : at]}
    return next((name for name in (_ABOUT, _MAX, _MIN) if words & _BOUNDS[name]), "")


def _bare_units(tokens: tuple[Token, ...], found: tuple[Number, ...]) -> Iterator[Quantity]:
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
                yield _in_unit(Number(1.5 if _and_a_half(tokens, at) else 1.0, at, at + 1), unit, token.text, "")


def _and_a_half(tokens: tuple[Token, ...], at: int) -> bool:
    words = [token.text.casefold() for token in tokens[at + 1 : at + 4]]
    return words == ["and", "a", "half"] or words[:2] in (["i", "pół"], ["і", "пів"])
