"""How much of what is done in a record a liking is: the share of its activities, not one word in passing.

    fit = (activities that are the liking + 1/2 x those near it) / all activities of the record

A record whose own name says it fits by at least ``NAMED``; of a long name, that says much else as well, by less.
«Opiekun» whose every task is with children fits a liking for children; one who makes leads, among five other things,
does not fit a liking for dogs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.advice.likings.table import Liking, Pattern
from retrieval.analysis import analyse

NAMED = 0.7
SHORT_NAME = 4
"""A name of more words counts by the share of so many of its words."""
NEAR = 0.5
LEAST = 0.2
"""A record that is the liking by less is not about it; own choice."""
CORE = 0.34
"""What one does not want a record must not be by so much or more; own choice."""


@dataclass(frozen=True, slots=True)
class Done:
    """How far a record is a liking (0-1), and which of its activities say so, by their places."""

    fit: float
    activities: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Statement:
    record: int
    place: int


@dataclass(frozen=True, slots=True)
class Doings:
    """What is done in each record, ready to be asked for likings. ``place`` -1 is the record's name."""

    ids: tuple[str, ...]
    sizes: tuple[int, ...]
    named: tuple[float, ...]
    names: tuple[tuple[frozenset[str], ...], ...]
    statements: tuple[_Statement, ...]
    having: Mapping[str, frozenset[int]]

    @classmethod
    def of(cls, records: Iterable[tuple[str, str, Sequence[str]]]) -> "Doings":
        """Build from records: their ids, names and Polish activities."""
        ids: list[str] = []
        sizes: list[int] = []
        names: list[tuple[frozenset[str], ...]] = []
        statements: list[_Statement] = []
        having: dict[str, set[int]] = {}
        for number, (record_id, name, activities) in enumerate(records):
            ids.append(record_id)
            sizes.append(len(activities))
            names.append(tuple(frozenset(word.lemmas) for word in analyse(name).content))
            for place, text in enumerate((name, *activities), start=-1):
                for lemma in {lemma for word in analyse(text).words for lemma in word.lemmas}:
                    having.setdefault(lemma, set()).add(len(statements))
                statements.append(_Statement(number, place))
        places = {lemma: frozenset(at) for lemma, at in having.items()}
        named = tuple(NAMED * min(1.0, SHORT_NAME / max(1, len(name))) for name in names)
        return cls(tuple(ids), tuple(sizes), named, tuple(names), tuple(statements), places)

    def like(self, liking: Liking, *, nothing_near: bool = False) -> dict[str, Done]:
        """Return by id the records in which anything of ``liking`` is done, or only what is just it."""
        whole = self._matching(liking.does)
        near = set[int]() if nothing_near else self._matching(liking.akin) - whole
        worth = {**dict.fromkeys(near, NEAR), **dict.fromkeys(whole, 1.0)}
        of: dict[int, dict[int, float]] = {}
        for at, value in worth.items():
            of.setdefault(self.statements[at].record, {})[self.statements[at].place] = value
        return {self.ids[record]: self._done(record, values) for record, values in of.items()}

    def name_in(self, text: str) -> bool:
        """Tell whether the name of a record, of several words, stands whole in ``text``, in any forms."""
        said = frozenset(lemma for word in analyse(text).words for lemma in word.lemmas)
        return any(len(name) > 1 and not any(map(said.isdisjoint, name)) for name in self.names)

    def is_named(self, lemmas: Iterable[str]) -> bool:
        """Tell whether a word stands in the name of a record."""
        at = frozenset[int]().union(*(self.having.get(lemma, frozenset()) for lemma in lemmas))
        return any(self.statements[one].place < 0 for one in at)

    def speaking_of(self, begins: str) -> frozenset[str]:
        """Return the records whose name has a word that begins with ``begins``."""
        at = frozenset[int]().union(*(places for lemma, places in self.having.items() if lemma.startswith(begins)))
        return frozenset(self.ids[self.statements[one].record] for one in at if self.statements[one].place < 0)

    def _done(self, record: int, values: Mapping[int, float]) -> Done:
        named = self.named[record] * values.get(-1, 0.0)
        size = self.sizes[record]
        share = sum(value for place, value in values.items() if place >= 0) / size if size else 0.0
        places = sorted((place for place in values if place >= 0), key=lambda place: (-values[place], place))
        return Done(max(share, named), tuple(places))

    def _matching(self, patterns: Iterable[Pattern]) -> set[int]:
        found: set[int] = set()
        for pattern in patterns:
            there = [self._having(lemmas) for lemmas in pattern.there]
            if there:
                found |= frozenset.intersection(*there) - frozenset[int]().union(*map(self._having, pattern.away))
        return found

    def _having(self, lemmas: frozenset[str]) -> frozenset[int]:
        return frozenset[int]().union(*(self.having.get(lemma, frozenset()) for lemma in lemmas))
