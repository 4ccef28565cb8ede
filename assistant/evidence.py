"""Records become evidence: a handle, the text a model reads, the facts a check compares."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from guardrails.evidence import NAME as RAIL
from guardrails.evidence import clean, neutralise
from guardrails.frame import Action, RailReport
from prompts import Prompts
from register.evidence import Evidence
from register.facts import LabourFact, SystemFact
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
MOST_WRITTEN = 2_000


COMPUTED = "computed"
"""The key of the facts that were computed in this conversation and are not in the record."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a tool computed about a record: sentences in the language of the turn, and their figures by name."""

    lines: tuple[str, ...]
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Written:
    """What was written for a record, and what its texts held that they must not."""

    record: AnyRecord
    title: str
    text: str
    facts: dict[str, Any]
    found: tuple[str, ...]


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
    """Turns records into evidence in the language of the turn.

    The index hands out the same object for a record as long as its snapshot serves, so what was written for an
    object is kept until another takes its place.
    """

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts
        self._written: dict[tuple[str, Language], _Written] = {}

    def found_in(self, record: AnyRecord, language: Language) -> RailReport | None:
        """Tell what was put out of action in the texts of a record, for the log; ``None`` for a sound record."""
        if not (found := self._text_and_facts(record, language).found):
            return None
        return RailReport(RAIL, Action.MASKED, f"{record.id}: {', '.join(dict.fromkeys(found))}")

    def write(self, record: AnyRecord, handle: str, language: Language, remark: Remark | None = None) -> Evidence:
        """Return the evidence for ``record``; ``facts`` holds its filled fields as plain JSON.

        What was computed stands apart from what the record says: each line under a mark, the figures under
        ``facts["computed"]``. Orders to a model, marks of roles and handles in a record's texts are out of action.
        """
        written = self._text_and_facts(record, language)
        text, facts = written.text, written.facts
        if remark is not None:
            marked = (self._prompts.phrase("advice.computed", language, line=line) for line in remark.lines)
            text = "\n".join((text, *marked))
            facts = {**facts, COMPUTED: remark.facts}
        return Evidence(
            handle=handle,
            kind=RecordType(record.record_type),
            record_id=record.id,
            title=written.title,
            url=record.url,
            as_of=record.as_of,
            text=text,
            facts=facts,
        )

    def _text_and_facts(self, record: AnyRecord, language: Language) -> "_Written":
        kept = self._written.get((record.id, language))
        if kept is not None and kept.record is record:
            return kept
        facts, found = clean(facts_of(record))
        template = f"evidence/{record.record_type}"
        text = self._prompts.render(template, language, r=facts, language=language.value).text
        title = neutralise(record.title.in_(language) if isinstance(record, SystemFact) else record.name).text
        if len(self._written) >= MOST_WRITTEN:
            self._written.clear()
        written = self._written[record.id, language] = _Written(record, title, text, facts, found)
        return written


def facts_of(record: AnyRecord) -> dict[str, Any]:
    """Return the record's fields as JSON values, empty ones too, with ``derived`` naming the probable ones."""
    facts = record.model_dump(mode="json", exclude=_NOT_FACTS)
    facts["also_called"] = [name for names in record.aliases.values() for name in names]
    if isinstance(record, SystemFact):
        facts["asked_as"] = [question for wordings in record.questions.values() for question in wordings]
    if isinstance(record, LabourFact):
        facts["fetched"] = record.fetched.isoformat()
    facts["derived"] = sorted({name for entry in record.provenance if entry.derived for name in entry.fields})
    facts["dates"] = {name: entry.as_of for entry in record.provenance if entry.as_of for name in entry.fields}
    facts["confidence"] = record.provenance[0].confidence.value
    facts["as_of"] = record.as_of
    return facts


def gather(evidence: Iterable[Evidence]) -> dict[str, Evidence]:
    """Return evidence by handle; a record brought twice keeps what was computed about it in either call."""
    gathered: dict[str, Evidence] = {}
    for item in evidence:
        before = gathered.get(item.handle)
        gathered[item.handle] = item if before is None else _joined(before, item)
    return gathered


def _joined(before: Evidence, item: Evidence) -> Evidence:
    if before == item:
        return item
    known = set(item.text.splitlines())
    lines = [line for line in before.text.splitlines() if line not in known]
    computed = {**before.facts.get(COMPUTED, {}), **item.facts.get(COMPUTED, {})}
    facts = {**before.facts, **item.facts, **({COMPUTED: computed} if computed else {})}
    return item.model_copy(update={"text": "\n".join((item.text, *lines)), "facts": facts})
