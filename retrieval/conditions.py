"""Filters in the form both engines translate: a list of conditions on payload fields."""

from dataclasses import dataclass

from register.vocabulary import QualificationStatus
from retrieval.payload import point_id
from retrieval.protocol import Filters

WHOLE_COUNTRY = "kraj"


@dataclass(frozen=True, slots=True)
class Condition:
    """``field`` holds one of ``any_of``, or is at most ``at_most``."""

    field: str
    any_of: tuple[str | int, ...] = ()
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """All of ``must`` hold and none of ``must_not``; points of ``excluded`` are left out."""

    must: tuple[Condition, ...] = ()
    must_not: tuple[Condition, ...] = ()
    excluded: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.must or self.must_not or self.excluded)


def conditions_of(filters: Filters) -> Conditions:
    """Translate ``filters``; each of them narrows, an empty one asks for nothing."""
    sets: tuple[tuple[str, frozenset[str] | frozenset[int]], ...] = (
        ("record_type", frozenset(map(str, filters.types))),
        ("kind", frozenset(map(str, filters.kinds))),
        ("category", frozenset(map(str, filters.categories))),
        ("prk_level", filters.prk_levels),
        ("status", frozenset({str(QualificationStatus.FUNCTIONING)} if filters.obtainable else ())),
        ("occupations", frozenset({filters.occupation} - {""})),
        ("roles", frozenset(map(str, filters.roles))),
        ("topic", frozenset(map(str, filters.topics))),
        ("regions", frozenset({filters.region.casefold(), WHOLE_COUNTRY} if filters.region else ())),
    )
    must = [Condition(field, tuple(sorted(values))) for field, values in sets if values]
    if filters.volume_at_most is not None:
        must.append(Condition("volume_hours", at_most=filters.volume_at_most))
    unwanted = tuple(sorted(map(str, filters.not_categories)))
    must_not = (Condition("category", unwanted),) if unwanted else ()
    return Conditions(tuple(must), must_not, tuple(sorted(map(point_id, filters.exclude))))
