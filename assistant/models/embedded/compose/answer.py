"""Which composer writes the answer: a road from the wish and what was found to one of them."""

from collections.abc import Callable
from dataclasses import replace

from assistant.models.embedded.compose import listing, notes, occupation, qualification, system, talk
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import label
from assistant.models.embedded.fit import GOOD, best_records, coverage, fits_nothing, likeness, official_words
from assistant.models.embedded.intents import Intent
from assistant.models.embedded.overlap import words_of
from assistant.models.embedded.situation import Asked, Found, Situation
from assistant.models.embedded.wish import SURE, Wish
from prompts import Prompts
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType

RECORDS = (RecordType.OCCUPATION, RecordType.QUALIFICATION)
FACT_GOOD = 0.6
FACT_SURE = 0.72
FACT_HALF = 0.5
FACT_FAIR = 0.38
FACT_LEAD = 0.05
EXACT = 0.95
NEAR_ENOUGH = 0.8
LISTED = 0.48
LISTED_WHEN_ASKED = 0.4
ALIKE = 0.7
FALL = 0.92
_OF_OCCUPATIONS = frozenset(
    {Intent.BECOME, Intent.TASKS, Intent.PAY, Intent.JOBS, Intent.SCHOOLS, Intent.PARTS, Intent.ABOUT}
)
_OF_RECORDS = frozenset({Intent.BECOME, Intent.TASKS, Intent.OUTCOMES, Intent.PARTS, Intent.SCHOOLS})
_STRICT = frozenset({Intent.BECOME, Intent.TASKS})
_OF_SOMETHING = _OF_RECORDS | {
    Intent.ABOUT,
    Intent.LEVEL,
    Intent.VALIDITY,
    Intent.DURATION,
    Intent.ENTRY,
    Intent.SIMILAR,
}
_PLAIN = frozenset({Intent.LEVEL, Intent.VALIDITY, Intent.WHO_AWARDS, Intent.ENTRY, Intent.DURATION})
_NOT_HELD = {Intent.PAY: "pay", Intent.PRICE: "price", Intent.JOBS: "jobs"}


def compose(wish: Wish, situation: Situation, prompts: Prompts) -> Composed:
    """Write the answer to ``wish`` from what ``situation`` holds."""
    task = Task(wish, situation, prompts)
    if wish.intent in talk.TALK and not wish.codes and (wish.score >= SURE or wish.intent is Intent.SOURCES):
        return talk.TALK[wish.intent](task)
    if wish.targets:
        return _pointed(task)
    if back := _meant_before(task):
        return _pointed(Task(replace(wish, targets=(back,)), situation, prompts))
    if wish.levels_unknown and not wish.codes:
        return listing.no_level(task)
    if _lacks_subject(task):
        return talk.need_subject(task)
    if wish.codes and not situation.found(*RECORDS):
        return listing.nothing(task)
    return _ROADS.get(wish.intent, _open)(task)


def _meant_before(task: Task) -> str:
    """The record of the last answer that a short question goes back to when it fits nothing else: by a word of its

    name, else the one the answer was about. A rule is not gone back to, and neither is anything for a comparison.
    """
    wish, situation = task.wish, task.situation
    read = [item for record_id in wish.before if (item := situation.by_id(record_id)) is not None]
    own = tuple(asked for asked in situation.asked if not _reads(asked, wish.before))
    if not read or wish.intent is Intent.COMPARE:
        return ""
    if not fits_nothing(replace(situation, asked=own), task.subject, wish.question):
        return ""
    named = max(read, key=lambda item: coverage(task.subject, item))
    by_name = coverage(task.subject, named) > 0
    if not by_name and len(words_of(task.subject)) > 1:
        return ""
    chosen = named if by_name else read[0]
    return "" if chosen.kind is RecordType.SYSTEM_FACT else chosen.record_id


def _reads(asked: Asked, record_ids: tuple[str, ...]) -> bool:
    """Tell whether a call only read records of the last answer again."""
    wanted = {record_id.partition(":")[2].replace("-", " ") for record_id in record_ids}
    return asked.arguments.get("id") in record_ids or asked.arguments.get("query") in wanted


def _lacks_subject(task: Task) -> bool:
    """A question about «it» with nothing it could be, unless a rule answers it as it stands."""
    wish = task.wish
    if wish.intent in (Intent.ANOTHER, Intent.SIMPLER, Intent.MORE):
        return True
    if wish.has_subject or wish.intent not in _OF_SOMETHING:
        return False
    facts = task.facts()
    return not facts or facts[0].confidence < EXACT


