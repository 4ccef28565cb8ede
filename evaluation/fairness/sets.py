"""The set: groups of messages that differ in one protected attribute; and what a run keeps of them."""

from typing import Annotated

from pydantic import Field

from evaluation.lines import Row
from evaluation.turns import Turn


class Variant(Row):
    """The attribute's value and the message with it."""

    value: str
    message: str


class Group(Row):
    """One line of a set."""

    group: str
    attribute: str
    lang: str = ""
    variants: Annotated[tuple[Variant, ...], Field(min_length=2)]


class Answered(Row):
    """One variant answered: the records recommended or cited, best first, and the PRK levels they have."""

    value: str
    turn: Turn
    ids: tuple[str, ...]
    levels: tuple[int, ...]


class Compared(Row):
    """A group as a run keeps it."""

    group: str
    attribute: str
    lang: str = ""
    variants: tuple[Answered, ...]
