"""A record as named pieces of text: what can be found, under which weight."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from register.facts import LabourFact, SystemFact
from register.institution import Institution
from register.library import AnyRecord
from register.occupation import Occupation
from register.qualification import Qualification
from register.record import LocalText


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a record. ``field`` is a key of the field weights."""

    field: str
    text: str


def pieces(record: AnyRecord) -> tuple[Piece, ...]:
    """Return the searchable texts of ``record``, its names first; empty texts are left out."""
    found = (Piece(field, text) for field, text in (*_common(record), *_own(record)) if text.strip())
    return tuple(dict.fromkeys(found))


def names(record: AnyRecord) -> tuple[str, ...]:
    """Return everything that ``record`` is called, its official name first."""
    return tuple(piece.text for piece in pieces(record) if piece.field in {"name", "alias", "question"})


def _common(record: AnyRecord) -> Iterator[tuple[str, str]]:
    yield "name", record.name
    yield from (("alias", text) for text in record.translations.values())
    yield from (("alias", text) for texts in record.aliases.values() for text in texts)
    yield from (("activity", text) for texts in record.activities.values() for text in texts)
    yield from _local("summary", record.summary)


def _own(record: AnyRecord) -> Iterator[tuple[str, str]]:
    match record:
        case Qualification():
            yield from _qualification(record)
        case Occupation():
            yield from _occupation(record)
        case Institution():
            yield from _institution(record)
        case SystemFact():
            yield from _system_fact(record)
        case LabourFact():
            yield from _labour_fact(record)


def _qualification(record: Qualification) -> Iterator[tuple[str, str]]:
    yield "alias", record.short_name
    yield "code", record.code
    yield "code", str(record.register_id or "")
    yield "context", f"{record.branch} {record.branch_code}"
    yield from _all("task", record.tasks)
    for outcomes in record.outcome_sets:
        yield "task", outcomes.title
        yield "code", outcomes.code
        yield from _all("outcome", (outcome.text for outcome in outcomes.outcomes))
    yield from _all("context", (body.name for body in record.awarding_bodies + record.applicants))
    yield from _all("context", (record.target_groups, record.entitlements, record.sectoral_framework))


def _occupation(record: Occupation) -> Iterator[tuple[str, str]]:
    yield from _all("alias", (record.feminine, record.masculine))
    yield "code", record.code
    yield "context", f"{record.branch} {record.branch_code}"
    yield from _all("task", record.tasks)


def _institution(record: Institution) -> Iterator[tuple[str, str]]:
    yield from _all("context", (record.type_label, record.city, *record.regions))
    yield "summary", record.scope


def _system_fact(record: SystemFact) -> Iterator[tuple[str, str]]:
    yield from _local("alias", record.title)
    yield from (("question", text) for texts in record.questions.values() for text in texts)
    yield "context", record.topic
    yield from _local("summary", record.text)


def _labour_fact(record: LabourFact) -> Iterator[tuple[str, str]]:
    yield from _all("context", (record.field, record.territory.name, record.period))


def _local(field: str, text: LocalText | None) -> Iterator[tuple[str, str]]:
    if text is not None:
        yield from _all(field, (text.pl, text.en or "", text.uk or ""))


def _all(field: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((field, text) for text in texts)
