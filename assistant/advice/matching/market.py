"""What the figures of the index say of an occupation: on the list of special demand, and where its pay stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from register.facts import Freshness, LabourFact
from register.occupation import Occupation
from register.vocabulary import LabourTopic

FEWEST_PEERS = 5


@dataclass(frozen=True, slots=True)
class Market:
    """``demand``: the newest national listing of an occupation by its id; ``pay``: national pay figures in złoty."""

    demand: dict[str, LabourFact]
    pay: tuple[LabourFact, ...]

    @classmethod
    def of(cls, facts: Iterable[LabourFact], day: date) -> "Market":
        """Keep the figures that belong to an occupation, may be used on ``day`` and are not disputed."""
        usable = (one for one in facts if one.freshness(day) is not Freshness.WITHHELD and not one.disputed)
        kept = sorted(usable, key=lambda fact: (fact.period, fact.id))
        listed = {fact.occupation: fact for fact in kept if fact.occupation and fact.topic is LabourTopic.DEMAND}
        paid = tuple(fact for fact in kept if fact.topic is LabourTopic.PAY and _covers_some(fact) and _is_number(fact))
        return cls(listed, paid)

    def demand_of(self, occupations: Iterable[Occupation]) -> LabourFact | None:
        """Return the listing of the first occupation that has one."""
        return next((self.demand[one.id] for one in occupations if one.id in self.demand), None)

    def pay_of(self, occupations: Iterable[Occupation]) -> LabourFact | None:
        """Return the most exact, then newest, pay figure of the first occupation that has one."""
        for one in occupations:
            if found := [fact for fact in self.pay if _covers(fact, one)]:
                return max(found, key=lambda fact: (fact.occupation != "", len(fact.code_prefix), fact.period))
        return None

    def demand_value(self, occupations: Iterable[Occupation]) -> float | None:
        """1 for an occupation on the list; unknown for any other, since the list names only what is wanted."""
        return None if self.demand_of(occupations) is None else 1.0

    def pay_value(self, occupations: Iterable[Occupation]) -> float | None:
        """The figure's mid-rank among those of its source and period: (below + equal / 2) / all, 0-1.

        Unknown with fewer than ``FEWEST_PEERS`` figures: a place among two says nothing.
        """
        fact = self.pay_of(occupations)
        if fact is None:
            return None
        peers = sorted(
            float(one.value) for one in self.pay if (one.source.key, one.period) == (fact.source.key, fact.period)
        )
        if len(peers) < FEWEST_PEERS:
            return None
        low, high = bisect_left(peers, float(fact.value)), bisect_right(peers, float(fact.value))
        return (low + (high - low) / 2) / len(peers)


def _covers_some(fact: LabourFact) -> bool:
    return bool(fact.occupation or fact.code_prefix)


def _is_number(fact: LabourFact) -> bool:
    return isinstance(fact.value, float) and fact.unit == "zł"


def _covers(fact: LabourFact, occupation: Occupation) -> bool:
    if fact.occupation:
        return fact.occupation == occupation.id
    return bool(occupation.code) and occupation.code.startswith(fact.code_prefix)
