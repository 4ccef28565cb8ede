"""Where an exam is held: the examination board or chamber of crafts of the region, else who awards it."""

from dataclasses import replace

from assistant.models.embedded.asked.exam_place import BOARD, CHAMBER, ExamPlace
from assistant.models.embedded.compose import listing, occupation, qualification
from assistant.models.embedded.compose.choice import preferred
from assistant.models.embedded.compose.single import also
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import NEAR_ENOUGH, PLAIN, RECORDS
from assistant.models.embedded.compose.words import value
from assistant.models.embedded.planning.fit import best_records, likeness
from assistant.models.embedded.wish import SURE
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import overlap
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType

_BY_BOARDS = frozenset({"school", "general"})


def exam_place(task: Task) -> Composed | None:
    """Say who examines and which institution that is in the region; ``None`` where what is named is not found."""
    asked = task.wish.exam
    if asked is None:
        return None
    record = _record(task, asked)
    if record is None and (asked.subject or task.wish.codes or asked.target) and not asked.of_craft:
        return None
    kind = CHAMBER if asked.of_craft else _kind(record)
    if record is not None and not (asked.of_craft and kind != _kind(record)):
        _tell(task, record)
    if not kind:
        return _elsewhere(task, record) if record is not None and record.kind is RecordType.QUALIFICATION else None
    local = [one for one in _institutions(task, kind) if asked.region in one.facts["regions"]]
    task.draft.paragraph()
    if not local:
        task.draft.say("i.none_local", kind=value(kind, task.draft), region=value(asked.region, task.draft))
        local = _institutions(task, kind)[:1] if kind == CHAMBER else []
    for one in local:
        listing.institution(task, one)
    return task.done(focus=[*([record] if record else ()), *local]) if local else None


def _record(task: Task, asked: ExamPlace) -> Evidence | None:
    if asked.target:
        return task.situation.by_id(asked.target)
    if codes := set(task.wish.codes):
        read = (found.evidence for found in task.situation.found(*RECORDS))
        return next((one for one in read if one.facts.get("code") in codes), None)
    if not asked.subject:
        return None
    found = best_records(task.situation, (asked.subject,), *RECORDS)
    found = tuple(f for f in found if likeness(asked.subject, f.evidence) >= NEAR_ENOUGH)
    if asked.of_craft:
        found = tuple(f for f in found if f.evidence.facts.get("category") == "craft")
    return preferred(task, found)[0] if found else None


def _kind(record: Evidence | None) -> str:
    """Which institutions examine: those of schools where nothing is named; nothing where neither kind does."""
    if record is None:
        return BOARD
    facts = record.facts
    if record.kind is RecordType.OCCUPATION:
        return BOARD if facts["school_types"] or facts["qualifications"] else ""
    if facts["category"] == "craft":
        return CHAMBER
    named = any(overlap(BOARD, body["name"]).coverage == 1.0 for body in facts["awarding_bodies"])
    return BOARD if named or facts["category"] in _BY_BOARDS else ""


def _institutions(task: Task, kind: str) -> list[Evidence]:
    """The institutions of a kind that were found, those of a region before those of the whole country."""
    found = [item.evidence for item in task.situation.found(RecordType.INSTITUTION)]
    of_kind = [one for one in found if overlap(kind, one.title).coverage == 1.0]
    return sorted(of_kind, key=lambda one: one.facts["regions"] != ["kraj"])


def _tell(task: Task, record: Evidence) -> None:
    """What else was asked of the record, then who examines."""
    wish = task.wish
    if wish.intent in PLAIN and wish.score >= SURE and wish.intent is not Intent.WHO_AWARDS:
        wish = replace(wish, also=(wish.intent, *wish.also))
    beside = Task(replace(wish, intent=Intent.WHO_AWARDS, targets=()), task.situation, task.prompts)
    beside.draft = task.draft
    also(beside, record)
    whole = task.situation.by_id(f"zrk:{record.facts['code']}") if record.kind is RecordType.OCCUPATION else record
    if whole is not None:
        qualification.awarding(beside, whole)
    else:
        occupation.identity(beside, record)


def _elsewhere(task: Task, record: Evidence) -> Composed:
    """Who awards it was said; where the institutions examine, no record says."""
    task.draft.say("i.place_unknown")
    return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=[record])
