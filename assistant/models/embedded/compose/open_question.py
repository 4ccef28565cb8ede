"""Questions with no road of their own: a rule or a record, whichever answers better."""

from dataclasses import replace

from assistant.models.embedded.compose import advice, listing, system, talk
from assistant.models.embedded.compose.choice import (
    FEWEST_SIDES,
    alike,
    by_rank,
    holding,
    of_codes,
    of_sides,
    preferred,
    with_code,
)
from assistant.models.embedded.compose.particular import more_particular
from assistant.models.embedded.compose.single import each, plain_fact, record
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import (
    ALIKE,
    EXACT,
    FACT_FAIR,
    FACT_GOOD,
    FACT_HALF,
    FACT_INSTEAD,
    FACT_LEAD,
    FACT_NEAR,
    FACT_SURE,
    LISTED,
    LISTED_WHEN_ASKED,
    NEAR_ENOUGH,
    OF_RECORDS,
    OF_SOMETHING,
    PLAIN,
    RECORDS,
    STRICT,
)
from assistant.models.embedded.planning.fit import (
    GOOD,
    coverage,
    ends_strangely,
    is_generic,
    names_code,
    official_words,
    speaks_of,
)
from assistant.models.embedded.reading.subject import names_a_kind_of, names_something, without_kinds
from assistant.models.embedded.situation import Found
from assistant.models.embedded.wish import SURE
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import attributes_in, named_in, strong_in
from assistant.models.embedded.words.intents import Intent
from register.vocabulary import RecordType
from retrieval.analysis import analyse

# By how much a rule must lead what was found where a list is surely asked for.
FIND_LEAD = 0.3
# How likely a rule must be that does not speak of the subject by its name.
RULE_ALONE = 0.6
# A name of so many words stands whole in a question by no chance.
FULL_NAME = 3
# What is asked of one record by words of its own, and the field that holds it.
_HELD = {Intent.WHO_AWARDS: "awarding_bodies", Intent.VALIDITY: "validity"}


def rule_or_record(task: Task) -> Composed:
    """A rule or a record, whichever answers better."""
    found, facts = task.records(*RECORDS), _speaking(task, task.facts())
    record_fit = found[0].confidence if found else 0.0
    fact_fit = facts[0].confidence if facts else 0.0
    if task.wish.codes and found:
        return _by_code(task, found, facts)
    if told := _of_one_record(task, found) or _of_a_field(task):
        return told
    if task.wish.intent is Intent.FIND:
        return _find(task, found, facts)
    if sides := of_sides(task, exactly=True):
        return each(task, sides)
    if facts and _rule_leads(task, found, facts):
        return system.explain(task, facts)
    if rules := rules_alone(task):
        return system.explain(task, rules)
    if record_fit >= GOOD:
        return _record(task, found, facts)
    if fact_fit >= _enough(task, facts) and task.wish.intent not in STRICT:
        return system.explain(task, facts)
    if task.subject:
        return listing.nothing(task)
    return _nearest(task, facts)


def _speaking(task: Task, rules: tuple[Found, ...]) -> tuple[Found, ...]:
    """Leave out rules on a kind of qualifications where one of that kind is asked for by a name they do not speak of.

    What a market qualification is does not tell whether there is one in floristry.
    """
    name = without_kinds(task.subject)
    of_kind = without_kinds(task.wish.question) != " ".join(w.surface for w in analyse(task.wish.question).words)
    if not of_kind or not names_something(name) or task.wish.intent is Intent.COMPARE:
        return rules
    return tuple(found for found in rules if speaks_of(found.evidence, name))


def _enough(task: Task, facts: tuple[Found, ...]) -> float:
    """How likely the best rule must be: more where it takes the place of the one just quoted («kto to wydaje?»)."""
    instead = task.wish.carried and facts[0].evidence.record_id not in task.wish.before if facts else False
    if task.wish.intent in OF_SOMETHING:
        return FACT_HALF
    return FACT_INSTEAD if instead else FACT_FAIR


