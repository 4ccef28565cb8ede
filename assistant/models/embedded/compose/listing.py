"""Answers about several records: lists, neighbours, comparisons, nothing found."""

from dataclasses import replace

from assistant.models.embedded.compose import notes, occupation, qualification, schooling, system, talk
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import as_name, bodies, label, label_for, local, name_for, schools, value
from assistant.models.embedded.dialogue.going_round import wanted
from assistant.models.embedded.planning.fit import best_records, likeness
from assistant.models.embedded.situation import Found
from guardrails.output.bias import steering
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, Language, RecordType

MOST_LISTED = 8
MOST_INSTEAD = 3
NEAR = 0.3


def several(task: Task, found: tuple[Found, ...]) -> Composed:
    """List what fits: qualifications, then occupations."""
    draft = task.draft
    subject = _shown(task, task.subject or task.wish.question)
    qualifications, occupations = (
        wanted(_of(found, kind), task.wish, task.situation.memo.shown)
        for kind in (RecordType.QUALIFICATION, RecordType.OCCUPATION)
    )
    # A full school qualification repeats its occupation, which tells more.
    qualifications = [q for q in qualifications if not (q.facts["kind"] == "full" and q.facts["occupations"])]
    qualifications = qualifications[:MOST_LISTED]
    focus = [*qualifications, *occupations[:MOST_LISTED]]
    if not focus:
        return talk.no_others(task) if task.wish.others or task.wish.rejected else nothing(task)
    notes.tell(task)
    talk.left_out(task)
    if qualifications:
        _head(task, "qualifications", subject)
        for record in qualifications:
            draft.item(_with_level(task, record), record)
        draft.paragraph()
    if occupations:
        _head(task, "occupations", subject)
        for record in occupations[:MOST_LISTED]:
            code = record.facts["code"]
            name = name_for(record, draft)
            text = draft.phrase("o.item_code", name=name, code=code) if code else name
            draft.item(text, record)
        draft.paragraph()
    draft.say("list.more")
    first = focus[0]
    choices = [f"{record.record_id}|{record.title}" for record in focus]
    return task.done(focus=focus, options=choices, suggestions=[draft.phrase("suggest.about", label=label(first))])


def _head(task: Task, of: str, subject: str) -> None:
    """Say what is listed, with what was looked for where that can be quoted.

    Words torn from different places of a message, or that name people of a kind, are no quotation.
    """
    said = task.draft.phrase(f"list.{of}_head", subject=subject)
    quotable = subject.casefold() in task.wish.question.casefold() or not task.situation.question.count(" ")
    whole = quotable or task.wish.carried or subject != task.subject
    task.draft.heading(said if whole and not steering(said) else task.draft.phrase(f"list.{of}_here"))


def _shown(task: Task, subject: str) -> str:
    """What was looked for in the words of the turn: a direction chosen from our own list is looked for in Polish."""
    if task.draft.language is Language.PL:
        return subject
    chosen = (one for one in talk.FIELDS if task.prompts.phrase(f"canonical.field.{one}", Language.PL) == subject)
    return next((task.draft.phrase(f"talk.field.{one}") for one in chosen), subject)


def alike(task: Task, record: Evidence) -> Composed:
    """List the records of like character that the index named."""
    found = _similar(task, record)
    if not found:
        return nothing(task)
    task.draft.say("list.similar_head", record, name=record.title)
    _items(task, found)
    return task.done(focus=found, options=[f"{item.record_id}|{item.title}" for item in found])


def instead(task: Task, record: Evidence) -> list[Evidence]:
    """Name what schools teach that is like an occupation they teach no more, first what is called so as well."""
    found = _similar(task, record)[:MOST_INSTEAD]
    if found:
        task.draft.paragraph()
        task.draft.say("list.instead_head", record, name=record.title)
        _items(task, found)
    return found


def _similar(task: Task, record: Evidence) -> list[Evidence]:
    """The records of like character that the index named, none withdrawn; of one withdrawn, its namesakes first."""
    brought = (asked.result.evidence for asked in task.situation.asked if asked.tool == "find_similar")
    found = [item for items in brought for item in items]
    if found and record.facts.get("withdrawn"):
        occupations = (f.evidence for f in task.situation.found(RecordType.OCCUPATION))
        found = [*(one for one in occupations if likeness(record.title, one) == 1.0), *found]
    others = {item.record_id: item for item in found if not item.facts.get("withdrawn")}
    others.pop(record.record_id, None)
    return list(others.values())[:MOST_LISTED]


