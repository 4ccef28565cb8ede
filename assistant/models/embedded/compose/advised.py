"""Answers written from what a tool of advice has worked out: routes, a plan, a gap, a comparison, schools, notes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from assistant.models.embedded.compose import advice, listing, system, talk
from assistant.models.embedded.compose.open_question import rule_or_record
from assistant.models.embedded.compose.shared import say_each
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_FAIR, RECORDS
from assistant.models.embedded.compose.words import as_name, label_for, name_for
from assistant.models.embedded.dialogue.going_round import wanted
from assistant.models.embedded.dialogue.offers import HELD
from assistant.models.embedded.person.change import names_somebody
from assistant.models.embedded.person.told import lacks_matura
from assistant.models.embedded.planning.advising import MOST_SCHOOLS
from assistant.models.embedded.planning.fit import ends_strangely
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import AnswerStatus

PATHWAY = "career_pathway"
GAP, COMPARE, SCHOOL = "find_gap", "compare_qualifications", "school_choice"
MOST_COMPUTED = 10
_COMPARED = ("prk_level", "volume_hours", "document")


def pathway(task: Task) -> Composed:
    """Show the routes the tool found, a step an item, with its conditions; say so where there are none."""
    data = task.data(PATHWAY)
    if not data:
        return _without_goal(task)
    lines = data["lines"]
    if lacks_matura(task.situation.question) and (rule := task.rule("technician_needs")):
        task.draft.say("dialogue.no_matura")
        system.quote(task, rule)
        task.draft.paragraph()
    write(task, lines)
    routes = data.get("pathways", {}).get("routes", ())
    goal = task.situation.by_id(data["pathways"]["goal_id"]) if "pathways" in data else None
    status = AnswerStatus.ANSWERED if routes else AnswerStatus.NO_INFORMATION
    more = [task.draft.phrase("dialogue.ask_plan")] if routes else []
    return task.done(status, focus=[goal] if goal else (), suggestions=more)


def gap(task: Task) -> Composed:
    """Say what of a qualification or an occupation the person has, has in part and lacks.

    Where no record was meant so surely, what was asked about is looked for like anything else.
    """
    result = task.brought(GAP)
    if result is None and names_somebody(task.subject):
        return listing.nothing(task)
    if result is None and names_something(task.subject):
        looking = replace(task.wish, intent=Intent.FIND)
        return rule_or_record(Task(looking, task.situation, task.prompts))
    lines = task.data(GAP).get("lines")
    if not lines:
        return _of_records(task, GAP)
    found = task.records(*RECORDS)
    goal = _evidence(task, [task.data(GAP)["goal_id"]])
    if goal and not (task.wish.targets or task.wish.codes) and ends_strangely(task.subject, found):
        task.draft.say("none.closest", subject=as_name(task.subject), name=goal[0].title)
    write(task, lines)
    missing = _evidence(task, (part for choice in task.data(GAP)["missing"] for part in choice))
    way = [task.draft.phrase("suggest.become", name=record.title) for record in goal]
    asked = f"{HELD}#{task.data(GAP)['goal_id']}" if task.data(GAP)["asks"] else ""
    return task.done(focus=goal, listed=missing, offer=asked, suggestions=way)


def comparison(task: Task) -> Composed:
    """Put records side by side: what the register says of each, then what their outcomes share."""
    result = task.brought(COMPARE)
    if result is None or not result.evidence:
        return say_notes(task, result.notes if result else ())
    for record in result.evidence:
        task.draft.item(label_for(record, task.draft), record)
        for name in _COMPARED:
            if record.facts.get(name):
                field = task.draft.phrase(f"label.field.{name}")
                task.draft.quote(f"{field}: {task.draft.told(str(record.facts[name]))}.", record)
        for line in computed(task, record):
            task.draft.quote(line, record)
    return _done(task, result.evidence)


def schools(task: Task) -> Composed:
    """Show occupations that fit, with the schools that lead there; ask first where nothing was told.

    Where none fits, this is said; then a rule that fits the question is told, or it is asked back.
    """
    data = task.data(SCHOOL)
    if not data.get("choices"):
        return _no_school(task)
    shown = wanted(_evidence(task, [one["record_id"] for one in data["choices"]]), task.wish, task.situation.memo.shown)
    kept = {record.record_id for record in shown[:MOST_SCHOOLS]}
    data = {**data, "choices": [choice for choice in data["choices"] if choice["record_id"] in kept]}
    if not kept:
        return talk.no_others(task)
    talk.left_out(task)
    later = all(choice["later"] for choice in data["choices"])
    task.draft.say("dialogue.schools_later" if later else "dialogue.schools_head")
    ids = [choice["record_id"] for choice in data["choices"]]
    records = _evidence(task, ids)
    said = {task.draft.phrase("school.later")} if later else frozenset[str]()
    lines = {record.record_id: tuple(one for one in computed(task, record) if one not in said) for record in records}
    say_each(task, [(name_for(record, task.draft), record) for record in records], lines)
    _remarks(task, SCHOOL)
    task.draft.paragraph()
    task.decide()
    return _done(task, records, task.draft.phrase("dialogue.ask_plan"))


def _no_school(task: Task) -> Composed:
    result = task.brought(SCHOOL)
    if result is None or "missing" in result.data:
        return talk.undecided(task)
    for note in result.notes:
        task.draft.quote(note)
    rules = task.facts(bare=True)
    return system.explain(task, rules) if rules and rules[0].confidence >= FACT_FAIR else talk.asked_back(task)


def computed(task: Task, record: Evidence) -> tuple[str, ...]:
    """Return the lines a tool has computed about a record, without their mark."""
    mark = task.draft.phrase("advice.computed", line="")
    lines = (line.removeprefix(mark) for line in record.text.splitlines() if line.startswith(mark))
    return tuple(lines)[:MOST_COMPUTED]


def _of_records(task: Task, tool: str) -> Composed:
    """Each record a tool brought, with what it computed about it, and the tool's remarks."""
    result = task.brought(tool)
    if result is None:
        return talk.need_subject(task)
    if not result.evidence:
        return replace(say_notes(task, result.notes), status=AnswerStatus.NO_INFORMATION)
    for record in result.evidence:
        task.draft.item(label_for(record, task.draft), record)
        for line in computed(task, record):
            task.draft.quote(line, record)
    _remarks(task, tool)
    return _done(task, result.evidence)


