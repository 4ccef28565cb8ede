"""What no record holds (a phone number, the date of a course, a ranking): said so, with where to ask."""

from dataclasses import replace

from assistant.models.embedded.asked.other_ways import KINDS
from assistant.models.embedded.asked.ratings import RATED, rates_schools
from assistant.models.embedded.compose import listing, occupation, qualification, schooling, system
from assistant.models.embedded.compose.choice import FEWEST_SIDES, of_side, preferred, with_code
from assistant.models.embedded.compose.system import HELP
from assistant.models.embedded.compose.talk import TALK
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_GOOD, RECORDS
from assistant.models.embedded.learnt.rules import nearest, rule_scores
from assistant.models.embedded.planning.advising import is_advice
from assistant.models.embedded.planning.fit import GOOD, best_records, is_generic
from assistant.models.embedded.planning.planner import DEADLINES
from assistant.models.embedded.reading.beyond import OUT_OF_SCOPE
from assistant.models.embedded.situation import Found
from assistant.models.embedded.words.attributes import own_words
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType

FIRM = 0.85
"""A rule so likely answers all the same, however surely a thing that is not held seems to be asked for."""
DOUBTED = 0.5
"""Up to this doubt a rule must be the one asked for, not only come near («якою мовою складають іспит?»)."""
BESIDE_A_RULE = frozenset({"forms", "timetable"})
"""A rule of the same matter (the deadline of a declaration) is no answer to these, and told beside."""

OF_NO_RULE = frozenset({"passes", *KINDS})
"""Asked by a phrase of its own, these figures stand in no rule, however much a rule speaks of the same exam."""
OF_WORK = frozenset({"firm", "danger", "contraindications"})
"""Asked of the occupation spoken of, these are no reason to tell once more what it is."""
OF_OCCUPATIONS = frozenset({"hours", "schools", "language", "waiting", "adjust", *OF_WORK})
"""Asked of an occupation or of none: «a potem swój biznes?» names no qualification that has the word in its name."""
DOUBTFUL = 0.3
"""From this doubt on, a rule for what was said before counts as well."""


def asked(task: Task) -> bool:
    """Tell whether something no record holds is asked, and no rule answers it all the same."""
    if not task.wish.unheld or _compares_others(task):
        return False
    if task.wish.unheld in BESIDE_A_RULE or (task.wish.unheld in OF_NO_RULE and not task.wish.doubt):
        return True
    if task.wish.unheld == "hours" and task.wish.intent is Intent.TASKS and not own_words("hours", task.wish.question):
        return False  # «jak wygląda robota dekarza» asks what one does
    rules = [found for found in _own(task).facts() if found.evidence.facts["topic"] != HELP]
    clear = task.wish.doubt > DOUBTED or max(map(nearest, map(rule_scores, task.wish.asks)), default=0.0) > 0
    return not rules or rules[0].confidence < (min(FIRM, 1 - task.wish.doubt) if clear else FIRM)


def _compares_others(task: Task) -> bool:
    """Tell whether a rating is of things that rules speak of, not records («co lepsze, technikum czy liceum»)."""
    sides = task.wish.sides if task.wish.unheld in RATED else ()
    if rates_schools(task.wish.question):
        return False  # «technikum чи liceum» names no record, though records have such words
    return len(sides) > 1 and len(_sides(task)) < FEWEST_SIDES


def _sides(task: Task) -> list[Evidence]:
    found = [record for side in task.wish.sides if (record := of_side(task, side)) is not None]
    return [record for record in {one.record_id: one for one in found}.values() if not is_generic(record)]


def _own(task: Task) -> Task:
    """What was said before, put in front of a short question, brings rules of its subject: its own words decide."""
    if task.wish.doubt > DOUBTFUL:
        return task
    return Task(replace(task.wish, asks=(task.wish.question, task.wish.clause)), task.situation, task.prompts)


def instead(task: Task) -> bool:
    """Tell whether it is asked where the message was read as talk or a wish for advice, for which no rules are read."""
    return bool(task.wish.unheld) and (task.wish.intent in TALK or is_advice(task.wish))


