"""Questions with a road of their own: what the register does not hold, duties, comparisons, institutions."""

from dataclasses import replace

from assistant.models.embedded.compose import labour, listing, occupation, price, qualification, system, talk
from assistant.models.embedded.compose.choice import preferred, with_code
from assistant.models.embedded.compose.open_question import rule_or_record
from assistant.models.embedded.compose.single import also, suggestions
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import (
    FACT_GOOD,
    FACT_HALF,
    FACT_SURE,
    NEAR_ENOUGH,
    NOT_HELD,
    RECORDS,
)
from assistant.models.embedded.compose.words import label, name_for
from assistant.models.embedded.planning.fit import GOOD, best_records, coverage, of_another
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.situation import Found
from assistant.models.embedded.wish import SURE
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.places import place_words
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType, SystemFactKind
from retrieval.analysis import analyse

VOLUNTARY = "fact:R102"
"""The certificate is voluntary in occupations that no law regulates: it does not say which these are."""


def not_held(task: Task, record: Evidence | None = None) -> Composed:
    """Pay, prices and jobs: the register does not hold them; say so, and what else is known of the labour market."""
    # «Ile kosztuje?» after a record is about that record: a rule that fits such words may be about anything.
    facts = () if record is not None and not task.wish.subjects else task.facts(whole=not task.wish.carried)
    rule = task.rule(NOT_HELD[task.wish.intent])
    if facts and (said := _by_own_rule(task, facts, rule)):
        return said
    figures_first = labour.leads(task)
    found = task.records(*RECORDS)
    if record is None and found and found[0].confidence >= GOOD:
        record = preferred(task, found)[0]
    if task.wish.intent is Intent.PRICE and (told := price.told(task, record)):
        return told
    if rule is not None and not figures_first:
        system.quote(task, rule)
    shown = labour.tell(task, record) if labour.asked(task) else ()
    if rule is not None and figures_first:
        task.draft.paragraph()
        system.quote(task, rule)
    status = AnswerStatus.ANSWERED_PARTIALLY if shown else AnswerStatus.NO_INFORMATION
    if record is None:
        return task.done(status, suggestions=labour.further(task, shown))
    if task.wish.also:
        task.draft.paragraph()
        also(task, record)
        status = AnswerStatus.ANSWERED_PARTIALLY
    return task.done(status, focus=[record], suggestions=suggestions(task, record, ()))


def _by_own_rule(task: Task, facts: tuple[Found, ...], usual: Evidence | None) -> Composed | None:
    """Quote the rule the question itself finds, where it speaks of the figure asked for; an absence only leads."""
    own = facts[0]
    absent = _is_absence(own.evidence)
    if task.wish.score < SURE and own.confidence >= FACT_SURE and not absent:
        return system.explain(task, facts)  # «po liceum policealna, warto?» was hardly read as a question for money
    another = not usual or own.evidence.record_id != usual.record_id
    answers = absent or _speaks_of(own.evidence, task.wish.intent)
    if not answers or not another or own.confidence < FACT_HALF or (not absent and _asks_only_of(task)):
        return None
    if not absent and task.wish.intent is Intent.JOBS:
        return None  # a rule about an occupation does not answer whether there is work in it
    system.quote(task, own.evidence)
    if not absent:
        return task.done(focus=[own.evidence])
    task.draft.paragraph()
    return None


def _asks_only_of(task: Task) -> bool:
    """Tell whether a question says nothing but the thing and the figure («ile zarabia fryzjer?»): no rule is asked."""
    words = analyse(task.wish.question, max_words=100).words
    named = {word.surface for text in task.subjects for word in analyse(text).words}
    places = place_words(words)
    rest = (word for at, word in enumerate(words) if not word.stop and word.surface not in named and at not in places)
    asking = lexicon.words("asking") | lexicon.words("noise")
    return bool(named) and all(word.folded in asking or attributes_in((word,)) for word in rest)


def _is_absence(rule: Evidence) -> bool:
    return bool(rule.facts["fact_kind"] == SystemFactKind.ABSENCE)


def _speaks_of(rule: Evidence, intent: Intent) -> bool:
    """Tell whether a rule's title names what is asked («Wynagrodzenie pracownika młodocianego»)."""
    return intent in dict(attributes_in(analyse(rule.title).words))


