"""A follow-up that a record does not answer: said so, with what the record can be asked for instead of all it holds."""

from collections.abc import Sequence

from assistant.models.embedded.compose import occupation, qualification, schooling, system
from assistant.models.embedded.compose.course import occupations_of
from assistant.models.embedded.compose.single import suggestions
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import label_for, name_for
from assistant.models.embedded.dialogue.onward import MOST_OF_EACH
from assistant.models.embedded.planning.planner import AFTER_SCHOOL
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType
from retrieval.analysis import analyse

MOST_TAUGHT = 3
ABOUT_IT = frozenset({Intent.SYSTEM, Intent.FIND, Intent.OFF_TOPIC})
"""Read so, a message that goes back to a record asks for none of its fields."""


def is_untold(wish: Wish) -> bool:
    """Tell whether a wish that goes back to a record asks for nothing that records hold."""
    return wish.intent in ABOUT_IT and not (wish.more or wish.simple or wish.codes)


def untold(task: Task, record: Evidence) -> Composed:
    """Say that the record holds no answer, and what it can be asked for."""
    words = analyse(task.wish.question, max_words=100).words
    asks = "?" in task.wish.question or any(word.folded in lexicon.words("asking") for word in words[:3])
    kind = "occupation" if record.kind is RecordType.OCCUPATION else "qualification"
    task.draft.say(f"follow.untold_{kind}" if asks else "follow.unclear", name=record.title)
    offer(task, record)
    status = AnswerStatus.NO_INFORMATION if asks else AnswerStatus.CLARIFICATION_ASKED
    return task.done(status, focus=[record], suggestions=suggestions(task, record, ()), empty=True)


def onward(task: Task, record: Evidence) -> Composed:
    """Say which schools teach it, and what comes after each of them: the matura, studies, another school."""
    leads = _leads_to(task, record)
    taught = occupations_of(task, record)[:MOST_TAUGHT]
    rules = {rule.record_id: rule for o in taught for rule in _after(task, o)}
    if task.wish.goal:
        task.draft.say("follow.goal_unknown", record, name=record.title, goal=task.wish.goal)
        task.draft.paragraph()
    elif not (rules or leads):
        return untold(task, record)
    if record.kind is RecordType.OCCUPATION:
        schooling.taught(task, record)
    for rule in rules.values():
        task.draft.paragraph()
        system.quote(task, rule, caveat=False)
    return task.done(focus=[record], suggestions=suggestions(task, record, ()))


def _leads_to(task: Task, record: Evidence) -> bool:
    """Say in which occupations a qualification is needed, or one's parts count besides its own."""
    if record.kind is RecordType.QUALIFICATION:
        qualification.used_in(task, record)
        return bool(record.facts["occupations"])
    shared = False
    for part in qualification.parts_of(task, record):
        others = (task.situation.by_id(one) for one in part.facts["occupations"] if one != record.record_id)
        if names := [name_for(one, task.draft) for one in others if one is not None]:
            name = label_for(part, task.draft)
            task.draft.say("particular.counts_also", part, name=name, names=task.draft.names(names))
            task.draft.paragraph()
            shared = True
    return shared


def onward_of_each(task: Task, records: Sequence[Evidence]) -> Composed:
    """Say of each which schools teach it, then once what comes after each of these schools."""
    rules: dict[str, Evidence] = {}
    for record in records:
        if len(records) <= MOST_OF_EACH:
            occupation.identity(task, record)
            schooling.taught(task, record)
            task.draft.paragraph()
        rules |= {rule.record_id: rule for rule in _after(task, record)}
    for rule in rules.values():
        system.quote(task, rule, caveat=False)
        task.draft.paragraph()
    return task.done(focus=records, options=[f"{record.record_id}|{record.title}" for record in records])


def _after(task: Task, record: Evidence) -> list[Evidence]:
    """The rules on what comes after the schools that teach it."""
    taught = record.facts.get("school_types") or ()
    rules = (task.rule(key) for kind, key in AFTER_SCHOOL.items() if kind in taught)
    return [rule for rule in rules if rule is not None]


def offer(task: Task, record: Evidence) -> None:
    """Say what may be asked of the record."""
    task.draft.say("follow.can_occupation" if record.kind is RecordType.OCCUPATION else "follow.can_qualification")
