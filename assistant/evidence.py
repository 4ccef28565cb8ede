"""Records become evidence: a handle, the text a model reads, the facts a check compares."""

from typing import Any

from prompts import Prompts
from register.evidence import Evidence
from register.facts import SystemFact
from register.library import AnyRecord
from register.vocabulary import Language, RecordType

LETTERS = {
    RecordType.QUALIFICATION: "q",
    RecordType.OCCUPATION: "o",
    RecordType.INSTITUTION: "i",
    RecordType.LABOUR_FACT: "l",
    RecordType.SYSTEM_FACT: "f",
}
_NOT_FACTS = {"provenance", "aliases", "raw", "questions", "record_type", "url", "id"}
MAX_HANDLES = 999


class Handles:
    """Short names of records within one conversation: ``q1``, ``o2``; the same record keeps its handle."""

    def __init__(self, known: dict[str, str] | None = None) -> None:
        self._records: dict[str, str] = dict(known or {})
        self._handles = {record_id: handle for handle, record_id in self._records.items()}

    def of(self, record: AnyRecord) -> str:
        """Return the handle of ``record``, a new one where it has none yet."""
        if record.id not in self._handles:
            letter = LETTERS[RecordType(record.record_type)]
            taken = sum(handle.startswith(letter) for handle in self._records) % MAX_HANDLES
            handle = f"{letter}{taken + 1}"
            self._records[handle] = record.id
            self._handles[record.id] = handle
        return self._handles[record.id]

    def as_dict(self) -> dict[str, str]:
        """Return handle → record id, as the state keeps it."""
        return dict(self._records)


class EvidenceWriter:
    """Turns records into evidence in the language of the turn."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    def write(self, record: AnyRecord, handle: str, language: Language) -> Evidence:
        """Return the evidence for ``record``; ``facts`` holds its filled fields as plain JSON."""
        kind = RecordType(record.record_type)
        facts = facts_of(record)
        text = self._prompts.render(f"evidence/{kind}", language, r=facts, language=language.value).text
        title = record.title.in_(language) if isinstance(record, SystemFact) else record.name
        return Evidence(
            handle=handle,
            kind=kind,
            record_id=record.id,
            title=title,
            url=record.url,
            as_of=record.as_of,
            text=text,
            facts=facts,
        )


def facts_of(record: AnyRecord) -> dict[str, Any]:
    """Return the record's fields as JSON values, empty ones too, with ``derived`` naming the probable ones."""
    facts = record.model_dump(mode="json", exclude=_NOT_FACTS)
    facts["also_called"] = [name for names in record.aliases.values() for name in names]
    if isinstance(record, SystemFact):
        facts["asked_as"] = [question for wordings in record.questions.values() for question in wordings]
    facts["derived"] = sorted({name for entry in record.provenance if entry.derived for name in entry.fields})
    facts["dates"] = {name: entry.as_of for entry in record.provenance if entry.as_of for name in entry.fields}
    facts["confidence"] = record.provenance[0].confidence.value
    facts["as_of"] = record.as_of
    return facts
