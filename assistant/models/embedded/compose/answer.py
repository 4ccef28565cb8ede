"""Which composer writes the answer: a road from the wish and what was found to one of them."""

from collections.abc import Callable
from dataclasses import replace

from assistant.models.embedded.compose import advice, advised, interests, listing, lists, system, talk, unheld
from assistant.models.embedded.compose.asides import aside
from assistant.models.embedded.compose.by_work import by_work
from assistant.models.embedded.compose.choice import with_code
from assistant.models.embedded.compose.condition import condition
from assistant.models.embedded.compose.course import course
from assistant.models.embedded.compose.craft import craft
from assistant.models.embedded.compose.earlier import (
    chosen_among,
    meant_before,
    new_or_before,
    of_its_own,
    pointed,
    together,
    which_of_list,
)
from assistant.models.embedded.compose.entitlement import entitlement, funding
from assistant.models.embedded.compose.exam_place import exam_place
from assistant.models.embedded.compose.feeling import feeling, warm_word
from assistant.models.embedded.compose.figures import figures
from assistant.models.embedded.compose.foreign import foreign
from assistant.models.embedded.compose.instead import instead
from assistant.models.embedded.compose.institution import named
from assistant.models.embedded.compose.once import once
from assistant.models.embedded.compose.open_question import rule_or_record, rules_alone
from assistant.models.embedded.compose.particulars import particulars
from assistant.models.embedded.compose.plan import plan
from assistant.models.embedded.compose.profile import profile
from assistant.models.embedded.compose.sides import compare, of_each, one_or_other
from assistant.models.embedded.compose.special import institutions, must_have, not_held, part_of, similar
from assistant.models.embedded.compose.strange import strange_name
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_HALF, NEAR_ENOUGH, OF_SOMETHING, PLAIN, RECORDS
from assistant.models.embedded.dialogue.offers import ASKING
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.planning.advising import is_advice
from assistant.models.embedded.planning.fit import is_generic, names_code
from assistant.models.embedded.reading.settled import OF_RULES
from assistant.models.embedded.situation import Found, Situation
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words.attributes import named_in
from assistant.models.embedded.words.intents import Intent
from prompts import Prompts
from register.vocabulary import RecordType
from retrieval.analysis import analyse


def compose(wish: Wish, situation: Situation, prompts: Prompts) -> Composed:
    """Write the answer to ``wish`` from what ``situation`` holds; a questionnaire under way goes on after it.

    The last answer is not given again word for word.
    """
    task = Task(wish, situation, prompts)
    if wish.intent is Intent.INTERESTS:
        return interests.questionnaire(task)
    composed = once(task, instead(task, _answer(task, wish, situation, prompts)))
    return interests.resumed(task, composed) if situation.memo.offer == ASKING else composed


def _answer(task: Task, wish: Wish, situation: Situation, prompts: Prompts) -> Composed:
    if wish.felt_alone:
        return feeling(task)
    if wish.part:
        return system.part(task)
    if wish.felt:
        warm_word(task)
        task.draft.paragraph()
    if wish.others and wish.intent is Intent.ANOTHER:
        return talk.not_meant(task)
    if said := _by_form(task) or _by_its_words(task) or exam_place(task) or named(task):
        return said
    return unheld.unheld(task) if unheld.instead(task) else _of_wish(task, wish, situation, prompts)


def _of_wish(task: Task, wish: Wish, situation: Situation, prompts: Prompts) -> Composed:
    if wish.intent in talk.TALK and not wish.codes and (wish.score >= SURE or wish.intent is Intent.SOURCES):
        return talk.TALK[wish.intent](task)
    if rules := _rules_of_the_way(task):
        return system.explain(task, rules)
    if is_advice(wish):
        return advised.comparison(task) if wish.intent is Intent.COMPARE else _ADVICE[wish.intent](task)
    if unheld.asked(task):
        return unheld.unheld(task)
    if said := chosen_among(task) or which_of_list(task) or new_or_before(task):
        return said
    if wish.targets:
        return together(task) if len(wish.targets) > 1 else pointed(task)
    if crafted := _of_craft(task):
        return crafted
    if back := meant_before(task):
        return pointed(Task(replace(wish, targets=(back,)), situation, prompts))
    task = of_its_own(task)
    found = task.records(RecordType.QUALIFICATION) if wish.codes and wish.intent not in PLAIN else ()
    if found and "part_of" in named_in("beside", analyse(wish.question, max_words=100).words):
        return part_of(task, with_code(task, found))  # «w jakich zawodach występuje HGT.02?» asks for no card
    return _unknown(task) or _ROADS.get(wish.intent, rule_or_record)(task)