def say(task: Task) -> None:
    """Say that what was asked is not held, where that is so, before what is."""
    if task.wish.unheld:
        task.draft.say(f"unheld.{task.wish.unheld}")
        task.draft.paragraph()


def unheld(task: Task) -> Composed:
    """Say that it is not held and where to ask; then what the record asked about is, where one was found."""
    if task.wish.unheld in RATED and (beside := _rated(task)):
        return beside
    task.draft.say(f"unheld.{task.wish.unheld}")
    if task.wish.unheld in KINDS:
        return task.done(AnswerStatus.NO_INFORMATION)
    if task.wish.unheld in OUT_OF_SCOPE:
        return task.done(AnswerStatus.OUT_OF_SCOPE)
    if task.wish.unheld == "dates" and (deadlines := [rule for key in DEADLINES if (rule := task.rule(key))]):
        task.draft.paragraph()
        for rule in deadlines:
            system.quote(task, rule)
        return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=deadlines)
    if task.wish.unheld in BESIDE_A_RULE and (rules := _own(task).facts()) and rules[0].confidence >= FACT_GOOD:
        task.draft.paragraph()
        return replace(system.explain(task, rules), status=AnswerStatus.ANSWERED_PARTIALLY)
    record = _record(task)
    if record is None or _says_nothing_more(task, record):
        return task.done(AnswerStatus.NO_INFORMATION)
    task.draft.paragraph()
    task.draft.heading(task.draft.phrase("unheld.about"))
    if record.kind is RecordType.INSTITUTION:
        return replace(listing.institutions(task, (Found(record, 1.0),)), status=AnswerStatus.ANSWERED_PARTIALLY)
    if record.kind is RecordType.OCCUPATION:
        occupation.identity(task, record)
    else:
        qualification.identity(task, record)
    return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=[record])


def _rated(task: Task) -> Composed | None:
    """What records tell of the things rated: two beside each other, or the level, the exams and the years of one."""
    wish = task.wish
    if rates_schools(wish.question) and (rule := task.rule("school_kinds")):
        say(task)
        system.quote(task, rule)
        return task.done(AnswerStatus.ANSWERED, focus=[rule])
    targets = [record for one in wish.targets if (record := task.situation.by_id(one)) is not None]
    found = targets or _sides(task)
    single = None if len(found) > 1 else next(iter(found), None) or _record(task)
    if len(found) < FEWEST_SIDES and (single is None or single.kind not in RECORDS):
        return None
    say(task)
    task.draft.heading(task.draft.phrase("unheld.instead"))
    task.draft.paragraph()
    if single is None:
        composed = listing.compared(task, found[0], found[1])
        return replace(composed, status=AnswerStatus.ANSWERED_PARTIALLY)
    if single.kind is RecordType.OCCUPATION:
        occupation.level(task, single)
        occupation.parts(task, single)
        task.draft.paragraph()
        schooling.taught(task, single)
        schooling.lengths(task, single)
    else:
        qualification.level(task, single, quiet=False)
        qualification.outcomes(task, single)
    return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=[single])


def _says_nothing_more(task: Task, record: Evidence) -> bool:
    """Tell whether what the record is answers nothing beside: it is of another kind, or was told just before."""
    if task.wish.unheld in OF_OCCUPATIONS and record.kind is not RecordType.OCCUPATION:
        return True
    return task.wish.unheld in OF_WORK and record.record_id in task.situation.memo.focus


def _record(task: Task) -> Evidence | None:
    kinds = (*RECORDS, RecordType.INSTITUTION)
    if task.wish.targets:
        target = task.situation.by_id(task.wish.targets[0])
        return target if target is not None and target.kind in kinds else None
    if task.wish.intent is Intent.INSTITUTIONS:
        found = best_records(task.situation, task.subjects, RecordType.INSTITUTION)
        return found[0].evidence if found and found[0].confidence >= GOOD else None
    found = task.records(*RECORDS)
    if task.wish.codes and found:
        return with_code(task, found)
    return preferred(task, found)[0] if found and found[0].confidence >= GOOD else None
