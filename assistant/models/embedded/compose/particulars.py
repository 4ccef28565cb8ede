"""A particular of the record spoken of: told from the record or by its rule, else said not to be told there."""

from collections.abc import Callable

from assistant.models.embedded.asked.particulars import FREE, SEX
from assistant.models.embedded.compose import occupation, qualification, schooling, system
from assistant.models.embedded.compose.course import occupations_of
from assistant.models.embedded.compose.single import suggestions
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import RECORDS
from assistant.models.embedded.compose.words import schools
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType

_TECHNICIAN = "technik "
_BY_DAY = "dzienn"
_MATURA, _SECONDARY, _CLEAN, _APPLICATION = "matur", "średni", "niekaral", "wniosek"
_DRIVING = "prawo jazdy"


def particulars(task: Task) -> Composed | None:
    """Tell each particular that is asked of the record; ``None`` where another road tells it (the price of an exam).

    What a teller returns is whether it is known; ``None`` says that only something near it is.
    """
    if len(task.wish.targets) > 1:
        return _of_each(task)
    record = task.situation.by_id(task.wish.targets[0]) if task.wish.targets else None
    if record is None or record.kind not in RECORDS:
        return None
    taught = tuple(o for o in occupations_of(task, record) if o.facts["school_occupation"])
    if task.wish.particulars == (FREE,) and not taught:
        return None
    told = []
    for kind in task.wish.particulars:
        of_schools = taught and kind in _OF_OCCUPATION and kind not in _OF_ITSELF
        told.append(_OF_OCCUPATION[kind](task, taught[0]) if of_schools else _of_record(task, kind, record))
        task.draft.paragraph()
    status = AnswerStatus.ANSWERED if all(told) else AnswerStatus.ANSWERED_PARTIALLY
    if not any(told) and None not in told:
        status = AnswerStatus.NO_INFORMATION
    return task.done(status, focus=[record], suggestions=suggestions(task, record, ()))


def _of_each(task: Task) -> Composed | None:
    """What takes a line of each of a list; that an occupation is open to everybody is said once."""
    read = (task.situation.by_id(target) for target in task.wish.targets)
    records = [one for one in read if one is not None and one.kind in RECORDS]
    if not records:
        return None
    for kind in task.wish.particulars:
        if kind == SEX:
            task.draft.say("feeling.sex")
            continue
        for record in records:
            _of_record(task, kind, record)
    return task.done(focus=records, options=[f"{record.record_id}|{record.title}" for record in records])


def _of_record(task: Task, kind: str, record: Evidence) -> bool | None:
    """What a qualification that no school teaches tells of it; of an occupation that none teaches nothing is known."""
    if record.kind is RecordType.OCCUPATION:
        return _OF_OCCUPATION[kind](task, record)
    return _OF_QUALIFICATION[kind](task, record)


def _shorter(task: Task, o: Evidence) -> bool:
    """The course for adults is the shorter way; where there is none, that none is held."""
    if not o.facts["kkz_allowed"] or o.facts["withdrawn"]:
        task.draft.say("particular.no_shorter_way", o, name=o.title)
        return False
    schooling.course(task, o)
    if rule := task.rule("course_length"):
        schooling.quoted(task, rule)
    schooling.joining(task, (o,))
    return True


def _code_of(task: Task, q: Evidence) -> bool:
    """The code of a qualification; one without a code is known by its name."""
    code = q.facts["code"]
    task.draft.say("particular.code" if code else "particular.code_unknown", q, name=q.title, code=code)
    return bool(code)


def _registered(task: Task, q: Evidence) -> bool:
    """The number of its card, or the notice that included it; else that these are not held."""
    number, notice = q.facts["register_id"], q.facts["notice"]
    if number:
        task.draft.say("particular.register_id", q, name=q.title, number=number)
    elif notice:
        task.draft.say("particular.register_notice", q, name=q.title, notice=notice)
    else:
        task.draft.say("particular.register_unknown", q, name=q.title)
    return bool(number or notice)


def _registered_parts(task: Task, o: Evidence) -> bool | None:
    """The register has no occupations but qualifications: those of the occupation."""
    task.draft.say("particular.register_occupation")
    if not o.facts["withdrawn"]:
        occupation.parts(task, o)
    task.draft.paragraph()
    task.draft.say("particular.register_unknown", o, name=o.title)
    return None


def _course(task: Task, o: Evidence) -> bool:
    schooling.course(task, o)
    if o.facts["kkz_allowed"] and not o.facts["withdrawn"]:
        schooling.joining(task, (o,))
    return o.facts["kkz_allowed"] is not None


def _attendance(task: Task, o: Evidence) -> bool | None:
    """The form of schooling where the record restricts it, else that it is not known; and whether there are courses."""
    restricted = _BY_DAY in (o.facts["entry_restrictions"] or "")
    if restricted:
        occupation.where_taught(task, o, quiet=True)
        return True
    task.draft.say("particular.form_unknown", o, name=o.title)
    schooling.course(task, o)
    if (rule := task.rule("course_online")) and o.facts["kkz_allowed"]:
        system.quote(task, rule, caveat=False)
    return None


def _no_school(task: Task, o: Evidence) -> bool:
    schooling.course(task, o)
    if rule := task.rule("external"):
        system.quote(task, rule, caveat=False)
    return o.facts["kkz_allowed"] is not None


def _studies(task: Task, o: Evidence) -> bool:
    """No studies are named of an occupation that schools teach; which these are."""
    taught = "" if o.facts["withdrawn"] else schools(o.facts, task.draft)
    key = "particular.studies_unnamed" if taught else "particular.studies_unknown"
    task.draft.say(key, o, name=o.title, schools=taught)
    return bool(taught)


