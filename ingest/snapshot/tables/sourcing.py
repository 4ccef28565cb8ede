"""A record in the making: every value is put down together with the source that holds it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from html import unescape
from typing import Any

from ingest.snapshot.tables.reading import Row, pieces
from register.library import AnyRecord, parse_record
from register.vocabulary import Confidence

RETRIEVED = date(2026, 11, 20)
_REMARK = re.compile(r"\s*\(*no address kept.*|.*nie zapisany.*")
_EMPTY: tuple[object, ...] = (None, "", (), {})


@dataclass(frozen=True, slots=True)
class Source:
    """What speaks for a value: addresses or acts, how far they carry, the date they speak for, when they were read."""

    sources: tuple[str, ...]
    confidence: Confidence
    as_of: str | None = None
    derived: bool = False
    note: str = ""
    retrieved: date = RETRIEVED

    @classmethod
    def of(cls, row: Row, **more: Any) -> "Source":
        """Read ``source_urls`` and ``confidence`` of a row; no ``sources`` where it keeps no address."""
        return cls(addresses(row["source_urls"]), Confidence(row["confidence"]), **more)

    def only(self, *sources: str) -> "Source":
        """Return the same with these sources, where there are any."""
        return replace(self, sources=sources) if sources else self

    def but(self, **changes: Any) -> "Source":
        """Return the same with some parts changed."""
        return replace(self, **changes)

    def own(self) -> "Source":
        """Return the entry for this project's own wording that rests on the first of these sources."""
        first = self.sources[:1]
        return replace(self, sources=first, confidence=Confidence.OWN, as_of=None, derived=False, note="")


def addresses(cell: str) -> tuple[str, ...]:
    """Return the sources named in a cell, each once, without remarks that an address was not kept."""
    return named_sources(pieces(cell, " ; "))


def named_sources(written: Iterable[str]) -> tuple[str, ...]:
    """Return the sources of a list, each once and without such remarks; a bare remark is no source."""
    named = (_REMARK.sub("", unescape(part)).strip() for part in written)
    return tuple(dict.fromkeys(part for part in named if part))


@dataclass(slots=True)
class Draft:
    """The values of one record and who claims them."""

    id: str
    record_type: str
    values: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, list[Source]] = field(default_factory=dict)

    def put(self, source: Source, /, **values: Any) -> None:
        """Put values down, over earlier ones; empty ones are left out."""
        for name, value in values.items():
            if value not in _EMPTY:
                self.values[name] = value
                self.claims[name] = [source]

    def fill(self, source: Source, /, **values: Any) -> None:
        """Put values down where nothing stands yet; an equal one gets a second source."""
        for name, value in values.items():
            if name not in self.values:
                self.put(source, **{name: value})
            elif self.values[name] == value and self._is_news(source, name):
                self.claims[name].append(source)

    def extend(self, source: Source, name: str, *items: Any) -> None:
        """Add items to a tuple, each once."""
        if items:
            held = self.values.get(name, ())
            claims = [*self.claims.get(name, []), source]
            self.values[name] = tuple(dict.fromkeys((*held, *items)))
            self.claims[name] = list(dict.fromkeys(claims))

    def source(self, name: str) -> Source:
        """Return the first source of a value."""
        return self.claims[name][0]

    def record(self) -> AnyRecord:
        """Validate the record; raises ``RecordError``."""
        entries = [self._entry(source) for source in self._sources()]
        head = {"record_type": self.record_type, "id": self.id}
        return parse_record({**head, **self.values, "provenance": tuple(entries)})

    def _is_news(self, source: Source, name: str) -> bool:
        return source.sources not in (claim.sources for claim in self.claims[name])

    def _sources(self) -> list[Source]:
        """Return each source once, those that hold a value before those it was concluded from."""
        named = dict.fromkeys(source for name in self.claims for source in self.claims[name])
        return sorted(named, key=lambda source: source.derived)

    def _entry(self, source: Source) -> dict[str, Any]:
        names = tuple(sorted(name for name, sources in self.claims.items() if source in sources))
        return {
            "fields": names,
            "sources": source.sources,
            "confidence": source.confidence,
            "retrieved": source.retrieved,
            "as_of": source.as_of,
            "derived": source.derived,
            "note": source.note,
        }