def _open(task: Task) -> Composed:
    """A rule or a record, whichever answers better."""
    found, facts = task.records(*RECORDS), task.facts()
    record_fit = found[0].confidence if found else 0.0
    fact_fit = facts[0].confidence if facts else 0.0
    if task.wish.codes and found:
        composed = _record(task, _with_code(task, found))
        if task.wish.intent is not Intent.SYSTEM or fact_fit < FACT_FAIR:
            return composed
        task.draft.paragraph()
        system.quote(task, facts[0].evidence)
        return replace(composed, text=task.draft.text())
    if task.wish.intent is Intent.FIND:
        return _find(task, found, facts)
    named = task.wish.intent in _OF_RECORDS
    if fact_fit >= (FACT_SURE if named else FACT_GOOD) and fact_fit >= record_fit + (FACT_LEAD if named else 0.0):
        return system.explain(task, facts)
    if record_fit >= GOOD:
        best = _preferred(task, found)
        if len(best) == 1:
            return _record(task, best[0])
        if task.wish.intent is Intent.SYSTEM:
            return listing.several(task, found)
        return _each(task, best) if len(best) <= 3 and task.wish.intent in _PLAIN else talk.which(task, best[:5])
    if fact_fit >= (FACT_HALF if task.wish.intent in _OF_SOMETHING else FACT_FAIR) and task.wish.intent not in _STRICT:
        return system.explain(task, facts)
    return listing.nothing(task) if task.subject else listing.no_fact(task)


def _with_code(task: Task, found: tuple[Found, ...]) -> Evidence:
    """The record that bears the code asked for, before those read along with it."""
    wanted = set(task.wish.codes)
    exact = (
        f.evidence for f in found if {f.evidence.facts.get("code"), str(f.evidence.facts.get("register_id"))} & wanted
    )
    return next(exact, found[0].evidence)


def _find(task: Task, found: tuple[Found, ...], facts: tuple[Found, ...]) -> Composed:
    fact_fit = facts[0].confidence if facts else 0.0
    searched = _by_rank(task.situation)
    near = (Found(f.evidence, max(f.confidence, 0.8 * searched[f.evidence.record_id])) for f in found)
    least = LISTED_WHEN_ASKED if task.wish.score >= SURE else LISTED
    fitting = tuple(sorted((f for f in near if f.confidence >= least), key=lambda f: -f.confidence))
    fitting = tuple(f for f in fitting if f.confidence >= ALIKE * fitting[0].confidence)
    if fitting and official_words(task.subject, fitting[0].evidence) > 1:
        return _record(task, _preferred(task, fitting)[0])
    if fitting and fitting[0].confidence >= EXACT and task.wish.score < SURE:
        best = _preferred(task, fitting)
        return _record(task, best[0]) if len(best) == 1 else listing.several(task, fitting)
    if fact_fit >= FACT_GOOD and (not fitting or fact_fit > fitting[0].confidence + 0.1):
        return system.explain(task, facts)
    if fitting:
        return listing.several(task, fitting)
    asked = task.wish.score > 0 or "?" in task.wish.question
    enough = FACT_FAIR if asked else FACT_GOOD
    return system.explain(task, facts) if fact_fit >= enough else listing.nothing(task)


def _by_rank(situation: Situation) -> dict[str, float]:
    """The search's confidence, falling with the place in its list: the order tells what words in passing do not."""
    best: dict[str, float] = {}
    for asked in situation.asked:
        for place, (item, fit) in enumerate(zip(asked.result.evidence, asked.result.confidences, strict=True)):
            best[item.record_id] = max(best.get(item.record_id, 0.0), fit * FALL**place)
    return best


def _record(task: Task, record: Evidence) -> Composed:
    """Tell what was asked of one record; where the data do not hold it, say so and offer a rule that may."""
    teller = occupation.tell if record.kind is RecordType.OCCUPATION else qualification.tell
    if task.wish.intent is Intent.BECOME and record.kind is RecordType.QUALIFICATION:
        return _voluntary(task, record)
    fit = next((f.confidence for f in task.records(*RECORDS) if f.evidence.record_id == record.record_id), 1.0)
    by_words = not task.wish.targets and not task.wish.codes
    if by_words and fit < NEAR_ENOUGH:
        task.draft.say("none.closest", subject=task.subject[:120], name=record.title)
    held = teller(task, record)
    facts = task.facts()
    if not held and by_words and facts and facts[0].confidence >= max(FACT_GOOD, fit):
        return system.explain(Task(task.wish, task.situation, task.prompts), facts)
    if not held and facts and facts[0].confidence >= FACT_GOOD:
        task.draft.paragraph()
        system.quote(task, facts[0].evidence)
    notes.tell_source(task)
    status = AnswerStatus.ANSWERED if held else AnswerStatus.ANSWERED_PARTIALLY
    parts = qualification.parts_of(task, record)
    return task.done(status, focus=[record, *parts], listed=parts, suggestions=_suggestions(task, record, parts))