def _of_one_record(task: Task, found: tuple[Found, ...]) -> Composed | None:
    """Who awards a qualification, or how long its paper is valid and how it is renewed, where it is named and holds it.

    It is named in full, or by all that is said of it: a rule about its field does not say so.
    """
    words = analyse(task.wish.question, max_words=100).words
    named = {task.wish.intent, *(intent for intent, _ in attributes_in(words))}
    who = any(word.folded in lexicon.words("who") for word in words[:2])
    if who and any(word.folded.startswith(lexicon.in_order("of_institution")) for word in words):
        named.add(Intent.WHO_AWARDS)
    if task.wish.also:
        return None  # several facts of it are asked
    for intent, field in _HELD.items():
        known = [f.evidence for f in found[:FEWEST_SIDES] if f.evidence.facts.get(field)] if intent in named else []
        full = [one for one in known[:1] if official_words(task.subject, one) >= FULL_NAME]
        meant = full or [one for one in known if coverage(task.subject, one) == 1.0 and " " in task.subject]
        if len(meant) == 1 and (full or meant[0] == found[0].evidence):
            return record(Task(replace(task.wish, intent=intent), task.situation, task.prompts), meant[0])
    return None


def _of_a_field(task: Task) -> Composed | None:
    """The code or the branch of a named occupation, whatever a rule tells of that occupation."""
    occupations = task.records(RecordType.OCCUPATION)
    asked = named_in("of_record", analyse(task.wish.question, max_words=100).words)
    if not asked or not occupations or occupations[0].confidence < GOOD:
        return None
    return record(Task(replace(task.wish, intent=Intent.ABOUT), task.situation, task.prompts), occupations[0].evidence)


def _nearest(task: Task, facts: tuple[Found, ...]) -> Composed:
    """A rule that comes near a question which names nothing: the one spoken of before, else the best of those found."""
    said = task.situation.by_id(task.wish.before[0]) if task.wish.carried and task.wish.before else None
    if said is not None and said.kind is RecordType.SYSTEM_FACT:
        return system.only_near(task, (Found(said, 1.0),))
    near = tuple(found for found in facts if found.confidence >= FACT_NEAR)
    return system.only_near(task, near) if near else listing.no_fact(task)


def _rule_leads(task: Task, found: tuple[Found, ...], facts: tuple[Found, ...]) -> bool:
    """A rule answers what it fits well; what only records answer, it must fit surely and better than any record.

    Where a record only comes near, a rule that says a thing is not held, or one to an unclear question, is ahead of it.
    """
    record_fit, fact_fit = found[0].confidence if found else 0.0, facts[0].confidence
    if facts[0].evidence.facts["fact_kind"] == "absence" and fact_fit >= FACT_GOOD and record_fit < NEAR_ENOUGH:
        return True
    if task.wish.carried and record_fit >= GOOD:
        return False
    unclear = task.wish.score < SURE and system.tells_a_situation(task.wish)
    if record_fit < NEAR_ENOUGH and fact_fit >= FACT_FAIR and unclear:
        return not found or not official_words(task.subject, found[0].evidence)
    if facts[0].evidence.facts["fact_kind"] == "regulated" and fact_fit >= FACT_SURE and record_fit < EXACT:
        return not official_words(task.subject, found[0].evidence) if found else True
    if task.wish.intent is Intent.SYSTEM and task.wish.score >= SURE and found and is_generic(found[0].evidence):
        return fact_fit >= FACT_GOOD  # «matura ile procent?» asks for no description of the matura
    if task.wish.intent in OF_RECORDS:
        return record_fit < EXACT and fact_fit >= max(FACT_SURE, record_fit + FACT_LEAD)
    return fact_fit >= max(FACT_GOOD, record_fit)


def rules_alone(task: Task) -> tuple[Found, ...]:
    """The rules for a question that was read as one about rules, where one is likely whatever it is called there."""
    if task.wish.intent not in (Intent.SYSTEM, Intent.PATHWAY) or task.wish.carried or plain_fact(task.wish.question):
        return ()
    if strong_in(analyse(task.wish.question, max_words=100).words):  # money: a record, or what is not held
        return ()
    rules, named = task.facts(bare=True), task.facts()
    if not rules or rules[0].confidence < RULE_ALONE:
        return ()
    if named[0].confidence >= FACT_HALF:
        return named  # of «czy jest kwalifikacja rynkowa ze spawania» the rule that speaks of welding
    return _speaking(task, rules)


