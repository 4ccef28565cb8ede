"""What a profile says as a whole: flat, undifferentiated or clear, and its code of one to three letters."""

from enum import StrEnum

from assistant.advice.interests.holland import HollandType, Profile
from register.record import Model

FLAT_BELOW = 15.0
"""Points of 100. The bar seen in public users of the O*NET Short Form: highest - lowest under 6 of 40."""

CODE_FROM = 0.4
"""A type is in the code when it stands at this share of the profile's own range, or above.

Own choice: with it ``high_point`` gives, for the 923 occupations of O*NET 29.3, the code published there for 791;
with 0.3 for 746, with 0.5 for 637.
"""

LONGEST_CODE = 3
_ROUNDING = 1e-9


class Shape(StrEnum):
    """``incomplete``: a type has too few answers; ``flat``: no type stands out; ``undifferentiated``: four or more
    stand together on top, so a code of three letters would be chosen by accident.
    """

    CLEAR = "clear"
    UNDIFFERENTIATED = "undifferentiated"
    FLAT = "flat"
    INCOMPLETE = "incomplete"


class HighPoint(Model):
    """``letters``: the types that stand out, highest first, none to three; ``tied`` when two of them are equal."""

    letters: tuple[HollandType, ...] = ()
    tied: bool = False


def shape_of(profile: Profile) -> Shape:
    """Name the shape of a profile on the 0-100 scale."""
    values = sorted(profile.values, reverse=True)
    if values[0] - values[-1] < FLAT_BELOW:
        return Shape.FLAT
    return Shape.UNDIFFERENTIATED if values[0] - values[LONGEST_CODE] < FLAT_BELOW else Shape.CLEAR


def high_point(profile: Profile) -> HighPoint:
    """Return the code of a profile on the 0-100 scale; none unless it is clear.

    Letters are never forced to three, and a tie across the end of the code is never broken: both types stay out.
    """
    if shape_of(profile) is not Shape.CLEAR:
        return HighPoint()
    values = sorted(profile.values, reverse=True)
    line = values[-1] + CODE_FROM * (values[0] - values[-1]) - _ROUNDING
    passing = sum(value >= line for value in values)
    end = min(passing, LONGEST_CODE)
    while passing > LONGEST_CODE and values[end - 1] == values[LONGEST_CODE]:
        end -= 1
    return HighPoint(letters=profile.ranked[:end], tied=len(set(values[:end])) < end)