def _remarks(task: Task, tool: str) -> None:
    result = task.brought(tool)
    if result and result.notes:
        task.draft.paragraph()
        for note in result.notes:
            task.draft.quote(note)


def say_notes(task: Task, notes: Iterable[str]) -> Composed:
    """Answer with the ready sentences of a tool."""
    for note in notes:
        task.draft.quote(note)
    return task.done(AnswerStatus.ANSWERED if task.draft.text() else AnswerStatus.NO_INFORMATION)


def _without_goal(task: Task) -> Composed:
    """What suits the liking that was told; where none was told, a rule of ways or the question what it is."""
    suits = task.brought(advice.RECOMMEND)
    if suits is not None and suits.recommendations:
        return advice.recommend(task)
    rules = task.facts(bare=True)
    if rules and rules[0].confidence >= FACT_FAIR:
        return system.explain(task, rules)
    return listing.nothing(task) if names_something(task.subject) else talk.undecided(task)


def _done(task: Task, records: Iterable[Evidence], *suggestions: str) -> Composed:
    shown = list(records)
    options = [f"{record.record_id}|{record.title}" for record in shown]
    return task.done(focus=shown, options=options, suggestions=suggestions)


def write(task: Task, lines: Iterable[Mapping[str, Any]]) -> None:
    """Write lines a tool has made: items by their depth, with the records each rests on."""
    for line in lines:
        evidence = _evidence(task, line["sources"])
        if line["depth"]:
            task.draft.item(line["text"], *evidence)
        elif evidence:
            task.draft.quote(line["text"], *evidence)
        else:
            task.draft.paragraph()
            task.draft.heading(line["text"])


def _evidence(task: Task, record_ids: Iterable[str]) -> list[Evidence]:
    return [item for one in record_ids if (item := task.situation.by_id(one))]
