"""Sentences about learning an occupation: how long its schools last, and whether a course (KKZ) leads there."""

import re

from assistant.models.embedded.compose.task import Task
from assistant.models.embedded.compose.words import dated, local, schools, years
from register.evidence import Evidence

# How the rule on the length of schools calls each of them; the number of years comes after.
_CALLED = {"technikum": "technikum", "BS I": "branżowa I stopnia", "BS II": "II stopnia"}


def taught(task: Task, o: Evidence) -> bool:
    """Say which schools teach ``o``, and for how long a post-secondary one does; tells whether that is known."""
    facts, draft = o.facts, task.draft
    if not facts["school_types"]:
        return False
    date = dated(facts, "school_types", draft)
    named = o.title.casefold() in draft.text().casefold()
    draft.say("o.schools" if named else "o.schools_of", o, name=o.title, schools=schools(facts, draft), dated=date)
    if facts["post_secondary_years"]:
        draft.say("o.school_years", o, years=years(facts["post_secondary_years"], draft), dated=date)
    return True


def with_years(task: Task, o: Evidence) -> str:
    """Return the schools that teach ``o``, each with its years where its record or the rule gives them."""
    draft, rule = task.draft, task.rule("school_length")
    named = []
    for kind in o.facts.get("school_types") or ():
        of_record = o.facts["post_secondary_years"] if kind == "szkoła policealna" else None
        number = of_record or (_years_of(kind, rule) if rule else 0)
        school = draft.label(f"label.school.{kind}", kind)
        named.append(f"{school} ({years(number, draft)})" if number else school)
    return draft.names(named, "label.or")


def lengths(task: Task, o: Evidence) -> None:
    """Say how long the schools that teach ``o`` last, by the rule, and its course where there is one."""
    draft, rule = task.draft, task.rule("school_length")
    for kind in o.facts["school_types"]:
        if rule is not None and (number := _years_of(kind, rule)):
            school = draft.label(f"label.school.{kind}", kind)
            draft.say("o.school_length", rule, school=school[0].upper() + school[1:], years=years(number, draft))
    if "BS II" in o.facts["school_types"] and (second := task.rule("stage_two")):
        draft.quote(local(second.facts["text"], draft), second)
    if o.facts["kkz_allowed"] and (course := task.rule("course_length")):
        quoted(task, course)


def course(task: Task, o: Evidence) -> None:
    """Say whether there are courses for ``o``, and what its record asks of those who join one."""
    facts, draft = o.facts, task.draft
    if facts["withdrawn"]:
        draft.say("o.withdrawn", o, name=o.title, note=draft.told(facts["withdrawn_note"]))
        return
    if facts["kkz_allowed"] is None:
        draft.say("o.course_unknown", o, name=o.title)
        return
    date = dated(facts, "kkz_allowed", draft)
    draft.say("o.course_yes" if facts["kkz_allowed"] else "o.course_no", o, name=o.title, dated=date)
    if not facts["kkz_allowed"]:
        taught(task, o)
        if facts["entry_restrictions"]:
            draft.say("o.restrictions", o, restrictions=draft.told(facts["entry_restrictions"]))


def joining(task: Task, occupations: tuple[Evidence, ...]) -> None:
    """Say who may join a course, then what the records ask of those who do, or that they ask for no more."""
    rule = task.rule("course_entry")
    if rule is None:
        return
    task.draft.paragraph()
    quoted(task, rule)
    asking = [o for o in occupations if o.facts["entry_restrictions"]]
    for o in asking:
        task.draft.say("o.course_more", o, name=o.title, restrictions=task.draft.told(o.facts["entry_restrictions"]))
    if not asking:
        task.draft.say("o.course_no_more", *occupations)


def quoted(task: Task, rule: Evidence) -> None:
    """Quote a rule with what limits it."""
    task.draft.quote(local(rule.facts["text"], task.draft), rule)
    if rule.facts["caveat"]:
        task.draft.say("f.caveat", rule, caveat=local(rule.facts["caveat"], task.draft))


def _years_of(kind: str, rule: Evidence) -> int:
    """Return the years the rule gives for a kind of school, or 0."""
    found = (
        re.search(rf"{_CALLED[kind]}\D*?(\d+)", rule.facts["text"]["pl"], re.IGNORECASE) if kind in _CALLED else None
    )
    return int(found[1]) if found else 0