def must_have(task: Task, record: Evidence | None = None) -> Composed:
    """Whether a paper is compulsory: rules of other laws first, then that certificates of the system are voluntary."""
    if record is None and task.wish.codes:
        return rule_or_record(Task(replace(task.wish, intent=Intent.SYSTEM), task.situation, task.prompts))
    facts = tuple(f for f in task.facts() if not of_another(f.evidence, task.subject))
    regulated = [f for f in facts if f.evidence.facts["fact_kind"] == "regulated" and f.confidence >= FACT_HALF]
    if regulated:
        system.quote(task, regulated[0].evidence)
        return task.done(focus=[regulated[0].evidence])
    own = facts[0].evidence if facts and facts[0].confidence >= FACT_GOOD else None
    of_record = task.situation.memo.it.startswith(("kzis:", "zrk:")) and not names_something(task.subject)
    if of_record:  # «czy obowiązkowe?» after a record: a rule such words fit may be about another occupation
        own = None
    rule = own or task.rule("voluntary")
    record = _asked_about(task, record)
    named = record is not None or of_record or names_something(task.subject)
    unsure = rule is not None and rule.record_id == VOLUNTARY and named
    if unsure:
        task.draft.say("none.other_laws")
    if rule is not None:
        system.quote(task, rule)
    if record is None and unsure:
        return task.done(AnswerStatus.ANSWERED_PARTIALLY)
    if record is None:
        return task.done(AnswerStatus.ANSWERED if rule else AnswerStatus.NO_INFORMATION)
    task.draft.paragraph()
    if record.kind is RecordType.QUALIFICATION:
        qualification.identity(task, record)
        qualification.level(task, record)
    else:
        occupation.identity(task, record)
    return task.done(focus=[record], suggestions=suggestions(task, record, ()))


def _asked_about(task: Task, record: Evidence | None) -> Evidence | None:
    """The record told of, else the one named; one that is only near is a stranger's card («as a detective»)."""
    found = best_records(task.situation, task.subjects, RecordType.QUALIFICATION)
    if record is None and found and found[0].confidence >= NEAR_ENOUGH:
        record = found[0].evidence
    if record is not None and task.wish.kin and coverage(task.subject, record) < 1.0:
        return None  # «a ratownik medyczny?» after a carer: only what was spoken of before is like it
    return record


def institutions(task: Task) -> Composed:
    """Name the institutions meant, by place or name; else the rule that says which there are."""
    found = best_records(task.situation, task.subjects, RecordType.INSTITUTION)
    if task.wish.region:
        found = tuple(f for f in found if task.wish.region in f.evidence.facts["regions"]) or found
        kind = tuple(f for f in found if coverage(task.subject, f.evidence) > 0)
        if not kind and names_something(_without_places(task.subject)):
            return rule_or_record(task)  # institutions of the whole country are not what is named
        found = kind or found
    facts = task.facts()
    fact_fit = facts[0].confidence if facts else 0.0
    rule = task.rule("boards")
    if found and (task.wish.region or found[0].confidence >= max(GOOD, fact_fit)):
        return listing.institutions(task, tuple(f for f in found if f.confidence >= 0.9 * found[0].confidence))
    if facts and _is_absence(facts[0].evidence) and (search := task.rule("institution_search")):
        return system.explain(task, (Found(search, 1.0),))  # a place is asked for, no price that is missing
    if fact_fit >= FACT_GOOD or rule is None:
        return system.explain(task, facts) if facts else talk.need_subject(task)
    return system.explain(task, (Found(rule, 1.0),))


def _without_places(subject: str) -> str:
    words = analyse(subject).words
    places = place_words(words)
    return " ".join(word.surface for place, word in enumerate(words) if place not in places)


def similar(task: Task) -> Composed:
    """Records of like character: what the same search brings beside the record itself."""
    found = task.records(*RECORDS)
    if not found or found[0].confidence < GOOD:
        return listing.nothing(task)
    return listing.alike(task, preferred(task, found)[0])


def part_of(task: Task, record: Evidence | None = None) -> Composed:
    """Which occupations a qualification belongs to."""
    if record is None:
        found = task.records(RecordType.QUALIFICATION)
        if not found or found[0].confidence < GOOD:
            return rule_or_record(task)
        record = with_code(task, found) if task.wish.codes else found[0].evidence
    if record.kind is not RecordType.QUALIFICATION:
        return rule_or_record(task)
    read = (task.situation.by_id(record_id) for record_id in record.facts["occupations"])
    occupations = [item for item in read if item is not None]
    if not occupations:
        task.draft.say("q.part_of_none", record, name=record.title)
        return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=[record])
    task.draft.say("q.part_of_head", record, label=label(record))
    for occupation_found in occupations:
        task.draft.item(name_for(occupation_found, task.draft), record, occupation_found)
    return task.done(focus=[record, *occupations], listed=occupations)
