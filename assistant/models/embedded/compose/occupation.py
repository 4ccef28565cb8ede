"""Sentences about one occupation."""

from collections.abc import Callable

from assistant.models.embedded.compose import qualification, schooling
from assistant.models.embedded.compose.task import Task
from assistant.models.embedded.compose.words import bodies, dated, label_for, local, name_for
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import named_in, plain_in
from assistant.models.embedded.words.intents import Intent
from guardrails.sentences import split
from register.evidence import Evidence
from register.vocabulary import Language
from retrieval.analysis import analyse

MOST_TASKS = 5


def tell(task: Task, o: Evidence) -> bool:
    """Say what the wish asks of ``o``; tells whether the data held it."""
    return _TOPICS.get(task.wish.intent, about)(task, o)


def about(task: Task, o: Evidence) -> bool:
    """Introduce the occupation: what one does, where one learns it, its level and parts; its code comes last."""
    if not task.wish.more and _fields(task, o):
        return True
    named(task, o)
    if text := local(o.facts.get("summary"), task.draft):
        first = next((piece.sentence.text for piece in split(text)), text)
        task.draft.quote(first if task.wish.simple else text, o)
    if task.wish.simple:
        where_taught(task, o, quiet=True)
        return True
    if task.thorough:
        tasks(task, o)
        task.draft.paragraph()
    where_taught(task, o, quiet=True)
    level(task, o, quiet=True)
    if o.facts["qualifications"] and not o.facts["withdrawn"]:
        task.draft.paragraph()
        parts(task, o)
        task.draft.paragraph()
    coded(task, o)
    return True


def _fields(task: Task, o: Evidence) -> bool:
    """Say the fields that the question names, with a plain fact beside them; tells whether it names one."""
    words = analyse(task.wish.question, max_words=100).words
    fields = named_in("of_record", words)
    beside = plain_in(words) if fields else None
    tellers = [_FIELDS[field] for field in fields] + ([_TOPICS[beside]] if beside in _TOPICS else [])
    for tells in tellers:
        tells(task, o)
    return bool(fields)


def identity(task: Task, o: Evidence) -> None:
    """Say which occupation is meant, where little else is said of it: its name and its code."""
    named(task, o)
    coded(task, o)


def named(task: Task, o: Evidence) -> None:
    """Say the name in both genders, and whether the occupation was withdrawn."""
    facts, draft = o.facts, task.draft
    name = name_for(o, draft)
    if other := facts["feminine"] or facts["masculine"]:
        draft.say("o.named_feminine" if facts["feminine"] else "o.named_masculine", o, name=name, other=other)
    else:
        draft.say("o.named", o, name=name)
    if facts["withdrawn"]:
        draft.say("o.withdrawn", o, name=o.title, note=draft.told(facts["withdrawn_note"]))


def coded(task: Task, o: Evidence) -> bool:
    """Say the code with the year of its classification, or that the sources hold none."""
    code, year = o.facts["code"], o.facts["classification_year"]
    if code and year:
        task.draft.say("o.code", o, name=o.title, code=code, year=year)
    elif code:
        task.draft.say("o.code_undated", o, name=o.title, code=code)
    else:
        task.draft.say("o.no_code", o, name=o.title)
    return bool(code)


def branch(task: Task, o: Evidence) -> bool:
    """Say the branch of schooling the occupation belongs to, or that its record names none."""
    name = o.facts["branch"]
    if name:
        task.draft.say("particular.branch", o, name=o.title, branch=task.draft.told(name))
    else:
        task.draft.say("particular.branch_unknown", o, name=o.title)
    return bool(name)


def tasks(task: Task, o: Evidence) -> bool:
    """List what one does: official tasks, which are in Polish; in other languages the words of these data for it."""
    head, found = "o.tasks_head", o.facts["tasks"]
    if task.draft.language is not Language.PL and (own := o.facts["activities"].get(task.draft.language.value)):
        head, found = "o.activities_head", own
    if not found:
        task.draft.say("o.tasks_unknown", o, name=o.title)
        return False
    task.draft.say(head, o, name=o.title)
    for text in found[:MOST_TASKS]:
        task.draft.item(text, o)
    return True


def what_one_does(task: Task, o: Evidence) -> bool:
    """Say what the work is: the summary, then the tasks."""
    text = local(o.facts.get("summary"), task.draft)
    if text:
        task.draft.quote(text, o)
    return tasks(task, o) or bool(text)


def where_taught(task: Task, o: Evidence, *, quiet: bool = False) -> bool:
    """Say which schools teach it, for how long, and whether a course for adults leads there."""
    facts, draft = o.facts, task.draft
    if facts["withdrawn"]:
        if not quiet:
            draft.say("o.withdrawn", o, name=o.title, note=draft.told(facts["withdrawn_note"]))
        return True
    if not schooling.taught(task, o) and not quiet:
        draft.say("o.schools_unknown", o, name=o.title)
    if facts["kkz_allowed"] is not None:
        key = "o.kkz_yes" if facts["kkz_allowed"] else "o.kkz_no"
        draft.say(key, o, dated=dated(facts, "kkz_allowed", draft))
    if facts["entry_restrictions"]:
        draft.say("o.restrictions", o, restrictions=draft.told(facts["entry_restrictions"]))
    if not quiet and asks_where(task.wish.question) and (rule := task.rule("courses")):
        draft.quote(local(rule.facts["text"], draft), rule)
    return bool(facts["school_types"])


def asks_where(question: str) -> bool:
    """Tell whether a place is asked for, not only a type of school."""
    words = analyse(question, max_words=100).words
    return any(word.folded in lexicon.words("where") for word in words)