def _by_form(task: Task) -> Composed | None:
    """The rules, lists and figures asked for by name."""
    if task.wish.condition and (said := condition(task, task.wish.condition)):
        return said
    return figures(task, task.wish.figures) if task.wish.figures else lists.listed(task)


def _of_craft(task: Task) -> Composed | None:
    """The paper of a craft that is spoken of, where a record or a rule tells of it."""
    wish = task.wish
    return craft(task, wish.craft) if wish.craft and not wish.codes else None


def _by_its_words(task: Task) -> Composed | None:
    """What the words ask however the message was read: which of two things, or whether a course leads to one."""
    if task.wish.aside and (said := aside(task)):
        return said
    if task.wish.particulars and (said := particulars(task)):
        return said
    if said := one_or_other(task) if task.wish.either else of_each(task):
        return said
    if task.wish.unproven and task.wish.intent is Intent.BECOME and (said := by_work(task)):
        return said
    if task.wish.funding and (said := funding(task, task.wish.funding)):
        return said
    if task.wish.entitlement and (said := entitlement(task, task.wish.entitlement)):
        return said
    if task.wish.course and (said := course(task)):
        return said
    return None


def _unknown(task: Task) -> Composed | None:
    """What is not there to be answered about: a level, a name, a code, or nothing named at all."""
    wish = task.wish
    if wish.levels_unknown and not wish.codes:
        return listing.no_level(task)
    if name := strange_name(task):
        return listing.strange(task, name)
    if _lacks_subject(task):
        return talk.need_subject(task)
    if wish.codes and not task.situation.found(*RECORDS):
        named = tuple(rule for rule in task.facts() if names_code(rule.evidence, wish.codes))
        return system.explain(task, named) if named else listing.nothing(task)
    return None


def _rules_of_the_way(task: Task) -> tuple[Found, ...]:
    """The rules for a way that leads to no record («czy po branżówce droga na studia jest zamknięta?»)."""
    if task.wish.intent is not Intent.PATHWAY or asks_of_rules(task.wish.question) < OF_RULES:
        return ()
    found = task.records(*RECORDS)
    near = bool(found) and found[0].confidence >= NEAR_ENOUGH and not is_generic(found[0].evidence)
    return () if near else rules_alone(task)


def _lacks_subject(task: Task) -> bool:
    """A question about «it» with nothing it could be, unless a rule answers it as it stands."""
    wish = task.wish
    if wish.intent in (Intent.ANOTHER, Intent.SIMPLER, Intent.MORE) and not wish.codes:
        return True
    if wish.has_subject or wish.codes or wish.intent not in OF_SOMETHING:
        return False
    facts = task.facts()
    return not facts or facts[0].confidence < FACT_HALF


_ROADS: dict[Intent, Callable[[Task], Composed]] = {
    Intent.INSTITUTIONS: institutions,
    Intent.COMPARE: compare,
    Intent.PAY: not_held,
    Intent.PRICE: not_held,
    Intent.JOBS: not_held,
    Intent.MUST_HAVE: must_have,
    Intent.SIMILAR: similar,
    Intent.PART_OF: part_of,
    Intent.FOREIGN: foreign,
}

_ADVICE: dict[Intent, Callable[[Task], Composed]] = {
    Intent.RECOMMEND: advice.recommend,
    Intent.WEIGHTS: advice.recommend,
    Intent.WHY: advice.why,
    Intent.PATHWAY: advised.pathway,
    Intent.PLAN: plan,
    Intent.GAP: advised.gap,
    Intent.SCHOOL_CHOICE: advised.schools,
    Intent.PROFILE: profile,
    Intent.FORGET_PROFILE: profile,
    Intent.NOTE: profile,
    Intent.CORRECT: profile,
    Intent.KEEP: profile,
}
