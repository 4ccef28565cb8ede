"""Sentences about one qualification."""

import re
from collections.abc import Callable

from assistant.models.embedded.compose import schooling
from assistant.models.embedded.compose.task import Task
from assistant.models.embedded.compose.words import bodies, label, local, name_for
from assistant.models.embedded.planning.fit import is_generic
from assistant.models.embedded.words.intents import Intent
from guardrails.sentences import split
from register.evidence import Evidence

_HOURS_OF_LEARNING = re.compile(r"\d+ (?:godzin\w* nauki|hours of (?:own )?study|годин\w* (?:самостійної|навчання))")
JOURNEYMAN = "świadectwo czeladnicze"
MOST_ITEMS = 6


def tell(task: Task, q: Evidence) -> bool:
    """Say what the wish asks of ``q``; tells whether the data held it."""
    return _TOPICS.get(task.wish.intent, about)(task, q)


def about(task: Task, q: Evidence) -> bool:
    """Introduce the qualification: what it is, what it confirms, its level and paper, where it belongs."""
    identity(task, q)
    if text := local(q.facts.get("summary"), task.draft):
        task.draft.quote(text, q)
    level(task, q)
    if task.thorough:
        outcomes(task, q, quiet=True)
    awarding(task, q, quiet=True)
    validity(task, q, quiet=True)
    volume(task, q, quiet=True)
    used_in(task, q)
    if task.thorough:
        _details(task, q)
    return True


def identity(task: Task, q: Evidence) -> None:
    """Say what kind of record it is."""
    facts, draft = q.facts, task.draft
    name = name_for(q, draft)
    if facts["code"] and facts["code"] == q.title:
        draft.say("q.code_only", q, code=facts["code"])
    elif facts["category"] == "school" and facts["kind"] == "full":
        draft.say("q.identity_full_school", q, name=name)
    elif facts["category"] == "school" and facts["code"]:
        draft.say("q.identity_code", q, code=facts["code"], name=name)
    elif facts["kind"] and facts["category"]:
        kind, category = (draft.phrase(f"label.{field}.{facts[field]}") for field in ("kind", "category"))
        draft.say("q.identity", q, name=name, kind=kind, category=category)
    else:
        draft.say("q.identity_plain", q, name=name)


def level(task: Task, q: Evidence, *, quiet: bool = True) -> bool:
    """Say the level, as probable where it was computed."""
    value = q.facts["prk_level"]
    if value is None:
        if not quiet:
            task.draft.say("q.level_unknown", q, name=q.title)
        return False
    key = "q.level_derived" if "prk_level" in q.facts["derived"] else "q.level"
    if quiet:
        task.draft.say(key, q, level=value)
    else:
        task.draft.say(key.replace("level", "level_of", 1), q, level=value, name=label(q))
    return True


def awarding(task: Task, q: Evidence, *, quiet: bool = False) -> bool:
    """Say who awards it and with which document."""
    names = bodies(q.facts, "awarding_bodies", task.draft)
    document = task.draft.told(q.facts["document"])
    if names and document:
        task.draft.say("q.awarding", q, name=q.title, bodies=names, document=document)
    elif names:
        task.draft.say("q.awarding_bodies", q, name=q.title, bodies=names)
    elif document and quiet:
        task.draft.say("q.document", q, document=document)
    if names or quiet:
        return bool(names)
    if (kind := _of_its_paper(task, q)) is not None:
        if document:
            task.draft.say("q.document", q, document=document)
        document_body(task, kind)
        return True
    task.draft.say("q.awarding_unknown", q, name=q.title)
    if applicants := bodies(q.facts, "applicants", task.draft):
        task.draft.say("q.applicant", q, bodies=applicants)
    task.draft.say("q.awarding_card", q)
    if rule := task.rule("who_certifies"):
        task.draft.quote(local(rule.facts["text"], task.draft), rule)
    return False


def document_body(task: Task, kind: Evidence) -> None:
    """Say who awards papers of a kind, from the record of the kind."""
    names = bodies(kind.facts, "awarding_bodies", task.draft)
    task.draft.say("q.document_body", kind, document=task.draft.told(kind.facts["document"]), bodies=names)


def _of_its_paper(task: Task, q: Evidence) -> Evidence | None:
    """The record of the kind of paper a craft's qualification is confirmed with, where one was read."""
    read = (found.evidence for found in task.situation.found(q.kind) if is_generic(found.evidence))
    kinds = (kind for kind in read if kind.facts["category"] == q.facts["category"] == "craft")
    of_paper = (kind for kind in kinds if kind.facts["document"] == q.facts["document"])
    return next((kind for kind in of_paper if kind.facts["awarding_bodies"]), None)


def validity(task: Task, q: Evidence, *, quiet: bool = False) -> bool:
    """Say how long the document is valid and how to renew it."""
    found = q.facts["validity"]
    if not found:
        if not quiet:
            task.draft.say("q.validity_unknown", q, name=q.title)
        return False
    task.draft.say("q.validity", q, name=q.title, validity=task.draft.told(found["text"]))
    if found["renewal"]:
        task.draft.say("q.renewal", q, renewal=task.draft.told(found["renewal"]))
    return True