def level(task: Task, o: Evidence, *, quiet: bool = False) -> bool:
    """Say the level of the full qualification."""
    value = o.facts["full_prk_level"]
    if value is None:
        if not quiet:
            task.draft.say("o.level_unknown", o, name=o.title)
        return False
    task.draft.say("o.level", o, name=o.title, level=value)
    return True


def become(task: Task, o: Evidence) -> bool:
    """Describe the way: school or course, the exam of each part, who examines, the paper at the end."""
    if not task.wish.simple:
        named(task, o)
    if o.facts["withdrawn"]:
        return True
    where_taught(task, o, quiet=True)
    level(task, o, quiet=True)
    task.draft.paragraph()
    parts(task, o)
    task.draft.paragraph()
    exam(task, o)
    if (rule := task.rule("technician") or task.rule("diploma")) and not task.brief:
        task.draft.quote(local(rule.facts["text"], task.draft), rule)
    if not task.wish.simple:
        task.draft.paragraph()
        coded(task, o)
    return True


def parts(task: Task, o: Evidence) -> bool:
    """List the qualifications the occupation consists of."""
    draft = task.draft
    choices = o.facts["qualifications"]
    if not choices:
        draft.say("q.parts_unknown", o, name=o.title)
        return False
    if len(choices) == 1:
        draft.say("q.parts_one", o, name=o.title)
    else:
        count = draft.phrase(f"label.qualifications_{len(choices)}")
        draft.say("q.parts_count", o, name=o.title, count_text=count)
    for choice in choices:
        read = {part: task.situation.by_id(part) for part in choice}
        names = (_with_level(task, part) if part else record_id.partition(":")[2] for record_id, part in read.items())
        told = draft.names(names, "label.or")
        if len(choice) > 1:
            # A sentence of the phrase book: the rail then asks of each code only that a record cited here bears it.
            told = draft.phrase("q.parts_choice", names=told)
        # A part that was not read is known as a code from the occupation alone.
        draft.item(told, *(part or o for part in read.values()))
    if o.facts["qualifications_complete"] is False:
        draft.say("q.parts_incomplete", o)
    return True


def exam(task: Task, o: Evidence) -> bool:
    """Say who examines and what one gets, for each part and in the end."""
    said = False
    for part in qualification.parts_of(task, o)[:1]:
        names = bodies(part.facts, "awarding_bodies", task.draft)
        if names and part.facts["document"]:
            task.draft.say("o.exam", part, bodies=names, certificate=task.draft.told(part.facts["document"]))
            said = True
    full = task.situation.by_id(o.facts["full_qualification"])
    if full is not None and full.facts["document"]:
        if not said and bodies(full.facts, "awarding_bodies", task.draft):
            return qualification.awarding(task, full)
        task.draft.say("o.exam_full", full, document=task.draft.told(full.facts["document"]))
        said = True
    return said


def _awards(task: Task, o: Evidence) -> bool:
    if exam(task, o):
        return True
    full = task.situation.by_id(o.facts["full_qualification"])
    return qualification.awarding(task, full) if full is not None else about(task, o)


def _validity(task: Task, o: Evidence) -> bool:
    """An occupation has no validity: its documents, when one applies for an exam where that is asked, the rule."""
    wanted = named_in("of_exams", analyse(task.wish.question, max_words=100).words)
    keys = ("summer_deadline", "winter_deadline", "external_deadline") if "deadline" in wanted else ("validity",)
    if "deadline" not in wanted:
        task.draft.say("o.no_validity", o, name=o.title)
        exam(task, o)
        task.draft.say("o.papers_validity_unknown", o)
    for rule in filter(None, map(task.rule, keys)):
        task.draft.paragraph()
        schooling.quoted(task, rule)
    return True


def _outcomes(task: Task, o: Evidence) -> bool:
    known = [part for part in qualification.parts_of(task, o) if part.facts["outcome_sets"]]
    for part in known:
        qualification.outcomes(task, part)
        task.draft.paragraph()
    return bool(known) or what_one_does(task, o)


def _duration(task: Task, o: Evidence) -> bool:
    where_taught(task, o)
    if not o.facts["withdrawn"]:
        schooling.lengths(task, o)
    return True


def _parts_and_school(task: Task, o: Evidence) -> bool:
    held = parts(task, o)
    task.draft.paragraph()
    where_taught(task, o, quiet=True)
    return held


def _entry(task: Task, o: Evidence) -> bool:
    where_taught(task, o)
    wanted = named_in("of_exams", analyse(task.wish.question, max_words=100).words)
    if "without_school" in wanted and (rule := task.rule("external")):
        schooling.quoted(task, rule)
        return True
    parts(task, o)
    return True


def _with_level(task: Task, part: Evidence) -> str:
    value = part.facts["prk_level"]
    if value is None or task.brief:
        return task.draft.phrase("q.item", label=label_for(part, task.draft))
    key = "q.item_level_derived" if "prk_level" in part.facts["derived"] else "q.item_level"
    return task.draft.phrase(key, label=label_for(part, task.draft), level=value)


_FIELDS: dict[str, Callable[[Task, Evidence], bool]] = {"codes": parts, "code": coded, "branch": branch}
_TOPICS: dict[Intent, Callable[[Task, Evidence], bool]] = {
    Intent.BECOME: become,
    Intent.TASKS: what_one_does,
    Intent.OUTCOMES: _outcomes,
    Intent.PARTS: _parts_and_school,
    Intent.LEVEL: level,
    Intent.SCHOOLS: where_taught,
    Intent.DURATION: _duration,
    Intent.WHO_AWARDS: _awards,
    Intent.VALIDITY: _validity,
    Intent.ENTRY: _entry,
}
