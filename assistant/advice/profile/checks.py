"""What cannot be so: impossible figures, and entries that contradict each other."""

import re
from collections.abc import Mapping

from assistant.advice.profile.entries import Entry, Profile, ProfileField

BOUNDS: Mapping[ProfileField, tuple[float, float]] = {
    ProfileField.LEVEL: (1, 8),
    ProfileField.EDUCATION: (1, 8),
    ProfileField.TIME: (0, 10_000),
    ProfileField.MONEY: (0, 10_000_000),
    ProfileField.EXPERIENCE: (0, 70),
    ProfileField.MOBILITY: (0, 20_000),
}
"""Lowest and highest figure of a field: PRK levels, hours or months, złoty, years, kilometres."""

_FIGURE = re.compile(r"(?<![\w,.])([-−–]?\d{1,9}(?:[.,]\d{1,2})?)(?![\w])")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_ROMAN_LEVEL = re.compile(r"\b(VIII|VII|VI|IV|V|III|II|I)\b")
_NO_SCHOOL = re.compile(
    r"\b(bez|nie chcę( iść| chodzić)?( do| na)?|żadnej|żadnych) (szkoł|szkół|nauki|studi|uczelni)"
    r"|\bno school|\bwithout school|без (школ|навчання)",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(studi(a|ów|ować)|licencja|magist|inżynier(a|em|skie)|dyplom uczelni|university|degree)", re.IGNORECASE
)
_DEGREE_LEVEL = 6
_EDUCATION: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), level)
    for pattern, level in (
        (r"doktor(at|sk|a\b)", 8),
        (r"magist|master", 7),
        (r"licencja|inżyniersk|studi(a|ów) pierwszego|bachelor", 6),
        (r"matur|technik", 4),
        (r"branżow\w{1,5} (szko\w{1,4} )?(I|pierwszego)\b", 3),
        (r"podstaw|gimnazj|primary", 2),
    )
)
"""Words of education and their PRK level as fact:C-poziomy-szkol and fact:C-matura-prk give them."""


def figure_of(field: ProfileField, text: str) -> float | None:
    """Return the figure a text names, for a field that has one; a Roman numeral counts for levels."""
    if field not in BOUNDS:
        return None
    if found := _FIGURE.search(text):
        return float(found[1].replace(",", ".").replace("−", "-").replace("–", "-"))
    if field is ProfileField.EDUCATION:
        return next((float(level) for pattern, level in _EDUCATION if pattern.search(text)), None)
    if field is ProfileField.LEVEL and (roman := _ROMAN_LEVEL.search(text)):
        return float(_ROMAN[roman[1]])
    return None


def impossible(field: ProfileField, number: float | None) -> bool:
    """Tell whether a figure cannot be: a level of 9, hours below nothing, half a level."""
    if number is None or field not in BOUNDS:
        return False
    low, high = BOUNDS[field]
    whole = field not in (ProfileField.LEVEL, ProfileField.EDUCATION) or number == int(number)
    return not (low <= number <= high and whole)


def contradictions(profile: Profile) -> tuple[tuple[Entry, Entry], ...]:
    """Return pairs of entries that cannot both hold: no school at all, and a degree."""
    without = [entry for entry in profile.entries if _NO_SCHOOL.search(entry.text)]
    degree = [entry for entry in profile.entries if _wants_degree(entry) and entry not in without]
    return tuple((one, other) for one in without for other in degree)


def _wants_degree(entry: Entry) -> bool:
    if entry.field is ProfileField.LEVEL:
        return (entry.number or 0) >= _DEGREE_LEVEL
    return entry.field is ProfileField.GOALS and _DEGREE.search(entry.text) is not None
