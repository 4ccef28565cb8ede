"""Which tools to ask, given a wish and what has been found so far."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from assistant.models.embedded.asked.abroad import OF_ABROAD
from assistant.models.embedded.asked.funding import OF_FUNDING
from assistant.models.embedded.asked.institution import named_institution
from assistant.models.embedded.asked.prices import price_rules, priced
from assistant.models.embedded.asked.ratings import RATED, rates_schools
from assistant.models.embedded.calls import Call
from assistant.models.embedded.dialogue.offers import ASKING
from assistant.models.embedded.learnt.rules import clear_rule
from assistant.models.embedded.person.feelings import STEPS
from assistant.models.embedded.person.likings import liked
from assistant.models.embedded.person.plight import BACK
from assistant.models.embedded.person.practised import BY_WORK
from assistant.models.embedded.person.told import age_in, lacks_matura
from assistant.models.embedded.planning.advising import (
    advice_calls,
    gap_to,
    goal_of_talk,
    is_advice,
    may_be_missing,
    no_school_fits,
    recommendation,
    seeks_first,
    way_to,
)
from assistant.models.embedded.planning.fit import (
    BESIDE_RECORD,
    CLEAR_RULE,
    GOOD,
    best_records,
    fits_nothing,
    is_official_name,
    likeness,
)
from assistant.models.embedded.planning.in_common import (
    CRAFTS,
    having_in_common,
    of_branch,
    of_exam,
    of_institution,
)
from assistant.models.embedded.planning.labour import figures_for, named_figures
from assistant.models.embedded.planning.lookups import MOST_PARTS, by_code, explain, look_for, parts_of, read_record
from assistant.models.embedded.reading.subject import is_old
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import OF_SCHOOLING, SURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import acts_in, overlap
from prompts import Prompts
from register.evidence import Evidence
from register.vocabulary import RecordType

MOST_ROUNDS = 2
MOST_LIKE, MOST_TARGETS, MOST_AMONG = 8, 8, 5
_NO_TOOLS = frozenset(
    {
        Intent.GREETING,
        Intent.THANKS,
        Intent.BYE,
        Intent.WHO_ARE_YOU,
        Intent.OFF_TOPIC,
        Intent.INTERESTS,
    }
)
_WITHOUT_PARTS = frozenset({Intent.PAY, Intent.PRICE, Intent.JOBS, Intent.MUST_HAVE, Intent.FIND, Intent.VALIDITY})
_OF_A_WAY = frozenset({Intent.PATHWAY, Intent.GAP})
# Rules that belong to an answer whatever the record: the key of the question that finds them.
_RULES: dict[Intent, tuple[str, ...]] = {
    Intent.PAY: ("pay",),
    Intent.PRICE: ("price",),
    Intent.JOBS: ("jobs",),
    Intent.MUST_HAVE: ("voluntary",),
    Intent.WHO_AWARDS: ("who_certifies",),
    Intent.SCHOOLS: ("courses",),
    Intent.FOREIGN: ("foreign_school", "foreign_degree", "foreign_work"),
}
# What holds of the exams of an occupation: of the occupation itself there is no validity and no deadline.
_OF_EXAMS = {
    Intent.VALIDITY: ("validity", "summer_deadline", "winter_deadline", "external_deadline"),
    Intent.ENTRY: ("external",),
}
AFTER_SCHOOL = {"BS I": "after_stage_one", "technikum": "after_technikum", "szkoła policealna": "after_post_secondary"}
"""The rule on what comes after a kind of school, by how records call it."""

# The rules on a particular that is asked of an occupation, and of a qualification that no school teaches.
_PARTICULAR = {
    "course": ("course_entry", "course_or_not"),
    "attendance": ("course_online", "course_or_not"),
    "no_school": ("external", "course_or_not"),
    "matura": ("technician_needs", "course_entry"),
    "schooling": ("technician_needs", "course_entry"),
    "age": ("course_entry",),
    "partly": ("confirmed_set",),
    "free": ("course_price", "exam_payer", "price"),
    "shorter": ("course_length", "course_entry"),
}
# Dates are not held, but until when one declares to take a vocational exam is a rule.
DEADLINES = ("winter_deadline", "summer_deadline")
# How long the schools and the course of an occupation last, and who may go to the school that is no first one.
_LENGTHS = ("school_length", "course_length", "stage_two")


class Planner:
    """Plans the calls of a turn, at most two rounds: look for it, then read what belongs to it."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    def remaining(self, wish: Wish, situation: Situation) -> tuple[tuple[Call, ...], Situation]:
        """Return the calls still to be made, and the situation with the results of others that answer planned ones."""
        others = {(asked.tool, _frozen(asked.arguments)): asked for asked in situation.others}
        while calls := self.next_calls(wish, situation):
            known = [others[key] for call in calls if (key := (call.tool, _frozen(call.arguments))) in others]
            left = tuple(call for call in calls if (call.tool, _frozen(call.arguments)) not in others)
            situation = replace(situation, asked=(*situation.asked, *known), rounds=situation.rounds + (not left))
            if left:
                return left, situation
        return (), situation

    def next_calls(self, wish: Wish, situation: Situation) -> tuple[Call, ...]:
        """Return the calls still to be made; none when the answer can be written."""
        if wish.figures:
            asked = (*named_figures(wish.figures), *_questionnaire(wish, situation))
            return () if situation.asked else tuple(unique(asked))
        if wish.felt_alone:
            step = STEPS.get(wish.felt, "")
            return (self._rule(step),) if step and not situation.asked else ()
        if not situation.asked and wish.condition:
            return (Call("explain_system", {"question": wish.question[:500], "ids": list(wish.condition.rules)}),)
        if not situation.asked and wish.aside_rules:
            of_talk = Call("explain_system", {"question": wish.asks[0][:500], "ids": list(wish.aside_rules)})
            return tuple(unique((of_talk, *self._first(replace(wish, asks=())), *_questionnaire(wish, situation))))
        if not situation.asked:
            either = (call for side in wish.either or (() if wish.codes else wish.sides) for call in look_for(side))
            of_list = (*of_institution(wish), *of_branch(wish), *self._of_list(wish), *of_exam(wish))
            rules = (*self._by_work(wish), *self._of_abroad(wish))
            rules = (*rules, *self._of_other_laws(wish))
            if wish.unheld in RATED and rates_schools(wish.question):
                rules = (*rules, self._rule("school_kinds"))
            if BACK in wish.plight:
                rules = (*rules, self._rule("back_to_work"))
            if wish.intent is Intent.PATHWAY and lacks_matura(situation.question):
                rules = (*rules, self._rule("technician_needs"))
            rules = (*rules, *self._in_reserve(wish, situation))
            asked_for = (*either, *rules, *self._first(wish), *of_list, *advice_calls(wish, situation))
            return tuple(unique((*asked_for, *_questionnaire(wish, situation))))
        done = {(asked.tool, _frozen(asked.arguments)) for asked in situation.asked}
        planned = () if wish.intent in _NO_TOOLS else self._further(wish, situation)
        further = (call for call in planned if (call.tool, _frozen(call.arguments)) not in done)
        return tuple(unique(further)) if situation.rounds < MOST_ROUNDS else ()

    def _first(self, wish: Wish) -> Iterable[Call]:
        if wish.intent in _NO_TOOLS or (is_advice(wish) and not seeks_first(wish)):
            return
        if wish.targets:
            parents = wish.parents if wish.intent in OF_SCHOOLING or wish.course or wish.particulars else ()
            yield from (
                call for target in (*wish.targets[:MOST_TARGETS], *parents) for call in read_record(target, wish)
            )
            yield from explain(wish.asks) if wish.intent is Intent.SYSTEM else ()
            yield from self._rules(wish)
        elif wish.codes:
            yield from (call for code in wish.codes[:MOST_PARTS] for call in by_code(code))
            if len(wish.codes) > 1 or wish.intent in (Intent.SYSTEM, Intent.ENTRY) or is_old(wish.codes[0]):
                yield from explain(wish.asks)
            yield from self._rules(wish)
        elif wish.intent is Intent.INSTITUTIONS:
            region = {"region": wish.region} if wish.region else {}
            yield Call("find_institutions", {"query": (wish.subject or wish.question)[:500], **region})
            yield from explain(wish.asks)
            yield self._rule("boards")
            yield self._rule("institution_search")
        elif wish.intent is Intent.COMPARE:
            yield from explain(wish.asks)
            for side in wish.sides:
                yield from look_for(side)
        elif wish.has_subject and wish.intent is not Intent.UNDECIDED:
            yield from look_for(wish.origin)[:1] if wish.origin else ()
            subjects = (*wish.subjects[:2],) or (wish.subject,)
            yield from (call for subject in subjects for call in look_for(f"{subject} {wish.excluded}".strip()))
            yield from look_for(f"{wish.subject} {wish.kin}") if wish.kin else ()
            yield from (call for record_id in wish.among[:MOST_AMONG] for call in read_record(record_id, wish))
            yield from explain(filter(None, (*wish.asks, wish.titled)))
            yield from self._rules(wish)
        elif wish.intent is not Intent.UNDECIDED:
            yield from explain(filter(None, (*wish.asks, wish.titled)))
            yield from self._rules(wish)

    def _of_abroad(self, wish: Wish) -> Iterable[Call]:
        """The rules that an answer about papers from abroad may need."""
        if wish.intent is Intent.FOREIGN:
            question = self._prompts.phrase("canonical.foreign_degree", "pl")
            for ids in OF_ABROAD:
                yield Call("explain_system", {"question": question, "limit": 1, "ids": list(ids)})

    def _of_other_laws(self, wish: Wish) -> Iterable[Call]:
        """The rules of a permission and of money for learning, and the institution that issues the permission."""
        ids = (*(wish.entitlement.rules if wish.entitlement else ()), *(OF_FUNDING if wish.funding else ()))
        if ids:
            question = self._prompts.phrase("canonical.by_other_laws", "pl")
            yield Call("explain_system", {"question": question, "limit": 1, "ids": list(ids)})
        if wish.entitlement and wish.entitlement.institution and "place" in wish.entitlement.asks:
            yield from read_record(wish.entitlement.institution, wish)

    def _in_reserve(self, wish: Wish, situation: Situation) -> Iterable[Call]:
        """The rule that the words ask for, told where what they were read as has no answer."""
        if wish.intent in _NO_TOOLS or is_advice(wish):
            return
        if rule := clear_rule(situation.question):
            question = self._prompts.phrase("canonical.in_reserve", "pl")
            yield Call("explain_system", {"question": question, "limit": 1, "ids": [rule]})

    def _by_work(self, wish: Wish) -> Iterable[Call]:
        """What leads from work to a paper: the rules of exams without a school, and all papers of crafts."""
        if wish.unproven and wish.intent is Intent.BECOME:
            question = self._prompts.phrase("canonical.by_work", "pl")
            for ids in BY_WORK if wish.craft else BY_WORK[:1]:
                yield Call("explain_system", {"question": question, "limit": 1, "ids": list(ids)})
            yield CRAFTS

    def _of_list(self, wish: Wish) -> Iterable[Call]:
        """All qualifications that have in common what is asked; for the whole register what rules say of its size."""
        if wish.craft and not wish.targets and not is_advice(wish):
            yield CRAFTS
            yield self._rule("crafts")
        if wish.listed is None:
            return
        yield Call("search_qualifications", having_in_common(wish.listed))
        if wish.listed.count and not wish.listed.narrows:
            yield self._rule("register_degrees")
            yield self._rule("register_market")

    def _rules(self, wish: Wish) -> Iterable[Call]:
        yield from (self._rule(key) for intent in (wish.intent, *wish.also) for key in _RULES.get(intent, ()))
        if Intent.PRICE in (wish.intent, *wish.also):
            yield from map(self._rule, price_rules(wish))
        if wish.course:
            yield self._rule("course_entry")
        yield from map(self._rule, dict.fromkeys(key for kind in wish.particulars for key in _PARTICULAR.get(kind, ())))
        if wish.onward:
            yield from map(self._rule, AFTER_SCHOOL.values())
        if wish.unheld == "dates" and "exam" in priced(wish):
            yield from map(self._rule, DEADLINES)

    def _further(self, wish: Wish, situation: Situation) -> Iterable[Call]:
        """Read what belongs to the record the question is about; what it may go back to where nothing fits."""
        yield from self._of_sides(wish, situation)
        if wish.intent is Intent.PLAN and (goal := goal_of_talk(situation)):
            yield way_to(goal, wish, situation)
        if wish.intent is Intent.SCHOOL_CHOICE and no_school_fits(situation):
            yield from explain(wish.asks)
        if wish.intent in _NO_TOOLS or (is_advice(wish) and not seeks_first(wish)):
            return
        clear = BESIDE_RECORD if wish.of_record else CLEAR_RULE
        if wish.before and not wish.targets and fits_nothing(situation, wish.subjects, *wish.asks, clear=clear):
            yield from (call for record_id in wish.before for call in read_record(record_id, wish))
            if wish.carried and (rule := situation.memo.name_of(wish.before[0])):
                yield Call("explain_system", {"question": rule[:500], "limit": 3})
            return
        if (named := named_institution(wish, situation)) is not None:
            ids = named.facts["qualifications"][:MOST_PARTS]
            yield from (Call("get_qualification", {"id": record_id}) for record_id in ids)
            return
        yield from self._of_found(wish, situation)

    def _of_found(self, wish: Wish, situation: Situation) -> Iterable[Call]:
        """Read what belongs to the record that fits best: figures, a way, a gap, its parts; what suits a liking."""
        found = best_records(
            situation, wish.subjects or (wish.subject,), RecordType.OCCUPATION, RecordType.QUALIFICATION
        )
        fitting = [f.evidence for f in found if f.confidence >= GOOD or wish.targets or wish.codes]
        leading = _goal(wish, fitting) if wish.intent in _OF_A_WAY else next(iter(fitting), None)
        of_each = wish.targets if wish.intent is Intent.JOBS and len(wish.targets) > 1 else ()
        meant = tuple(record for target in of_each if (record := situation.by_id(target)) is not None)
        yield from (call for record in meant or (leading,) for call in figures_for(wish, record))
        if wish.intent is Intent.FIND and wish.score >= SURE and (acts_in(wish.subject) or liked(wish.question)):
            yield recommendation(wish.subject, situation)
        if wish.intent is Intent.PATHWAY and leading:
            yield way_to(leading.record_id, wish, situation)
        elif wish.intent is Intent.GAP and leading and may_be_missing(wish, leading):
            yield gap_to(leading.record_id, wish, situation)
        elif wish.intent is Intent.PATHWAY and acts_in(wish.subject):
            # A liking, not a goal («robić biżuterię»): what suits it comes before any way.
            yield recommendation(wish.subject, situation)
        elif leading:
            yield from self._belonging(wish, leading, fitting)
            yield from _sharing(wish, leading, situation)
            yield from _instead(wish, fitting)

    def _of_sides(self, wish: Wish, situation: Situation) -> Iterable[Call]:
        """Read what belongs to each of the things compared."""
        kinds = (RecordType.OCCUPATION, RecordType.QUALIFICATION)
        found = [best_records(situation, (side,), *kinds)[:1] for side in wish.either or wish.sides]
        records = [f.evidence for best in found for f in best if f.confidence >= GOOD]
        if wish.intent is Intent.COMPARE:
            records += [record for target in wish.targets if (record := situation.by_id(target)) is not None]
        if any(map(_is_school, records)):
            yield self._rule("school_length")
        for record in records:
            yield from parts_of(record)

    def _belonging(self, wish: Wish, leading: Evidence, fitting: list[Evidence]) -> Iterable[Call]:
        """Read the parts of the occupation or full qualification the question is about, and its rules."""
        if wish.intent not in _WITHOUT_PARTS:
            yield from parts_of(leading)
        if leading.facts.get("category") == "craft":
            yield from self._of_a_craft(wish)
        if wish.intent is Intent.SIMILAR:
            yield Call("find_similar", {"id": leading.record_id})
        asked = wish.particulars or wish.onward or wish.intent not in _WITHOUT_PARTS
        if asked and leading.kind is RecordType.QUALIFICATION:
            codes = (occupation.partition(":")[2] for occupation in leading.facts["occupations"])
            yield from (call for code in list(codes)[:MOST_PARTS] if code.isdigit() for call in by_code(code))
        if wish.intent is Intent.COMPARE:
            yield from (call for record in fitting[:2] for call in parts_of(record))
        if wish.intent in (Intent.BECOME, Intent.PARTS) and _is_school(leading):
            yield self._rule(_diploma(leading))
        if Intent.DURATION in (wish.intent, *wish.also) and _is_school(leading):
            yield from map(self._rule, _LENGTHS)
        if wish.intent in _OF_EXAMS and leading.kind is RecordType.OCCUPATION:
            yield from parts_of(leading)
            yield from map(self._rule, _OF_EXAMS[wish.intent])
        if wish.intent is Intent.BECOME and leading.kind is RecordType.QUALIFICATION and not _is_school(leading):
            yield self._rule("voluntary")

    def _of_a_craft(self, wish: Wish) -> Iterable[Call]:
        """Who awards a craft's paper stands in the records of its kind; who may take its exam, in a rule."""
        if wish.intent is Intent.WHO_AWARDS:
            yield CRAFTS
        if wish.intent is Intent.ENTRY:
            yield self._rule("journeyman_entry")

    def _rule(self, key: str) -> Call:
        # Asked in Polish whatever the language of the turn: the wordings of the facts are fullest there.
        return Call("explain_system", {"question": self._prompts.phrase(f"canonical.{key}", "pl"), "limit": 5})