def _each(task: Task, records: tuple[Evidence, ...]) -> Composed:
    """One plain fact asked of two or three records that fit alike: tell it of each."""
    for record in records:
        teller = occupation.tell if record.kind is RecordType.OCCUPATION else qualification.tell
        teller(task, record)
        task.draft.paragraph()
    return task.done(focus=records)


def _voluntary(task: Task, record: Evidence) -> Composed:
    """The way to something a certificate confirms: the certificate, then that it is not compulsory."""
    qualification.about(task, record)
    if rule := task.rule("voluntary"):
        task.draft.paragraph()
        system.quote(task, rule, caveat=False)
    return task.done(focus=[record], suggestions=_suggestions(task, record, ()))


def _pointed(task: Task) -> Composed:
    """The question goes back to records spoken of before."""
    if task.wish.simple:
        task.draft.say("talk.simpler")
    target = task.situation.by_id(task.wish.targets[0])
    if target is None:
        return talk.need_subject(task)
    if target.kind is RecordType.SYSTEM_FACT:
        facts = tuple(Found(f.evidence, 1.0) for f in task.situation.found(RecordType.SYSTEM_FACT))
        return system.explain(task, tuple(f for f in facts if f.evidence.record_id == target.record_id))
    if target.kind is RecordType.INSTITUTION:
        listing.institution(task, target)
        return task.done(focus=[target])
    if task.wish.intent in _NOT_HELD:
        return _not_held(task, target)
    if task.wish.intent is Intent.SIMILAR:
        return listing.alike(task, target)
    if task.wish.intent is Intent.MUST_HAVE:
        return _must_have(task, target)
    return _record(task, target)


def _not_held(task: Task, record: Evidence | None = None) -> Composed:
    """Pay, prices and jobs: the register does not hold them; say so and what it holds instead."""
    facts = task.facts()
    own = facts[0] if facts else None
    rule = task.rule(_NOT_HELD[task.wish.intent])
    if own is not None and own.confidence >= FACT_SURE and (not rule or own.evidence.record_id != rule.record_id):
        system.quote(task, own.evidence)
        if own.evidence.facts["fact_kind"] != "absence":
            return task.done(focus=[own.evidence])
        task.draft.paragraph()
    if rule is not None:
        system.quote(task, rule)
    found = task.records(*RECORDS)
    if record is None and found and found[0].confidence >= GOOD:
        record = _preferred(task, found)[0]
    if record is None:
        return task.done(AnswerStatus.NO_INFORMATION)
    suggestions = _suggestions(task, record, ())
    return task.done(AnswerStatus.NO_INFORMATION, focus=[record], suggestions=suggestions)


def _must_have(task: Task, record: Evidence | None = None) -> Composed:
    """Whether a paper is compulsory: rules of other laws first, then that certificates of the system are voluntary."""
    facts = task.facts()
    regulated = [f for f in facts if f.evidence.facts["fact_kind"] == "regulated" and f.confidence >= FACT_HALF]
    if regulated:
        system.quote(task, regulated[0].evidence)
        return task.done(focus=[regulated[0].evidence])
    found = best_records(task.situation, task.subject, RecordType.QUALIFICATION)
    if record is None and found and found[0].confidence >= GOOD * 0.8:
        record = found[0].evidence
    rule = task.rule("voluntary")
    if rule is not None:
        system.quote(task, rule)
    if record is None:
        return task.done(AnswerStatus.ANSWERED if rule else AnswerStatus.NO_INFORMATION)
    task.draft.paragraph()
    if record.kind is RecordType.QUALIFICATION:
        qualification.identity(task, record)
        qualification.level(task, record)
    else:
        occupation.identity(task, record)
    return task.done(focus=[record], suggestions=_suggestions(task, record, ()))


def _compare(task: Task) -> Composed:
    facts = task.facts()
    pairs = [_side(task, side) for side in task.wish.sides[:2]]
    if len(pairs) == 2 and pairs[0] and pairs[1] and pairs[0].record_id != pairs[1].record_id:
        exact = all(likeness(side, pair) >= EXACT for side, pair in zip(task.wish.sides, pairs, strict=False) if pair)
        rule_first = facts and facts[0].confidence >= FACT_SURE and not task.wish.codes and not exact
        return system.explain(task, facts) if rule_first else listing.compared(task, pairs[0], pairs[1])
    if facts and facts[0].confidence >= FACT_FAIR:
        return system.explain(task, facts)
    return _open(task)


