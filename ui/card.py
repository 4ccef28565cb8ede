"""A record as a person reads it: each filled field with its source, its date and how sure it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from register.facts import FigureSource, Territory, UseBy
from register.library import AnyRecord
from register.occupation import Riasec
from register.qualification import BodyRef, OutcomeSet, Validity
from register.record import Link, LocalText
from register.vocabulary import Language
from ui.texts import label, text

NameOf = Callable[[str], str]
HIDDEN = frozenset({"questions", "translations", "aliases", "activities", "topic", "title", "name"})
GROUPS = {"roles": "role", "record_type": "type"}
REFERENCES = frozenset({"occupations", "parts", "part_of", "full_qualification", "related", "occupation"})


@dataclass(frozen=True, slots=True)
class Line:
    """One field: its label, its values, and where they come from; a ``derived`` value is only probable."""

    field: str
    label: str
    values: tuple[str, ...]
    source: str
    confidence: str
    as_of: str
    derived: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A record ready to be shown; ``lines`` are in the order of the record."""

    record_id: str
    title: str
    kind: str
    url: str
    as_of: str
    lines: tuple[Line, ...]


def card(record: AnyRecord, language: Language, name_of: NameOf = str) -> Card:
    """Return the card of ``record``; ``name_of`` gives the name of another record by its id."""
    filled = record.filled_fields() - HIDDEN
    names = [name for name in type(record).model_fields if name in filled]
    return Card(
        record_id=record.id,
        title=title_in(record, language),
        kind=label("type", record.record_type.value, language),
        url=record.url,
        as_of=record.as_of,
        lines=tuple(_line(record, name, language, name_of) for name in names),
    )


def title_in(record: AnyRecord, language: Language) -> str:
    """Return what the record is called."""
    title = getattr(record, "title", None)
    return title.in_(language) if isinstance(title, LocalText) else record.name


def _line(record: AnyRecord, name: str, language: Language, name_of: NameOf) -> Line:
    origin = record.source_of(name)
    return Line(
        field=name,
        label=text(f"field.{name}", language),
        values=tuple(_values(name, getattr(record, name), language, name_of)),
        source=origin.sources[0],
        confidence=label("confidence", origin.confidence.value, language),
        as_of=origin.as_of or origin.retrieved.isoformat(),
        derived=origin.derived,
    )


def _values(name: str, value: Any, language: Language, name_of: NameOf) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield _reference(item, language, name_of) if _refers(name, item) else _one(name, item, language)
    else:
        yield name_of(value) if _refers(name, value) else _one(name, value, language)


def _refers(name: str, value: Any) -> bool:
    return name in REFERENCES or (name == "qualifications" and isinstance(value, (str, tuple)))


def _reference(value: str | tuple[str, ...], language: Language, name_of: NameOf) -> str:
    choices = (value,) if isinstance(value, str) else value
    return text("value.choice", language).join(name_of(choice) for choice in choices)


def _one(name: str, value: Any, language: Language) -> str:
    if name == "volume_hours":
        return text("value.hours", language, count=value)
    if isinstance(value, Enum):
        return label(GROUPS.get(name, name), str(value.value), language)
    write = next((writer for kind, writer in _WRITERS if isinstance(value, kind)), None)
    return write(value, language) if write else str(value)


def _yes_or_no(value: bool, language: Language) -> str:
    return text("value.yes" if value else "value.no", language)


def _body(value: BodyRef, _language: Language) -> str:
    return f"{value.name} ({value.note})" if value.note else value.name


def _validity(value: Validity, _language: Language) -> str:
    return f"{value.text}; {value.renewal}" if value.renewal else value.text


def _interests(value: Riasec, language: Language) -> str:
    rated = {letter: getattr(value, letter) for letter in "riasec"}
    highest = sorted(rated, key=lambda letter: -rated[letter])[:3]
    named = ", ".join(f"{text(f'value.interests.{letter}', language)} {rated[letter]:g}" for letter in highest)
    return f"{named} – {label('matched_by', value.matched_by.value, language)} ({value.how})"


def _figure_source(value: FigureSource, language: Language) -> str:
    return f"{value.name} ({value.licence.in_(language)})"


def _use_by(value: UseBy, language: Language) -> str:
    days = (("warn", value.warn), ("withhold", value.withhold))
    return "; ".join(text(f"value.use_by.{name}", language, day=day.isoformat()) for name, day in days if day)


_WRITERS: tuple[tuple[type, Callable[[Any, Language], str]], ...] = (
    (bool, _yes_or_no),
    (LocalText, lambda value, language: value.in_(language)),
    (Validity, _validity),
    (BodyRef, _body),
    (OutcomeSet, lambda value, _: f"{value.code} {value.title}".strip()),
    (Link, lambda value, _: f"{value.title}: {value.url}"),
    (Territory, lambda value, _: value.name),
    (Riasec, _interests),
    (FigureSource, _figure_source),
    (UseBy, _use_by),
    (date, lambda value, _: value.isoformat()),
)
