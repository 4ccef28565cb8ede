"""Lists of occupations by branch and of qualifications by what they have in common, and how many there are."""

from assistant.models.embedded.asked.lists import OCCUPATION, Listed
from assistant.models.embedded.compose import system
from assistant.models.embedded.compose.listing import part_ids
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import label, name_for, schools, value, when, years
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType


def listed(task: Task) -> Composed | None:
    """Write the list that is asked for; ``None`` where none is."""
    if task.wish.branches:
        return _of_branches(task)
    return _in_common(task, task.wish.listed) if task.wish.listed else None


def _of_branches(task: Task) -> Composed:
    """List the occupations that schools teach in the branches, with their schools; say so where none is called so."""
    records = [found.evidence for found in task.situation.found(RecordType.OCCUPATION)]
    if not records:
        task.draft.say("list.no_branch", branch=", ".join(task.wish.branches))
        return task.done(AnswerStatus.NO_INFORMATION)
    shown = []
    for branch in dict.fromkeys(record.facts["branch"] for record in records):
        task.draft.say("list.branch_head", branch=task.draft.told(branch))
        for record in (one for one in records if one.facts["branch"] == branch):
            parts = task.draft.names(part.partition(":")[2] for part in part_ids(record))
            told = f"{name_for(record, task.draft)}: {schools(record.facts, task.draft)}"
            task.draft.item(task.draft.phrase("list.branch_item", told=told, parts=parts) if parts else told, record)
            shown.append(record)
        task.draft.paragraph()
    if date := when(shown[0].facts, "school_types", task.draft):
        task.draft.say("list.branch_dated", shown[0], date=date)
    choices = [f"{record.record_id}|{record.title}" for record in shown]
    about = task.draft.phrase("suggest.about", label=label(shown[0]))
    return task.done(focus=shown, options=choices, suggestions=[about])


def _in_common(task: Task, listed: Listed) -> Composed:
    """List the qualifications, or the occupations by their full qualification; tell how many the data hold."""
    if listed.count and not listed.narrows:
        return _size(task)
    result = task.brought("search_qualifications")
    records = result.evidence if result else ()
    total = int(task.data("search_qualifications").get("total", 0))
    common = _common(task, listed)
    if not records:
        task.draft.say("list.common_none", common=common)
        task.draft.say("list.more")
        return task.done(AnswerStatus.NO_INFORMATION)
    of = "occupations" if listed.thing == OCCUPATION else "qualifications"
    task.draft.say(f"list.common_{of}", common=common, total=total)
    if listed.count:
        task.draft.say("list.more")
        return task.done(AnswerStatus.ANSWERED_PARTIALLY)
    for record in records:
        task.draft.item(_item(task, listed, record), record)
    task.draft.paragraph()
    if total > len(records):
        task.draft.say(f"list.cut_{of}", shown=len(records))
    task.draft.say("list.more")
    about = task.draft.phrase("suggest.about", label=label(records[0]))
    options = [f"{record.record_id}|{record.title}" for record in records]
    return task.done(focus=records, options=options, suggestions=[about])


def _size(task: Task) -> Composed:
    """What rules tell of the size of the register, and how many qualifications the data hold."""
    total = int(task.data("search_qualifications").get("total", 0))
    rules = [rule for key in ("register_degrees", "register_market") if (rule := task.rule(key))]
    task.draft.say("list.size_unknown")
    for rule in rules:
        system.quote(task, rule, caveat=False)
    task.draft.paragraph()
    task.draft.say("list.size", total=total)
    return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=rules)


def _common(task: Task, listed: Listed) -> str:
    """What they have in common, as words: «poziom 6 PRK; rodzaj: cząstkowa»."""
    draft = task.draft
    told = [f"{draft.phrase('label.level', level=level)} PRK" for level in listed.levels]
    named = (("kind", listed.kind), ("category", listed.category))
    told += [f"{draft.phrase(f'label.field.{n}')}: {draft.phrase(f'label.{n}.{v}')}".casefold() for n, v in named if v]
    if lasting := value("bezterminowo", draft) if listed.indefinite else listed.years and years(listed.years, draft):
        told.append(f"{draft.phrase('label.field.validity')}: {lasting}".casefold())
    return "; ".join(told)


def _item(task: Task, listed: Listed, record: Evidence) -> str:
    """A record with what was not asked for: its level, and in a list by validity the words of its own."""
    name = name_for(record, task.draft)
    code = record.facts["code"]
    if code and not code.isdigit() and code != record.title:
        name = f"{code} {name}"
    level, validity = record.facts["prk_level"], record.facts["validity"]
    derived = "_derived" if "prk_level" in record.facts["derived"] else ""
    if level is not None and (derived or len(listed.levels) != 1):
        name = task.draft.phrase(f"q.item_level{derived}", label=name, level=level)
    if (listed.years or listed.indefinite) and validity:
        name = f"{name}: {value(validity['text'], task.draft)}"
    return name