def _matura(task: Task, o: Evidence) -> bool:
    """The rule for technicians, what the record restricts, and who may join a course; the school itself as it is."""
    restrictions = o.facts["entry_restrictions"] or ""
    if o.title.casefold().startswith(_TECHNICIAN) and (rule := task.rule("technician_needs")):
        system.quote(task, rule, caveat=False)
    elif _MATURA not in restrictions and _SECONDARY not in restrictions:
        task.draft.say("particular.matura_unnamed", o, name=o.title)
    schooling.taught(task, o)
    if o.facts["kkz_allowed"]:
        schooling.joining(task, (o,))
    return True


def _schooling(task: Task, o: Evidence) -> bool:
    """What schooling the diploma of a technician and a course ask for."""
    if o.title.casefold().startswith(_TECHNICIAN) and (rule := task.rule("technician_needs")):
        system.quote(task, rule, caveat=False)
    else:
        schooling.taught(task, o)
    if o.facts["kkz_allowed"]:
        schooling.joining(task, (o,))
    return True


def _age(task: Task, o: Evidence) -> bool:
    task.draft.say("particular.age_unknown", o, name=o.title)
    if o.facts["kkz_allowed"]:
        schooling.joining(task, (o,))
    return bool(o.facts["kkz_allowed"])


def _clean(task: Task, record: Evidence) -> bool:
    return _named_in_conditions(task, record, _CLEAN, "particular.clean_unknown")


def _driving(task: Task, record: Evidence) -> bool:
    return _named_in_conditions(task, record, _DRIVING, "particular.driving_unknown")


def _named_in_conditions(task: Task, record: Evidence, word: str, otherwise: str) -> bool:
    """The conditions where they name what is asked, else that they do not."""
    of_school = record.facts.get("entry_restrictions") or ""
    if word in of_school:
        task.draft.say("o.restrictions", record, restrictions=task.draft.told(of_school))
        return True
    if word in (record.facts.get("entry_conditions") or ""):
        return qualification.entry(task, record)
    task.draft.say(otherwise, record, name=record.title)
    return False


def _free(task: Task, o: Evidence) -> bool:
    """What a course in a public place costs, and who pays for the exam."""
    rules = [task.rule(key) for key in (("course_price",) if o.facts["kkz_allowed"] else ()) + ("exam_payer",)]
    for rule in filter(None, rules):
        schooling.quoted(task, rule)
        task.draft.paragraph()
    return any(rules)


def _sex(task: Task, o: Evidence) -> bool:
    task.draft.say("feeling.sex")
    occupation.named(task, o)
    return True


def _without_course(task: Task, q: Evidence) -> bool:
    """A validation asks for no course and no school: what counts is what one can do."""
    rule = task.rule("course_or_not")
    if rule is None or q.facts["category"] in ("school", "craft"):
        return qualification.entry(task, q)
    system.quote(task, rule)
    qualification.entry(task, q, quiet=True)
    return True


def _form(task: Task, q: Evidence) -> bool | None:
    task.draft.say("particular.form_unknown_qualification", q, name=q.title)
    if (rule := task.rule("course_or_not")) and q.facts["category"] not in ("school", "craft"):
        system.quote(task, rule)
    return None


def _no_price(task: Task, _q: Evidence) -> bool:
    if rule := task.rule("price"):
        system.quote(task, rule)
    return False


def _renewal(task: Task, q: Evidence) -> bool:
    known = qualification.validity(task, q)
    found = q.facts["validity"]
    if found and found["years"] and not found["renewal"]:
        task.draft.say("particular.renewal_unknown", q, name=q.title)
        return False
    return known


def _partly(task: Task, _q: Evidence) -> bool | None:
    """How long a set of outcomes that was passed alone counts."""
    if rule := task.rule("confirmed_set"):
        system.quote(task, rule)
    return None if rule else False


def _deadline(task: Task, q: Evidence) -> bool:
    found = q.facts["validity"]
    known = qualification.validity(task, q)
    if found and found["renewal"] and _APPLICATION not in found["renewal"]:
        task.draft.say("particular.deadline_unknown", q, name=q.title)
        return False
    return known and bool(found and found["renewal"])


_OF_ITSELF = frozenset({"code", "codes", "branch", "register"})
_OF_OCCUPATION: dict[str, Callable[[Task, Evidence], bool | None]] = {
    "course": _course,
    "attendance": _attendance,
    "no_school": _no_school,
    "schooling": _schooling,
    "matura": _matura,
    "studies": _studies,
    "age": _age,
    "clean": _clean,
    "free": _free,
    "sex": _sex,
    "level": occupation.level,
    "awarding": occupation.exam,
    "codes": occupation.parts,
    "code": occupation.coded,
    "branch": occupation.branch,
    "driving": _driving,
    "register": _registered_parts,
    "shorter": _shorter,
}
_OF_QUALIFICATION: dict[str, Callable[[Task, Evidence], bool | None]] = {
    "course": _without_course,
    "attendance": _form,
    "no_school": _without_course,
    "matura": qualification.entry,
    "studies": qualification.entry,
    "age": qualification.entry,
    "clean": _clean,
    "free": _no_price,
    "renewal": _renewal,
    "deadline": _deadline,
    "level": lambda task, q: qualification.level(task, q, quiet=False),
    "partly": _partly,
    "awarding": qualification.awarding,
    "codes": _code_of,
    "code": _code_of,
    "branch": occupation.branch,
    "driving": _driving,
    "register": _registered,
}