def _side(task: Task, side: str) -> Evidence | None:
    if side in (code.casefold() for code in task.wish.codes) or side.upper() in task.wish.codes:
        wanted = side.upper()
        codes = (f.evidence for f in task.situation.found(*RECORDS))
        return next((record for record in codes if record.facts.get("code") == wanted), None)
    found = best_records(task.situation, side, *RECORDS)
    return _best(found, Intent.ABOUT) if found and found[0].confidence >= GOOD else None


def _institutions(task: Task) -> Composed:
    found = best_records(task.situation, task.subject, RecordType.INSTITUTION)
    if task.wish.region:
        found = tuple(f for f in found if task.wish.region in f.evidence.facts["regions"]) or found
    facts = task.facts()
    fact_fit = facts[0].confidence if facts else 0.0
    rule = task.rule("boards")
    if found and (task.wish.region or found[0].confidence >= max(GOOD, fact_fit)):
        return listing.institutions(task, tuple(f for f in found if f.confidence >= 0.9 * found[0].confidence))
    if fact_fit >= FACT_GOOD or rule is None:
        return system.explain(task, facts) if facts else talk.need_subject(task)
    return system.explain(task, (Found(rule, 1.0),))


def _similar(task: Task) -> Composed:
    """Records of like character: what the same search brings beside the record itself."""
    found = task.records(*RECORDS)
    if not found or found[0].confidence < GOOD:
        return listing.nothing(task)
    return listing.alike(task, _preferred(task, found)[0])


def _preferred(task: Task, found: tuple[Found, ...]) -> tuple[Evidence, ...]:
    """The record meant, or several where the words fit them alike: an official name before an everyday word."""
    top = [f for f in found if f.confidence >= found[0].confidence - 0.02]
    # One word of a longer phrase («stolarka» in «montażysta stolarki») outweighs nothing that fits better.
    longest = max(official_words(task.subject, f.evidence) for f in top)
    if longest == 1 and not any(
        f.confidence == found[0].confidence and official_words(task.subject, f.evidence) for f in top
    ):
        longest, top = 0, top[:1]
    if longest:
        top = [f for f in top if official_words(task.subject, f.evidence) == longest]
    of_occupations = task.wish.intent in _OF_OCCUPATIONS or task.wish.score < SURE
    wanted = RecordType.OCCUPATION if of_occupations else RecordType.QUALIFICATION
    kind = [f for f in top if f.evidence.kind is wanted and not _is_shadow(f.evidence, top)] or top
    titles = {f.evidence.title: f.evidence for f in kind}
    exact = [record for record in titles.values() if likeness(task.subject, record) == 1.0]
    return tuple(exact if len(exact) == 1 else titles.values())


def _is_shadow(record: Evidence, found: list[Found]) -> bool:
    """A full school qualification bears the name of its occupation, which tells more."""
    if record.kind is not RecordType.QUALIFICATION or record.facts["kind"] != "full":
        return False
    return any(f.evidence.kind is RecordType.OCCUPATION and f.evidence.title == record.title for f in found)


def _best(found: tuple[Found, ...], intent: Intent) -> Evidence:
    top = [f for f in found if f.confidence >= found[0].confidence - 0.02]
    wanted = RecordType.OCCUPATION if intent in _OF_OCCUPATIONS else RecordType.QUALIFICATION
    return next((f.evidence for f in top if f.evidence.kind is wanted), top[0].evidence)


def _suggestions(task: Task, record: Evidence, parts: tuple[Evidence, ...]) -> list[str]:
    draft, intent = task.draft, task.wish.intent
    if parts:
        questions = [draft.phrase("suggest.about", label=label(part)) for part in parts[:2]]
        return [*questions, draft.phrase("suggest.kkz")]
    if record.kind is RecordType.OCCUPATION:
        keys = [key for key in ("become", "tasks") if key != intent]
        return [draft.phrase(f"suggest.{key}", name=record.title) for key in keys]
    keys = [key for key in ("who_awards", "validity") if key != intent]
    return [draft.phrase(f"suggest.{key}", label=label(record)) for key in keys] + [draft.phrase("suggest.must")]


_ROADS: dict[Intent, Callable[[Task], Composed]] = {
    Intent.INSTITUTIONS: _institutions,
    Intent.COMPARE: _compare,
    Intent.PAY: _not_held,
    Intent.PRICE: _not_held,
    Intent.JOBS: _not_held,
    Intent.MUST_HAVE: _must_have,
    Intent.SIMILAR: _similar,
}
