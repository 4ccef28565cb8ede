"""``compare_qualifications``: two to four records side by side."""

from pydantic import BaseModel, ConfigDict, Field

from assistant.advice.comparing import Statements, compare_statements
from assistant.desk import Desk
from assistant.evidence import Remark, facts_of
from assistant.toolbox import Found, Tool
from assistant.tools.qualifications import stored_qualification
from prompts import Prompts
from register.qualification import Qualification
from retrieval.protocol import RecordIndex

FEWEST, MOST = 2, 4
LISTED = 8
FIELDS = (
    "kind",
    "category",
    "prk_level",
    "status",
    "volume_hours",
    "validity",
    "document",
    "entry_conditions",
    "validation_requirements",
    "awarding_bodies",
    "entitlements",
    "occupations",
)


class CompareQualifications(BaseModel):
    """Put two to four qualifications side by side: level, volume, validity, validation, outcomes, who awards."""

    model_config = ConfigDict(title="compare_qualifications", extra="forbid")

    ids: list[str] = Field(min_length=FEWEST, max_length=MOST, description="record ids or codes, e.g. zrk:INF.03")


def compare_tool(index: RecordIndex, prompts: Prompts) -> Tool:
    """Build the comparing tool."""

    async def run(arguments: CompareQualifications, desk: Desk) -> Found:
        found = [(wanted, stored_qualification(index, wanted.strip()[:100])) for wanted in arguments.ids]
        missing = tuple(
            prompts.phrase("advice.unknown_record", desk.language, id=wanted) for wanted, one in found if one is None
        )
        records = tuple({one.id: one for _, one in found if one is not None}.values())
        if len(records) < FEWEST:
            return Found(notes=(*missing, prompts.phrase("advice.compare.too_few", desk.language)))
        statements = compare_statements(records)
        return Found(
            records=records,
            confidences=(1.0,) * len(records),
            notes=missing,
            remarks={record.id: _remark(record, records, statements, desk, prompts) for record in records},
            data={"fields": _fields(records), "outcomes": as_json(statements)},
        )

    return Tool("compare_qualifications", CompareQualifications, run)


def as_json(statements: Statements) -> dict[str, object]:
    """Return the comparison of statements as JSON: ``shared``, ``own`` by record id, ``described`` ids."""
    return {
        "shared": list(statements.shared),
        "own": {record_id: list(texts) for record_id, texts in statements.own.items()},
        "described": list(statements.described),
    }


def _fields(records: tuple[Qualification, ...]) -> dict[str, dict[str, object]]:
    """Return each field with its value by record id, ``None`` where the record does not say."""
    facts = {record.id: facts_of(record) for record in records}
    return {
        name: {record_id: values.get(name) or None for record_id, values in facts.items()}
        for name in FIELDS
        if any(values.get(name) for values in facts.values())
    }


def _remark(
    record: Qualification, records: tuple[Qualification, ...], statements: Statements, desk: Desk, prompts: Prompts
) -> Remark:
    def say(key: str, **values: object) -> str:
        return prompts.phrase(f"advice.compare.{key}", desk.language, **values)

    told = statements.described
    if record.id not in told:
        return Remark((say("not_described"),))
    others = ", ".join(f"„{one.name}”" for one in records if one.id != record.id and one.id in told)
    lines = [say("shared", others=others, statements=_list(statements.shared))] if statements.shared else []
    if own := statements.own.get(record.id):
        lines.append(say("own", statements=_list(own)))
    return Remark(tuple(lines) or (say("nothing"),))


def _list(texts: tuple[str, ...]) -> str:
    more = f" (+{len(texts) - LISTED})" if len(texts) > LISTED else ""
    return "; ".join(texts[:LISTED]) + more
