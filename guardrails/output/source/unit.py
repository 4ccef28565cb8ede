"""One statement of a record, and the record as the checks read it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from guardrails.output.families import Member, members_in
from guardrails.output.polarity import Clause, polarities
from guardrails.output.quantities import Dimension, Quantity
from guardrails.output.reading import Reading
from guardrails.output.source.stems import stems_of
from guardrails.output.words import Form, Kind


@dataclass(frozen=True)
class Unit:
    """One statement of a record: what it is read as, and the label that governs it."""

    reading: Reading
    label: Reading | None = None
    told: bool = True
    """Whether it states something: names and the questions a rule answers do not."""
    asked: bool = False
    """Whether it is a question somebody puts."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """Content keys of the statement and its label."""
        return self.reading.content_keys | (self.label.content_keys if self.label else frozenset())

    @cached_property
    def polarities(self) -> tuple[Clause, ...]:
        """The clauses with the words of the label in each; a bare ``nie`` denies its label."""
        if not self.told:
            return ()
        own = self.label.content_keys if self.label else frozenset()
        bare = bool(self.label) and self.reading.text.strip().casefold() in ("nie", "no", "ні")
        found = tuple(replace(clause, keys=clause.keys | own) for clause in polarities(self.reading))
        return found or ((Clause(own, bare),) if own else ())

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The word forms of the statement and its label."""
        readings = (self.reading, self.label) if self.label else (self.reading,)
        return tuple(token.form for reading in readings for token in reading.tokens if token.kind is Kind.WORD)

    @cached_property
    def members(self) -> frozenset[Member]:
        """The notions of families that the statement or its label names."""
        return members_in(self.forms)

    @cached_property
    def signals(self) -> frozenset[str]:
        """Signals of the statement and its label."""
        return self.reading.names | (self.label.names if self.label else frozenset())


@dataclass(frozen=True)
class Source:
    """One record, read for checking."""

    record_id: str
    title: Reading
    units: tuple[Unit, ...]
    counts: tuple[tuple[Reading, int], ...]
    """Label and length of each list the record holds."""
    related: frozenset[str] = frozenset()
    """Ids of the records it names in its facts: the occupations of a qualification, the parts of a full one."""
    fields: Mapping[str, Any] = field(default_factory=dict, compare=False)
    """Its facts as they are, for the checks of closed fields."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """Lemmas and concepts of everything the record says."""
        return self.title.keys.union(
            *(unit.reading.keys | (unit.label.keys if unit.label else frozenset()) for unit in self.units)
        )

    @cached_property
    def signals(self) -> frozenset[str]:
        """Signals of all its statements."""
        return frozenset().union(*(unit.signals for unit in self.units))

    @cached_property
    def members(self) -> frozenset[Member]:
        """The notions of families that its title or any statement names."""
        return frozenset().union(Unit(self.title).members, *(unit.members for unit in self.units))

    @cached_property
    def stems(self) -> frozenset[str]:
        """First letters of its words, by which derived words meet."""
        return frozenset(
            stem
            for unit in (*self.units, Unit(self.title))
            for token in unit.reading.tokens
            for stem in stems_of(token.word)
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words as written."""
        return frozenset(token.word for unit in (*self.units, Unit(self.title)) for token in unit.reading.tokens)

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, Unit], ...]:
        """Every quantity with the statement it stands in; a question of somebody founds no figure."""
        told = (unit for unit in self.units if not unit.asked)
        return tuple((item, unit) for unit in (*told, Unit(self.title)) for item in unit.reading.quantities)

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every code the record names."""
        return frozenset(item.key for item, _ in self.quantities if item.dimension is Dimension.CODE)

    @cached_property
    def own_codes(self) -> frozenset[str]:
        """The codes of the record itself: in its id, its title or its field ``code``."""
        own = {item.key for item in self.title.quantities if item.dimension is Dimension.CODE}
        return frozenset(own | {self.record_id.partition(":")[2].casefold()})
