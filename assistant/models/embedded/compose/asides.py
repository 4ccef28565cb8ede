"""Answers to what is asked in the middle of a talk in a few words of its own (``asked.asides``)."""

from collections.abc import Callable
from dataclasses import replace

from assistant.models.embedded.asked import asides, matters
from assistant.models.embedded.asked.asides import COUNTED, DATA, DATED, ELSEWHERE, SUMMARY, WHY
from assistant.models.embedded.compose import system
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import NEAR_ENOUGH, RECORDS
from assistant.models.embedded.compose.words import local, name_for, schools, when
from assistant.models.embedded.compose.words import value as word_for
from guardrails.sentences import split
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType, SystemFactKind
from retrieval.analysis import analyse


def aside(task: Task) -> Composed | None:
    """Quote the rules that answer it, or sum up what was spoken of; ``None`` where nothing of it is held."""
    if task.wish.aside in _OF_THE_DATA:
        return _OF_THE_DATA[task.wish.aside](task)
    if task.wish.aside == COUNTED:
        task.draft.say("aside.counted", count=len(task.situation.memo.chosen_from))
        return task.done(AnswerStatus.ANSWERED_PARTIALLY)
    rules = [rule for one in task.wish.aside_rules if (rule := task.situation.by_id(one)) is not None]
    open_still = task.wish.aside in asides.NOT_HELD | matters.NOT_HELD
    if not rules and not open_still:
        return None
    if open_still:
        task.draft.say(f"aside.{task.wish.aside}")
        task.draft.paragraph()
    elif task.wish.aside == ELSEWHERE:
        rules = [_with_its_figures(task, rules[0])]
        task.draft.heading(task.draft.phrase("aside.elsewhere"))
    elif task.wish.aside == WHY and rules[0].record_id == task.situation.memo.it:
        task.draft.heading(task.draft.phrase("again.told"))
    for rule in rules:
        system.quote(task, rule)
        task.draft.paragraph()
    if open_still:
        status = AnswerStatus.ANSWERED_PARTIALLY if rules else AnswerStatus.NO_INFORMATION
        return task.done(status, focus=rules)
    absent = rules[0].facts["fact_kind"] == SystemFactKind.ABSENCE
    return task.done(AnswerStatus.NO_INFORMATION if absent else AnswerStatus.ANSWERED, focus=rules)


def _with_its_figures(task: Task, told: Evidence) -> Evidence:
    """The rule of the same topic that speaks of the figures told, where one was found; else the one just quoted."""
    figures = _figures(task.wish.question)
    found = [f.evidence for f in task.situation.found(RecordType.SYSTEM_FACT)]
    alike = [rule for rule in found if rule.facts["topic"] == told.facts["topic"] and rule is not told]
    shared = {rule.record_id: len(figures & _figures(rule.facts["text"]["pl"])) for rule in alike}
    best = max(alike, key=lambda rule: shared[rule.record_id], default=told)
    return best if shared.get(best.record_id, 0) == len(figures) else told


def _figures(text: str) -> frozenset[str]:
    return frozenset(word.folded for word in analyse(text, max_words=200).words if word.folded.isdecimal())


def _summary(task: Task) -> Composed | None:
    """One line for each record and rule spoken of, in the order of the talk."""
    spoken = (*task.wish.targets, *task.wish.aside_rules)
    read = [record for one in spoken if (record := task.situation.by_id(one)) is not None]
    if not read:
        return None
    whole = {record.record_id for record in read if record.kind is RecordType.OCCUPATION}
    task.draft.heading(task.draft.phrase("aside.summary"))
    for record in (one for one in read if whole.isdisjoint(one.facts.get("occupations") or ())):
        task.draft.item(_line(task, record), record)
    return replace(task.done(), focus=())  # what was spoken of last is so still


def _line(task: Task, record: Evidence) -> str:
    draft, facts = task.draft, record.facts
    if record.kind is RecordType.SYSTEM_FACT:
        return next(piece.sentence.text for piece in split(local(facts["text"], draft)))
    told = []
    if record.kind is RecordType.OCCUPATION:
        if facts["school_types"]:
            told.append(draft.phrase("school.taught", schools=schools(facts, draft)))
        if codes := [one.partition(":")[2] for choice in facts["qualifications"] for one in choice]:
            told.append(draft.phrase("aside.codes", codes=", ".join(codes)))
    level = facts.get("full_prk_level") or facts.get("prk_level")
    if level:
        told.append(draft.phrase("aside.level", level=level))
    if validity := facts.get("validity"):
        told.append(draft.phrase("aside.validity", validity=word_for(validity["text"], draft)))
    name = name_for(record, draft)
    return f"{name}: {'; '.join(told)}" if told else name


def _data(task: Task) -> Composed:
    """Where the data come from and how old they are, as far as that holds for all of them."""
    task.draft.say("aside.data")
    return task.done(AnswerStatus.SMALL_TALK)


def _dated(task: Task) -> Composed | None:
    """When the record named is from, or the one spoken of; ``None`` where there is none of that name."""
    found = task.records(*RECORDS)
    named = found[0].evidence if found and found[0].confidence >= NEAR_ENOUGH else None
    record = task.situation.by_id(task.wish.targets[0]) if task.wish.targets else named
    if record is None:
        return None
    task.draft.say("aside.dated", record, name=record.title, date=record.as_of)
    if date := when(record.facts, "school_types", task.draft):
        task.draft.say("aside.dated_schools", record, date=date)
    return task.done(focus=[record])


_OF_THE_DATA: dict[str, Callable[[Task], Composed | None]] = {SUMMARY: _summary, DATA: _data, DATED: _dated}
