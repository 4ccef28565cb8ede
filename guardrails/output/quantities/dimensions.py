"""What a quantity is, what it measures, and the words that name a unit."""

from dataclasses import dataclass
from enum import StrEnum

from guardrails.output.words import Form, Token

# unit concept -> (dimension, how many base units)
UNITS = {
    "year": ("months", 12.0), "month": ("months", 1.0), "week": ("days", 7.0), "day": ("days", 1.0),
    "hour": ("minutes", 60.0), "minute": ("minutes", 1.0), "semester": ("semesters", 1.0),
    "quarter": ("months", 3.0), "currency": ("money", 1.0), "percent": ("percent", 1.0),
    "points": ("percent", 1.0), "level": ("level", 1.0),
}  # fmt: skip


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