def _items(task: Task, records: list[Evidence]) -> None:
    for item in records:
        task.draft.item(_with_level(task, item) if "prk_level" in item.facts else name_for(item, task.draft), item)


def institutions(task: Task, found: tuple[Found, ...]) -> Composed:
    """List institutions with where they work; one alone is described."""
    draft = task.draft
    records = [f.evidence for f in found][:MOST_LISTED]
    if len(records) == 1:
        institution(task, records[0])
        return task.done(focus=records)
    draft.say("i.head")
    for record in records:
        regions = draft.names(value(region, draft) for region in record.facts["regions"])
        name = name_for(record, draft)
        text = draft.phrase("i.item_regions", name=name, regions=regions) if regions else name
        draft.item(text, record)
    return task.done(focus=records)


def institution(task: Task, i: Evidence) -> None:
    """Describe one institution."""
    facts, draft = i.facts, task.draft
    draft.say("i.identity", i, name=name_for(i, draft), type=draft.told(facts["type_label"]))
    if facts["city"]:
        draft.say("i.city", i, city=facts["city"])
    if facts["regions"]:
        draft.say("i.regions", i, regions=draft.names(value(region, draft) for region in facts["regions"]))
    if facts["scope"]:
        draft.say("i.scope", i, scope=draft.told(facts["scope"]))


def compared(task: Task, first: Evidence, second: Evidence) -> Composed:
    """Put two records side by side, field by field, saying where data are missing."""
    draft = task.draft
    for record in (first, second):
        if record.kind is RecordType.OCCUPATION:
            occupation.identity(task, record)
        else:
            qualification.identity(task, record)
        if text := local(record.facts.get("summary"), draft):
            draft.quote(text, record)
        draft.paragraph()
    draft.say("list.differences_head")
    for key in ("level", "validity", "volume", "schools", "parts"):
        a, b = (_compared_field(task, record, key) for record in (first, second))
        if (a or b) and (a != b or key in ("level", "schools")):
            unknown = draft.phrase("list.unknown")
            text = draft.phrase(
                f"list.compare_{key}", first=first.title, second=second.title, a=a or unknown, b=b or unknown
            )
            rules = [rule] if key == "schools" and (rule := task.rule("school_length")) else []
            draft.item(text, first, second, *rules)
    shared = set(part_ids(first)) & set(part_ids(second))
    if shared:
        read = [part for part in (task.situation.by_id(part) for part in sorted(shared)) if part is not None]
        names = draft.names([label(part) for part in read] or [part.partition(":")[2] for part in shared])
        draft.item(draft.phrase("list.compare_shared", names=names), first, second)
    return task.done(focus=[first, second], options=[f"{r.record_id}|{r.title}" for r in (first, second)])


def beside(task: Task, records: list[Evidence]) -> Composed:
    """Put three or four records beside each other: what each is, and its level."""
    for record in records:
        if record.kind is RecordType.OCCUPATION:
            occupation.identity(task, record)
            occupation.level(task, record, quiet=True)
        else:
            qualification.identity(task, record)
            qualification.level(task, record)
        if text := local(record.facts.get("summary"), task.draft):
            task.draft.quote(text, record)
        task.draft.paragraph()
    if all(record.kind is RecordType.OCCUPATION for record in records):
        _schooling_of_each(task, records)
    return task.done(focus=records, options=[f"{record.record_id}|{record.title}" for record in records])


def _schooling_of_each(task: Task, records: list[Evidence]) -> None:
    """The schools and the qualifications of several occupations, a line each."""
    task.draft.say("list.differences_head")
    for record in records:
        parts = task.draft.names(part.partition(":")[2] for part in part_ids(record))
        taught = schools(record.facts, task.draft) or task.draft.phrase("list.branch_no_school")
        told = f"{record.title}: {taught}"
        task.draft.item(task.draft.phrase("list.branch_item", told=told, parts=parts) if parts else told, record)