def volume(task: Task, q: Evidence, *, quiet: bool = False) -> bool:
    """Say the notional effort in hours."""
    hours = q.facts["volume_hours"]
    if hours is None and not quiet and (said := _hours_described(task, q)):
        task.draft.quote(said, q)
        return True
    if hours is None:
        if not quiet:
            task.draft.say("q.volume_unknown", q, name=q.title)
        return False
    task.draft.say("q.volume", q, name=q.title, hours=hours)
    return True


def _hours_described(task: Task, q: Evidence) -> str:
    """The sentence of the description that gives hours of learning, where the field of the record does not."""
    described = split(local(q.facts.get("summary"), task.draft))
    return next((piece.sentence.text for piece in described if _HOURS_OF_LEARNING.search(piece.sentence.text)), "")


def entry(task: Task, q: Evidence, *, quiet: bool = False) -> bool:
    """Say who may apply for validation; ``quiet`` says nothing where that is not held."""
    conditions = q.facts["entry_conditions"]
    if conditions:
        task.draft.say("q.entry", q, name=q.title, conditions=task.draft.told(conditions))
    elif q.facts["category"] == "craft":
        return _craft_entry(task, q)
    elif not quiet:
        task.draft.say("q.entry_unknown", q, name=q.title)
    if groups := q.facts["target_groups"]:
        task.draft.say("q.target", q, groups=task.draft.told(groups))
    return bool(conditions)


def _craft_entry(task: Task, q: Evidence) -> bool:
    """Who may take the exam of a craft: by the rule for journeymen, for masters the chamber has to be asked."""
    if q.facts["document"] == JOURNEYMAN and (rule := task.rule("journeyman_entry")):
        task.draft.quote(local(rule.facts["text"], task.draft), rule)
        return True
    task.draft.say("by_work.craft_conditions", q)
    return False


def outcomes(task: Task, q: Evidence, *, quiet: bool = False) -> bool:
    """List the outcome sets, or the tasks the certificate covers."""
    sets, tasks = q.facts["outcome_sets"], q.facts["tasks"]
    if sets and not (quiet and len(sets) < 3):
        task.draft.say("q.outcomes_head" if len(sets) > 2 else "q.outcomes_partial", q, label=label(q))
        for found in sets[: MOST_ITEMS * 2]:
            task.draft.item(f"{found['code']} {found['title']}".strip(), q)
    elif tasks and not quiet:
        task.draft.say("q.tasks_head", q, name=q.title)
        for text in tasks[:MOST_ITEMS]:
            task.draft.item(text, q)
    elif q.facts["parts"] and not quiet:
        task.draft.say("q.outcomes_in_parts", q, name=q.title)
        for part in parts_of(task, q):
            outcomes(task, part)
    elif not quiet:
        task.draft.say("q.outcomes_unknown", q, name=q.title)
    return bool(sets or tasks)


def used_in(task: Task, q: Evidence) -> None:
    """Say which occupations need it."""
    read = [task.situation.by_id(record_id) for record_id in q.facts["occupations"]]
    names = [name_for(record, task.draft) for record in read if record is not None and record.title != q.title]
    if names:
        key = "q.part_of_one" if len(names) == 1 else "q.part_of"
        task.draft.say(key, q, names=task.draft.names(names))


def parts_of(task: Task, record: Evidence) -> tuple[Evidence, ...]:
    """Return the partial qualifications of a record that were read in this turn, in its order."""
    choices = record.facts.get("qualifications") or record.facts.get("parts") or ()
    read = (task.situation.by_id(part) for choice in choices for part in choice)
    return tuple(part for part in read if part is not None)


def _details(task: Task, q: Evidence) -> None:
    facts, draft = q.facts, task.draft
    if facts["notice"]:
        draft.say("q.notice", q, notice=facts["notice"])
    if facts["included_on"]:
        draft.say("q.included_on", q, date=facts["included_on"])
    if facts["status"]:
        draft.say("q.status", q, status=draft.phrase(f"label.status.{facts['status']}"))
    entry(task, q, quiet=True)
    draft.say("q.confidence", q, confidence=draft.phrase(f"label.confidence.{facts['confidence']}"))


def _duration(task: Task, q: Evidence) -> bool:
    """The effort in hours; of a part of a school occupation, else, how long its course lasts."""
    if volume(task, q):
        return True
    if validity(task, q, quiet=True):
        return False
    part = q.facts["category"] == "school" and q.facts["kind"] == "partial"
    if (rule := task.rule("course_length" if part else "school_length")) is None:
        return False
    schooling.quoted(task, rule)
    return True


_TOPICS: dict[Intent, Callable[[Task, Evidence], bool]] = {
    Intent.LEVEL: lambda task, q: level(task, q, quiet=False),
    Intent.WHO_AWARDS: awarding,
    Intent.VALIDITY: validity,
    Intent.DURATION: _duration,
    Intent.ENTRY: entry,
    Intent.OUTCOMES: outcomes,
    Intent.TASKS: outcomes,
}