def _by_code(task: Task, found: tuple[Found, ...], facts: tuple[Found, ...]) -> Composed:
    """The record with the code asked for, and the rule that its code makes a question of or that names it."""
    if several := of_codes(task):
        return each(task, several)
    composed = record(task, with_code(task, found))
    fitting = facts[:1] if task.wish.intent is Intent.SYSTEM and facts and facts[0].confidence >= FACT_FAIR else ()
    named = tuple(rule for rule in facts if rule.confidence >= FACT_NEAR and names_code(rule.evidence, task.wish.codes))
    if not (rules := fitting or named[:1]) or rules[0].evidence.record_id in composed.focus:
        return composed
    task.draft.paragraph()
    system.quote(task, rules[0].evidence)
    return replace(composed, text=task.draft.text())


def _record(task: Task, found: tuple[Found, ...], facts: tuple[Found, ...]) -> Composed:
    """The record meant; where several fit alike, a list, the fact asked for of each, or a question back."""
    if task.wish.intent is Intent.PARTS and len(alike(found)) > 2:
        return _find(task, found, facts)
    if sides := of_sides(task):
        return each(task, sides)
    found = holding(task, found)
    best = preferred(task, found)
    if len(best) == 1:
        return record(task, best[0])
    if found[0].confidence < NEAR_ENOUGH and ends_strangely(task.subject, found):
        return listing.nothing(task)
    if task.wish.intent is Intent.SYSTEM:
        return listing.several(task, found)
    return each(task, best) if len(best) <= 3 and task.wish.intent in PLAIN else talk.which(task, best[:5])


def _find(task: Task, found: tuple[Found, ...], facts: tuple[Found, ...]) -> Composed:
    fact_fit = facts[0].confidence if facts else 0.0
    fitting = _fitting(task, found)
    if fitting and (task.wish.others or task.wish.rejected):
        return listing.several(task, fitting)
    if fitting and official_words(task.subject, fitting[0].evidence) > 1:
        return record(task, preferred(task, fitting)[0])
    if fitting and task.wish.score < SURE and more_particular(task, fitting[0].evidence):
        return record(task, fitting[0].evidence)
    if fitting and fitting[0].confidence >= EXACT and task.wish.score < SURE:
        best = preferred(task, fitting)
        return record(task, best[0]) if len(best) == 1 else listing.several(task, fitting)
    if fact_fit >= FACT_SURE and task.wish.score < SURE and system.tells_a_situation(task.wish):
        return system.explain(task, facts)
    lead = FIND_LEAD if task.wish.score >= SURE else 0.1
    if fact_fit >= FACT_GOOD and (not fitting or fact_fit > fitting[0].confidence + lead):
        return system.explain(task, facts)
    if advice.suits(task):
        return advice.recommend(task)
    if fitting and len({f.evidence.title for f in fitting}) == 1:
        return record(task, preferred(task, fitting)[0])  # no list of one
    return listing.several(task, fitting) if fitting else _nothing_found(task, facts, fact_fit)


def _fitting(task: Task, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """The records that fit by a name or by the search, those far behind the best one left out, best first."""
    searched = by_rank(task.situation)
    near = (Found(f.evidence, max(f.confidence, 0.8 * searched[f.evidence.record_id])) for f in found)
    least = LISTED_WHEN_ASKED if task.wish.score >= SURE else LISTED
    fitting = sorted((f for f in near if f.confidence >= least), key=lambda f: -f.confidence)
    return tuple(f for f in fitting if f.confidence >= ALIKE * fitting[0].confidence)


def _nothing_found(task: Task, facts: tuple[Found, ...], fact_fit: float) -> Composed:
    """No record fits: a rule that may, a question back after a liking, else that there is none."""
    if fact_fit < FACT_FAIR and _only_told(task):
        if task.subject:
            task.draft.say("none.no_liking", subject=task.subject[:120])
        return talk.asked_back(task)
    asked = task.wish.score > 0 or "?" in task.wish.question
    enough = FACT_FAIR if asked else FACT_GOOD
    return system.explain(task, facts) if fact_fit >= enough else listing.nothing(task)


def _only_told(task: Task) -> bool:
    """Tell whether a message tells what one likes or keeps away from, and asks for nothing by its name."""
    wish = task.wish
    named = "?" in wish.question or names_a_kind_of(wish.question)
    return wish.score >= SURE and not wish.codes and not (task.subject and named)
