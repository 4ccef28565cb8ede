"""Reading and checking records as a whole: one union of all kinds, and what is wrong with which one."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from register.facts import LabourFact, SystemFact
from register.institution import Institution
from register.occupation import Occupation
from register.qualification import Qualification

AnyRecord = Annotated[
    Qualification | Occupation | Institution | SystemFact | LabourFact, Field(discriminator="record_type")
]
ADAPTER: TypeAdapter[AnyRecord] = TypeAdapter(AnyRecord)


class RecordError(ValueError):
    """A record that does not fit the model; the message names the record and each fault."""


def parse_record(data: dict[str, Any]) -> AnyRecord:
    """Validate one record; raises ``RecordError`` naming its id and every faulty field."""
    try:
        return ADAPTER.validate_python(data)
    except ValidationError as error:
        raise RecordError(f"{data.get('id', 'a record without an id')}: {_faults(error)}") from error


def parse_json(line: str | bytes) -> AnyRecord:
    """Validate one record given as JSON; raises ``RecordError``."""
    try:
        return ADAPTER.validate_json(line)
    except ValidationError as error:
        raise RecordError(_faults(error)) from error


def to_json(record: AnyRecord) -> str:
    """Write a record as one line of JSON without its empty fields."""
    return record.model_dump_json(exclude_defaults=True).replace("{", f'{{"record_type":"{record.record_type}",', 1)


def references(record: AnyRecord) -> Iterator[str]:
    """Yield the ids of other records that this one points to."""
    match record:
        case Qualification():
            yield from record.occupations
            yield from record.part_of
            yield from (part for choice in record.parts for part in choice)
            bodies = record.awarding_bodies + record.applicants + record.quality_bodies
            yield from (body.id for body in bodies if body.id)
        case Occupation():
            yield from (part for choice in record.qualifications for part in choice)
            if record.full_qualification:
                yield record.full_qualification
        case Institution():
            yield from record.qualifications
        case SystemFact():
            yield from record.related
        case LabourFact() if record.occupation:
            yield record.occupation
        case _:
            return


def dangling_references(records: Iterable[AnyRecord]) -> dict[str, tuple[str, ...]]:
    """Return, by record id, the references that lead to no record of the collection."""
    known = {record.id: record for record in records}
    missing = {
        record.id: tuple(target for target in references(record) if target not in known) for record in known.values()
    }
    return {record_id: targets for record_id, targets in missing.items() if targets}


def duplicate_ids(records: Iterable[AnyRecord]) -> frozenset[str]:
    """Return the ids that more than one record of the collection claims."""
    seen: set[str] = set()
    return frozenset(record.id for record in records if record.id in seen or seen.add(record.id))  # type: ignore[func-returns-value]


def _faults(error: ValidationError) -> str:
    faults = (f"{'.'.join(str(part) for part in fault['loc']) or 'record'}: {fault['msg']}" for fault in error.errors())
    return "; ".join(faults)
