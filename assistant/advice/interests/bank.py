"""The item bank: activities in three languages, their Holland type, and a card saying what the bank is not."""

from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Annotated, Self

import yaml
from pydantic import Field, model_validator

from assistant.advice.interests.holland import HEXAGON, HollandType
from register.record import Model, Text


class FullText(Model):
    """One statement in every language of the assistant."""

    pl: Text
    en: Text
    uk: Text


class Item(Model):
    """One activity, worded as a noun phrase so that it has no gender; ``branch`` is the field of work it is from."""

    id: Annotated[str, Field(pattern=r"^[riasec][1-9]$")]
    branch: Text
    text: FullText

    @property
    def type(self) -> HollandType:
        """The Holland type the item stands for."""
        return HollandType(self.id[0].upper())


class Card(Model):
    """How the items were written, and what they must not be taken for."""

    status: FullText
    written: FullText
    not_this: Annotated[tuple[FullText, ...], Field(min_length=1)]
    limits: FullText


class ItemBank(Model):
    """Items in order of use within each type; raises ``ValueError`` when ids repeat or types differ in length."""

    id: Text
    card: Card
    items: tuple[Item, ...]

    @model_validator(mode="after")
    def _balanced(self) -> Self:
        counts = Counter(item.type for item in self.items)
        if len({item.id for item in self.items}) != len(self.items):
            raise ValueError("an item id is there twice")
        if set(counts) != set(HEXAGON) or len(set(counts.values())) != 1 or self.rounds < 3:
            raise ValueError("every type needs the same number of items, three or more")
        return self

    @property
    def rounds(self) -> int:
        """Items a type."""
        return len(self.items) // len(HEXAGON)

    def sequence(self, rounds: int) -> tuple[Item, ...]:
        """Return ``rounds`` items of each type in the order they are asked.

        Round by round, one item of each type; each round starts one type later, so that none is always last.
        """
        by_type = {kind: [item for item in self.items if item.type is kind] for kind in HEXAGON}
        order = [(turn, HEXAGON[(place + turn) % 6]) for turn in range(rounds) for place in range(6)]
        return tuple(by_type[kind][turn] for turn, kind in order)


@cache
def load_bank() -> ItemBank:
    """Read the bank shipped with the package."""
    text = (files(__package__) / "data" / "items.yaml").read_text("utf-8")
    return ItemBank.model_validate(yaml.load(text, yaml.CSafeLoader))
