"""Answers about one record, or the same plain fact of two or three."""

from dataclasses import replace

from assistant.models.embedded.compose import listing, notes, occupation, qualification, system
from assistant.models.embedded.compose.particular import more_particular
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_FAIR, FACT_GOOD, NEAR_ENOUGH, NOT_HELD, PLAIN, RECORDS
from assistant.models.embedded.compose.words import as_name, label
from assistant.models.embedded.learnt import wants_of
from assistant.models.embedded.planning.fit import BESIDE_RECORD, GOOD, is_generic
from assistant.models.embedded.wish import SURE
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType
from retrieval.analysis import analyse

SECOND = 0.1
"""So likely must a plain fact be beside rules for it to be told of the record."""


def record(task: Task, record: Evidence) -> Composed:
    """Tell what was asked of one record; where the data do not hold it, say so and offer a rule that may."""
    task = _asked_of_it(task, record)
    teller = occupation.tell if record.kind is RecordType.OCCUPATION else qualification.tell
    if task.wish.intent is Intent.BECOME and record.kind is RecordType.QUALIFICATION:
        return voluntary(task, record)
    fit = next((f.confidence for f in task.records(*RECORDS) if f.evidence.record_id == record.record_id), 1.0)
    by_words = not task.wish.targets and not task.wish.codes
    unheld = by_words and (more_particular(task, record) or (task.subject if fit < NEAR_ENOUGH else ""))
    far = fit < GOOD and not (task.wish.intent is Intent.FIND and task.wish.score >= SURE)
    if unheld and (far or _was_shown(task, record)):
        return listing.strange(task, unheld)  # one that is far, or was before it, would pass for the answer
    if unheld:
        task.draft.say("none.closest", subject=as_name(unheld), name=record.title)
    if task.wish.carried and record.kind is RecordType.OCCUPATION:
        # Asked once more of another thing, the answer says of which.
        occupation.identity(task, record)
    held = teller(task, record)
    facts = task.facts()
    also(task, record)
    enough = FACT_FAIR if is_generic(record) else max(FACT_GOOD, fit)
    if not held and by_words and facts and facts[0].confidence >= enough:
        return system.explain(Task(task.wish, task.situation, task.prompts), facts)
    if not held and facts and facts[0].confidence >= (FACT_GOOD if task.subject else BESIDE_RECORD):
        task.draft.paragraph()
        system.quote(task, facts[0].evidence)
    notes.tell_source(task)
    not_held = any(intent in NOT_HELD for intent in task.wish.also)
    whole = held and not not_held and not unheld
    status = AnswerStatus.ANSWERED if whole else AnswerStatus.ANSWERED_PARTIALLY
    parts = qualification.parts_of(task, record)
    replaced = record.facts.get("withdrawn") and lexicon.has(task.wish.question, "instead")
    near = listing.instead(task, record) if replaced else []
    return task.done(
        status, focus=[record, *parts, *near], listed=near or parts, suggestions=suggestions(task, record, parts)
    )


def _was_shown(task: Task, record: Evidence) -> bool:
    """Tell whether a record is the one spoken of before, or was offered as near and not taken up."""
    memo = task.situation.memo
    return record.record_id in (memo.focus[:1] or memo.listed)


def _asked_of_it(task: Task, record: Evidence) -> Task:
    """A question read as one about rules that a record answers: what it asks of the record, as far as that is read."""
    if task.wish.intent is not Intent.SYSTEM or task.wish.targets or task.wish.codes:
        return task
    second = (name for name, chance in wants_of(task.wish.question)[:3] if chance >= SECOND and name in PLAIN)
    intent = plain_fact(task.wish.question) or next((Intent(name) for name in second), None)
    if intent is None or (intent is Intent.DURATION and record.kind is RecordType.OCCUPATION):
        return task
    return Task(replace(task.wish, intent=intent), task.situation, task.prompts)


def plain_fact(question: str) -> Intent | None:
    """Return the plain fact of a record that a question asks for by its own word («ile godzin», «entry conditions»)."""
    named = (intent for intent, _ in attributes_in(analyse(question, max_words=100).words))
    return next((intent for intent in named if intent in PLAIN), None)


def also(task: Task, record: Evidence) -> None:
    """Tell the other plain facts that were asked in the same breath."""
    of_occupation = record.kind is RecordType.OCCUPATION
    teller = occupation.tell if of_occupation else qualification.tell
    has_parts = of_occupation or _owner(task, record) is not None
    of_other = Intent.PART_OF if has_parts else Intent.PARTS  # what has parts is part of none
    for intent in (intent for intent in task.wish.also if intent is not of_other):
        beside = Task(replace(task.wish, intent=intent), task.situation, task.prompts)
        beside.draft = task.draft
        if intent is Intent.PART_OF:
            qualification.used_in(task, record)
        elif intent is Intent.PARTS:
            occupation.parts(beside, record if of_occupation else _owner(task, record) or record)
        elif intent not in NOT_HELD:
            teller(beside, record)
        elif rule := task.rule(NOT_HELD[intent]):
            system.quote(beside, rule, caveat=False)


def _owner(task: Task, record: Evidence) -> Evidence | None:
    """The occupation whose full qualification a record is."""
    if record.kind is not RecordType.QUALIFICATION or record.facts["kind"] != "full":
        return None
    owners = (task.situation.by_id(one) for one in record.facts["occupations"])
    return next((o for o in owners if o is not None), None)


def each(task: Task, records: tuple[Evidence, ...]) -> Composed:
    """One plain fact asked of two or three records that fit alike: tell it of each."""
    for record in records:
        of_occupation = record.kind is RecordType.OCCUPATION
        if of_occupation and task.wish.intent is not Intent.LEVEL:  # a level is told with the name
            occupation.identity(task, record)
        (occupation.tell if of_occupation else qualification.tell)(task, record)
        also(task, record)
        task.draft.paragraph()
    return task.done(focus=records, options=[f"{record.record_id}|{record.title}" for record in records])


def voluntary(task: Task, record: Evidence) -> Composed:
    """The way to something a certificate confirms: the certificate, then that it is not compulsory."""
    qualification.about(task, record)
    if rule := task.rule("voluntary"):
        task.draft.paragraph()
        system.quote(task, rule, caveat=False)
        task.draft.say("none.other_laws")
    return task.done(focus=[record], suggestions=suggestions(task, record, ()))


def suggestions(task: Task, record: Evidence, parts: tuple[Evidence, ...]) -> list[str]:
    """Return questions that may come next."""
    draft, intent = task.draft, task.wish.intent
    if parts:
        questions = [draft.phrase("suggest.about", label=label(part)) for part in parts[:2]]
        return [*questions, draft.phrase("suggest.kkz")]
    if record.kind is RecordType.OCCUPATION:
        keys = [key for key in ("become", "tasks") if key != intent]
        return [draft.phrase(f"suggest.{key}", name=record.title) for key in keys]
    keys = [key for key in ("who_awards", "validity") if key != intent]
    return [draft.phrase(f"suggest.{key}", label=label(record)) for key in keys] + [draft.phrase("suggest.must")]