def strange(task: Task, name: str) -> Composed:
    """Say first that no record bears the name asked about, then what comes near."""
    near = _near(task)
    task.draft.say("none.not_found", subject=as_name(name))
    _name_near(task, near)
    task.draft.say("none.partial_data")
    task.draft.say("none.by_doing")
    return task.done(AnswerStatus.NO_INFORMATION, listed=near, empty=True)


def nothing(task: Task) -> Composed:
    """Say that the data hold no such thing, offer what comes near, point to the portal.

    A question that names no thing of the register is told the rule that comes nearest.
    """
    wish, draft = task.wish, task.draft
    near = _near(task)
    if not wish.codes and (rules := system.nearest(task)):
        composed = system.only_near(task, rules)
        _name_near(task, near[:2])
        return replace(composed, text=task.draft.text(), listed=tuple(record.record_id for record in near[:2]))
    if near and not wish.codes and system.tells_a_situation(wish):
        draft.say("none.no_full_match")
        _name_near(task, near)
        return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=near)
    notes.tell(task)
    for code in wish.codes:
        draft.say("none.code_not_found", code=code)
    subject = task.subject or wish.question
    if not wish.codes:
        draft.say("none.not_found", subject=as_name(subject))
    _name_near(task, near)
    draft.say("none.partial_data")
    if not wish.codes:
        draft.say("none.by_doing")
    # What only comes near is listed for whoever takes it up; it is not what was spoken of.
    return task.done(AnswerStatus.NO_INFORMATION, listed=near, empty=not wish.codes)


def _near(task: Task) -> list[Evidence]:
    """The records that come nearest, a name once."""
    found = best_records(task.situation, task.subjects, RecordType.QUALIFICATION, RecordType.OCCUPATION)
    near = [f.evidence for f in found if f.confidence >= NEAR]
    return list({record.title: record for record in near}.values())[:3]


def _name_near(task: Task, near: list[Evidence]) -> None:
    if near:
        task.draft.paragraph()
        task.draft.say("none.nearest_head")
        for record in near:
            task.draft.item(label_for(record, task.draft), record)
        task.draft.paragraph()


def no_level(task: Task) -> Composed:
    """Say that there is no such level and which there are."""
    for level in task.wish.levels_unknown:
        task.draft.say("none.level_range", level=level)
    task.draft.say("none.try_words")
    return task.done(AnswerStatus.NO_INFORMATION)


def no_fact(task: Task) -> Composed:
    """Say that the sources hold no answer and how to ask otherwise."""
    task.draft.say("none.no_fact")
    task.draft.say("none.try_words")
    return task.done(AnswerStatus.NO_INFORMATION, empty=True)


def _of(found: tuple[Found, ...], kind: RecordType) -> list[Evidence]:
    records = [f.evidence for f in found if f.evidence.kind is kind]
    return list({record.title: record for record in records}.values())


def _with_level(task: Task, record: Evidence) -> str:
    value = record.facts["prk_level"]
    if value is None:
        return label_for(record, task.draft)
    key = "q.item_level_derived" if "prk_level" in record.facts["derived"] else "q.item_level"
    return task.draft.phrase(key, label=label_for(record, task.draft), level=value)


def _compared_field(task: Task, record: Evidence, field: str) -> str:
    facts, draft = record.facts, task.draft
    match field:
        case "level":
            level = facts.get("prk_level") or facts.get("full_prk_level")
            derived = {"prk_level", "full_prk_level"} & set(facts["derived"])
            said = draft.phrase("label.level", level=level)
            return f"{said}{' (' + draft.phrase('label.derived') + ')' if derived else ''}" if level else ""
        case "validity":
            return draft.told(facts["validity"]["text"]) if facts.get("validity") else ""
        case "volume":
            hours = facts.get("volume_hours")
            return f"{hours} {draft.phrase('label.hours')}" if hours else ""
        case "schools":
            return schooling.with_years(task, record)
        case "parts":
            return draft.names(part.partition(":")[2] for part in part_ids(record))
        case _:
            return bodies(facts, field, draft)


def part_ids(record: Evidence) -> list[str]:
    """Return the ids of the qualifications a record is made up of."""
    choices = record.facts.get("qualifications") or record.facts.get("parts") or ()
    return [part for choice in choices for part in choice]
