"""Holland's six types in hexagon order, and a profile: one number a type."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, FiniteFloat

from assistant.advice.interests.errors import FormulaError
from register.record import Model

LARGEST = 1e9

Value = Annotated[FiniteFloat, Field(ge=-LARGEST, le=LARGEST)]


class HollandType(StrEnum):
    """Realistic, Investigative, Artistic, Social, Enterprising, Conventional: neighbours in the list are neighbours
    on the hexagon, and the last is the neighbour of the first (Holland 1997, *Making Vocational Choices*).
    """

    R = "R"
    I = "I"  # noqa: E741 - the field's own letter
    A = "A"
    S = "S"
    E = "E"
    C = "C"


HEXAGON: tuple[HollandType, ...] = tuple(HollandType)


class Profile(Model):
    """Six numbers on one scale; which scale (0-100 of a person, 1-7 of an occupation) its holder says."""

    r: Value
    i: Value
    a: Value
    s: Value
    e: Value
    c: Value

    @classmethod
    def of(cls, values: Sequence[float]) -> Self:
        """Build from six values in the order R I A S E C; raises ``FormulaError`` for another number of them."""
        if len(values) != len(HEXAGON):
            raise FormulaError(f"a profile has six values, not {len(values)}")
        r, i, a, s, e, c = values
        return cls(r=r, i=i, a=a, s=s, e=e, c=c)

    @property
    def values(self) -> tuple[float, ...]:
        """The six values in the order R I A S E C."""
        return (self.r, self.i, self.a, self.s, self.e, self.c)

    def __getitem__(self, kind: HollandType) -> float:
        """Return the value of one type."""
        return self.values[HEXAGON.index(kind)]

    @property
    def ranked(self) -> tuple[HollandType, ...]:
        """All six types, highest value first; equal values stand in hexagon order."""
        pairs = sorted(zip(self.values, HEXAGON, strict=True), key=lambda pair: -pair[0])
        return tuple(kind for _, kind in pairs)

    def rescaled(self, lowest: float, highest: float) -> "Profile":
        """Return the same profile with ``lowest`` of its scale as 0 and ``highest`` as 100."""
        return Profile.of([100 * (value - lowest) / (highest - lowest) for value in self.values])
