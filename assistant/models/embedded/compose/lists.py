"""Lists of occupations by branch and of qualifications by what they have in common, and how many there are."""

from assistant.models.embedded.asked.branches import (
    ANY,
    NOW,
    counts,
    forecast_in,
    levels_in,
    of_technicians,
    only_counted,
    only_there,
    school_named,
)
from assistant.models.embedded.asked.lists import OCCUPATION, Listed
from assistant.models.embedded.compose import labour, system
from assistant.models.embedded.compose.listing import part_ids
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import label, name_for, schools, value, when, years
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType

OF_FIELD = 0.5
"""So well must what the search finds fit the field that is named to be listed as of it."""


def listed(task: Task) -> Composed | None:
    """Write the list that is asked for; ``None`` where none is."""
    if task.wish.branches:
        return _of_branches(task)
    return _in_common(task, task.wish.listed) if task.wish.listed else None


def _of_branches(task: Task) -> Composed:
    """List the occupations or qualifications of the branches; say so where none is called so."""
    question = task.wish.question
    if quals := [found.evidence for found in task.situation.found(RecordType.QUALIFICATION)]:
        return _qualifications_of(task, sorted(quals, key=lambda one: str(one.facts["code"])))
    records = [found.evidence for found in task.situation.found(RecordType.OCCUPATION)]
    if not records:
        task.draft.say("list.no_branch", branch=", ".join(task.wish.branches))
        return task.done(AnswerStatus.NO_INFORMATION)
    kept = [record for record in records if _fits(record, question)]
    on_list = _on_forecast(task, kept) if forecast_in(question) else None
    kept = kept if on_list is None else [record for record in kept if record.record_id in on_list]
    if not kept:
        task.draft.say("list.branch_none")
        return task.done(AnswerStatus.NO_INFORMATION)
    for branch in [""] if task.wish.branches == (ANY,) else dict.fromkeys(record.facts["branch"] for record in kept):
        of_it = [record for record in kept if not branch or record.facts["branch"] == branch]
        _branch(task, branch, of_it, on_list or {})
    if (date := when(kept[0].facts, "school_types", task.draft)) and not on_list:
        task.draft.say("list.branch_dated", kept[0], date=date)
    if on_list:
        labour.limits(task, tuple(on_list.values())[:1])
    choices = [f"{record.record_id}|{record.title}" for record in kept]
    about = task.draft.phrase("suggest.about", label=label(kept[0]))
    return task.done(focus=kept, options=choices, suggestions=[about])


def _branch(task: Task, branch: str, records: list[Evidence], figures: dict[str, Evidence]) -> None:
    """One branch: how many occupations, then each with its schools and qualifications."""
    draft = task.draft
    said = draft.told(branch) if branch else ""
    period = next((figure.facts["period"] for figure in figures.values()), "")
    total = len(records) if branch else int(task.data("search_occupations").get("total", len(records)))
    school = draft.label(f"label.school.{school_named(task.wish.question)}", "")
    if not branch and counts(task.wish.question):  # how many is asked, not which
        draft.say("list.taught_count", school=school, count=total)
        draft.say("list.more")
        return
    if only_counted(task.wish.question):
        draft.say("list.branch_count", branch=said, count=total)
        return
    draft.say(_head(task, branch, figures), branch=said, count=total, period=period, school=school)
    for record in records:
        parts = draft.names(part.partition(":")[2] for part in part_ids(record))
        taught = schools(record.facts, draft) or draft.phrase("list.branch_no_school")
        told = f"{name_for(record, draft)}: {taught}" if branch else name_for(record, draft)
        figure = [figures[record.record_id]] if record.record_id in figures else []
        draft.item(draft.phrase("list.branch_item", told=told, parts=parts) if parts else told, record, *figure)
    draft.paragraph()
    if total > len(records):
        draft.say("list.cut_occupations", shown=len(records))


def _head(task: Task, branch: str, figures: dict[str, Evidence]) -> str:
    """What the list is said to be: of the forecast, of a branch, of a school and no other, of a school."""
    if figures:
        return "list.branch_forecast"
    if branch:
        return "list.branch_head"
    return "list.school_head" if only_there(task.wish.question) else "list.taught_head"


def _qualifications_of(task: Task, records: list[Evidence]) -> Composed:
    """The qualifications of branches of schooling, by code, with their names and levels."""
    for branch in task.wish.branches:
        of_it = [record for record in records if str(record.facts["code"]).startswith(f"{branch}.")]
        task.draft.say("list.branch_qualifications", branch=branch, count=len(of_it))
        for record in of_it:
            task.draft.item(_item(task, Listed(), record), record)
        task.draft.paragraph()
    task.draft.say("list.more")
    about = task.draft.phrase("suggest.about", label=label(records[0]))
    return task.done(focus=records, options=[f"{one.record_id}|{one.title}" for one in records], suggestions=[about])


def _fits(record: Evidence, question: str) -> bool:
    """Tell whether an occupation is of the level or kind that is asked for."""
    levels = levels_in(question)
    of_level = not levels or record.facts.get("full_prk_level") in levels
    return of_level and (not of_technicians(question) or record.title.startswith("technik "))


def _on_forecast(task: Task, records: list[Evidence]) -> dict[str, Evidence]:
    """The figures that put occupations on the list of the year asked for, else of the newest, by occupation."""
    year = forecast_in(task.wish.question)
    figures = [one.evidence for one in task.situation.found(RecordType.LABOUR_FACT) if one.evidence.facts["occupation"]]
    newest = max((figure.facts["period"] for figure in figures), default="")
    wanted = newest if year == NOW else year
    known = {record.record_id for record in records}
    return {f.facts["occupation"]: f for f in figures if f.facts["period"] == wanted and f.facts["occupation"] in known}


def _in_common(task: Task, listed: Listed) -> Composed:
    """List the qualifications, or the occupations by their full qualification; tell how many the data hold."""
    if listed.count and not listed.narrows:
        return _size(task)
    result = task.brought("search_qualifications")
    records = result.evidence if result else ()
    total = int(task.data("search_qualifications").get("total", 0))
    if listed.field and result:
        found = zip(records, result.confidences, strict=True)
        records = tuple(record for record, fit in found if fit >= OF_FIELD)
        total = len(records)
    common = _common(task, listed)
    if not records:
        task.draft.say("list.common_none", common=common)
        task.draft.say("list.more")
        return task.done(AnswerStatus.NO_INFORMATION)
    of = "occupations" if listed.thing == OCCUPATION else "qualifications"
    if listed.field and not listed.count:
        task.draft.say("list.qualifications_head", subject=common)
    else:
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
    return "; ".join(filter(None, (listed.field, *told)))


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
