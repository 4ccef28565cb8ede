"""A wish for another occupation than one's own: where somebody comes from, and which record they want to get to."""

from dataclasses import replace

from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.person.change import Change, change_in
from assistant.models.embedded.person.told import constraints_in
from assistant.models.embedded.wish import OF_RECORDS, SURE, Wish
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import analyse

RULES_SURE = 0.7
"""So likely must it be that a rule is asked for to leave a question about a change to the rules."""
_OF_A_WAY = frozenset({Intent.BECOME, Intent.PATHWAY, Intent.GAP})
_OF_A_NAME = frozenset({Intent.FIND, Intent.ABOUT})
_OF_THE_GOAL = OF_RECORDS | {Intent.PAY, Intent.PRICE, Intent.JOBS}


def towards(wish: Wish, message: str, memo: Memo) -> Wish:
    """Return the wish with the origin that the message tells and without its words in the subject.

    What leads nowhere («różnica między», a code, a rule) stays as it was read.
    """
    change = change_in(message)
    if change is None or wish.codes or wish.call is not None:
        return wish
    return _between(wish, change) if change.goal else _from_own(wish, change, message, memo)


def _between(wish: Wish, change: Change) -> Wish:
    """«Z kucharza na kelnera»: the goal is what is asked about, a way there unless another fact is asked for."""
    surely = wish.score >= SURE
    if wish.intent is Intent.COMPARE and surely:
        return wish
    if wish.intent is Intent.SYSTEM and surely and asks_of_rules(wish.question) >= RULES_SURE:
        return wish
    asked = {intent for intent, _ in attributes_in(analyse(wish.question, max_words=100).words)}
    of_the_goal = wish.intent in _OF_THE_GOAL & asked
    intent = wish.intent if of_the_goal or wish.intent is Intent.GAP else Intent.PATHWAY
    return replace(_about(wish, change.goal), intent=intent, origin=change.origin)


def _from_own(wish: Wish, change: Change, message: str, memo: Memo) -> Wish:
    """«Jestem sprzedawcą, …»: the origin of a way; with no other goal, whose papers are missing."""
    unsure = wish.intent is Intent.SYSTEM and wish.score < SURE
    if wish.intent not in _OF_A_WAY | _OF_A_NAME and not unsure:
        return wish
    subjects = tuple(filter(None, map(change.without_origin, wish.subjects)))
    goal = change.without_origin(wish.subject)
    if wish.intent in _OF_A_WAY and (goal or wish.targets):
        intent = Intent.GAP if wish.intent is Intent.GAP else Intent.PATHWAY
        return replace(wish, intent=intent, subject=goal, subjects=subjects, origin=change.origin)
    if not goal and "years_in_occupation" in constraints_in(message) and wish.intent in _OF_A_WAY:
        return replace(_about(wish, change.origin), intent=Intent.BECOME, unproven=True)
    if wish.intent is Intent.GAP and memo.it.startswith(("kzis:", "zrk:")):
        return replace(wish, subject="", subjects=(), targets=(memo.it,), origin=change.origin)
    return wish


def _about(wish: Wish, name: str) -> Wish:
    """The wish about ``name`` alone, whatever else was read into the message."""
    return wish.about(name, either=wish.either, course=wish.course)