def _sharing(wish: Wish, leading: Evidence, situation: Situation) -> Iterable[Call]:
    """Read the occupations that share a part with the one of which it is asked what comes after it."""
    if not wish.onward or leading.kind is not RecordType.OCCUPATION:
        return
    read = (situation.by_id(one) for one in wish.parents)
    parts = (one for one in read if one is not None and leading.record_id in one.facts.get("occupations", ()))
    codes = (one.partition(":")[2] for part in parts for one in part.facts["occupations"])
    yield from (call for code in list(codes)[:MOST_PARTS] if code.isdigit() for call in by_code(code))


def _instead(wish: Wish, fitting: list[Evidence]) -> Iterable[Call]:
    """«Co zamiast fototechnika?» asks for what is like an occupation that schools teach no more."""
    if lexicon.has(wish.question, "instead"):
        gone = (record for record in fitting if record.facts.get("withdrawn"))
        yield from (Call("find_similar", {"id": record.record_id, "limit": MOST_LIKE}) for record in gone)


def _goal(wish: Wish, fitting: list[Evidence]) -> Evidence | None:
    """The record a way leads to: the one whose own name is just the words («elektryk»), else the one that fits best."""
    own: Iterable[Evidence] = (record for record in fitting if overlap(wish.subject, record.title).dice == 1.0)
    if wish.intent is Intent.GAP and fitting and likeness(wish.subject, fitting[0]) < 1.0:
        # «Kucharz kosmiczny»: the occupation named in it comes before a qualification for it.
        occupations = (record for record in fitting if record.kind is RecordType.OCCUPATION)
        own = (*own, *(record for record in occupations if is_official_name(wish.subject, record)))
    return next(iter((*own, *fitting)), None)


def _questionnaire(wish: Wish, situation: Situation) -> Iterable[Call]:
    """A step of the questionnaire; under way, its question is put again after another one is answered."""
    if wish.intent is Intent.INTERESTS:
        action, value = wish.step
        told = age_in(situation.question) or situation.memo.told_of_person
        age = {"age": told["age"]} if action.startswith("start") and "age" in told else {}
        yield Call("assess_interests", {"action": action, **({"value": value} if value else {}), **age})
    elif situation.memo.offer == ASKING:
        yield Call("assess_interests", {"action": "status"})


def _diploma(record: Evidence) -> str:
    return "technician" if record.title.casefold().startswith("technik ") else "diploma"


def _is_school(record: Evidence) -> bool:
    return bool(record.facts.get("school_occupation")) or record.facts.get("category") == "school"


def unique(calls: Iterable[Call]) -> Iterable[Call]:
    """Yield the calls, each once."""
    seen = set()
    for call in calls:
        key = (call.tool, _frozen(call.arguments))
        if key not in seen:
            seen.add(key)
            yield call


def _frozen(arguments: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in arguments.items()))
