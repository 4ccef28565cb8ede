"""A paper for a job that somebody does already: what asks for no school, each with what it rests on."""

from assistant.models.embedded.compose import occupation, schooling, system
from assistant.models.embedded.compose.choice import preferred
from assistant.models.embedded.compose.craft import papers, said_of
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_HALF, NEAR_ENOUGH
from assistant.models.embedded.compose.words import as_name, label_for, name_for, value
from assistant.models.embedded.person.practised import (
    CHAMBER,
    DIPLOMA,
    EXCLUDED,
    EXTERNAL,
    JOURNEYMAN,
    PAPERS_OF_CRAFTS,
    WORKED,
    YEARS_ASKED,
    years_worked,
)
from assistant.models.embedded.planning.fit import GOOD, is_generic, speaks_of
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType

MASTER = "dyplom mistrzowski"
MOST_OF_MARKET = 3
_OF_MARKET = frozenset({"market", "sectoral"})


def by_work(task: Task) -> Composed | None:
    """Say which papers for the job ask for no school; ``None`` where the rule that there are any is not held.

    The papers of a craft come first where they are asked for.
    """
    rule = task.situation.by_id(WORKED)
    if rule is None:
        return None
    if not (task.subject or task.wish.targets or task.wish.craft):  # a helper at work: which trade, has to be asked
        system.quote(task, rule, caveat=False)
        task.draft.paragraph()
        task.draft.say("by_work.which_trade")
        return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=[rule])
    regulated, crafts, found, market = _regulated(task), _crafts(task), _occupation(task), _market(task)
    if regulated is not None:  # a welder's permission comes before any certificate
        system.quote(task, regulated)
        task.draft.paragraph()
    if task.wish.craft:
        _of_crafts(task, crafts)
        task.draft.paragraph()
    system.quote(task, rule, caveat=False)
    if found is not None:
        _of_school(task, found)
    if market:
        task.draft.paragraph()
        task.draft.say("by_work.market")
        for record in market:
            task.draft.item(_named(task, record), record)
    if crafts and not task.wish.craft:
        task.draft.paragraph()
        _of_crafts(task, crafts)
    asked = (regulated, *(crafts or (task.situation.by_id(CHAMBER),) if task.wish.craft else ()))
    about = [one for one in (*asked, found, *market, *crafts) if one is not None]
    if not about:
        task.draft.paragraph()
        task.draft.say("by_work.no_record", subject=as_name(task.subject))
        return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=[rule])
    return task.done(focus=about, suggestions=_next(task, found))


def _occupation(task: Task) -> Evidence | None:
    """The school occupation that is meant, or the one to which the qualification belongs that is meant."""
    if task.wish.targets:
        target = task.situation.by_id(task.wish.targets[0])
        return None if target is None else target if target.kind is RecordType.OCCUPATION else _owner(task, target)
    found = task.records(RecordType.OCCUPATION)
    if found and found[0].confidence >= GOOD:
        return preferred(task, found)[0]
    parts = (f.evidence for f in task.records(RecordType.QUALIFICATION) if f.confidence >= GOOD)
    return next((owner for part in parts if (owner := _owner(task, part)) is not None), None)


def _owner(task: Task, part: Evidence) -> Evidence | None:
    owners = (task.situation.by_id(record_id) for record_id in part.facts["occupations"])
    return next((one for one in owners if one is not None), None)


def _of_school(task: Task, o: Evidence) -> None:
    """The exam without a school, from each qualification of the occupation, then the diploma of the whole."""
    task.draft.paragraph()
    if o.facts["withdrawn"] or not o.facts["school_occupation"]:
        task.draft.say("by_work.no_exam", o, name=name_for(o, task.draft))
        return
    external = task.situation.by_id(EXTERNAL)
    if external is None:
        return
    task.draft.say("by_work.exam", o, external, name=name_for(o, task.draft))
    occupation.parts(task, o)
    task.draft.paragraph()
    if (years := years_worked(task.situation.question)) is not None:
        task.draft.say("by_work.years_enough" if years >= YEARS_ASKED else "by_work.years_few", external)
    for record_id in (EXCLUDED, DIPLOMA):
        if rule := task.situation.by_id(record_id):
            schooling.quoted(task, rule)


def _market(task: Task) -> list[Evidence]:
    """The qualifications to be validated that are called like the job."""
    if task.wish.targets:
        return []
    found = task.records(RecordType.QUALIFICATION)
    fitting = (f.evidence for f in found if f.confidence >= NEAR_ENOUGH and not is_generic(f.evidence))
    return [one for one in fitting if one.facts["category"] in _OF_MARKET][:MOST_OF_MARKET]


def _crafts(task: Task) -> list[Evidence]:
    """The papers of the craft that the job is, the one asked for first where one is."""
    said = task.wish.subject
    if task.wish.targets and (target := task.situation.by_id(task.wish.targets[0])):
        said = target.title
    if found := _occupation(task):
        said = f"{said} {found.title}"
    held = [one for one in papers(task) if said_of(said, one)]
    if task.wish.craft:
        held = [one for one in held if one.facts["document"] == task.wish.craft.paper]
    return held


def _of_crafts(task: Task, crafts: list[Evidence]) -> None:
    """The papers of the craft held, what one needs for their exams as far as it is known, and who examines."""
    asked = task.wish.craft
    if crafts:
        task.draft.say("by_work.crafts")
    elif asked:
        task.draft.say("none.no_paper", document=value(asked.paper, task.draft), trade=task.subject[:120])
    for record in crafts:
        task.draft.item(_named(task, record), record)
    for record in crafts:
        if conditions := record.facts["entry_conditions"]:
            task.draft.say("q.entry", record, name=record.title, conditions=task.draft.told(conditions))
    if asked:
        ids = (CHAMBER, PAPERS_OF_CRAFTS if asked.paper == MASTER else JOURNEYMAN)
        for rule in filter(None, map(task.situation.by_id, ids)):
            system.quote(task, rule)
    if asked is None or asked.paper == MASTER:
        task.draft.say("by_work.craft_conditions")


def _regulated(task: Task) -> Evidence | None:
    """The rule of other laws for the job, where it speaks of it by its name."""
    if task.wish.entitlement is not None:
        return task.situation.by_id(task.wish.entitlement.rule)
    rules = (f for f in task.facts() if f.evidence.facts["fact_kind"] == "regulated" and f.confidence >= FACT_HALF)
    return next((f.evidence for f in rules if speaks_of(f.evidence, task.subject) >= 1.0), None)


def _named(task: Task, record: Evidence) -> str:
    level = record.facts["prk_level"]
    name = label_for(record, task.draft)
    return task.draft.phrase("q.item_level", label=name, level=level) if level else name


def _next(task: Task, o: Evidence | None) -> list[str]:
    if o is None:
        return []
    keys = ("external_price", "external_deadline")
    return [task.draft.phrase(f"by_work.suggest_{key}") for key in keys]
