"""A reading set right by what else is known of the question: whether rules answer it, and what it asks second.

The reading takes the likeliest wish by itself; whether a rule of the system answers is learnt apart from that.
"""

import re
from dataclasses import replace

from assistant.models.embedded.learnt import wants_of
from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.wants import leans
from assistant.models.embedded.planning.advising import is_advice
from assistant.models.embedded.reading.beyond import beyond
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.attributes import named_in, strong_in
from assistant.models.embedded.words.intents import Intent
from retrieval.analysis import analyse

OF_RULES = 0.65
"""So likely must it be that rules answer what was read as a wish for advice; set on questions not learnt from."""
SECOND = 0.3
"""So likely must pay, a price or work be where nothing is sure, for the figures to be looked at."""
_FIGURES = frozenset({Intent.PAY, Intent.PRICE, Intent.JOBS})
_OF_A_WHOLE = frozenset({Intent.GAP, Intent.PARTS, Intent.PATHWAY})
_OF_SOMETHING = frozenset({Intent.ABOUT, Intent.LEVEL})
_DEMAND = re.compile(r"prognoz|zapotrzebowan|shortage|in demand|forecast|дефіцит|прогноз", re.IGNORECASE)
_PART = re.compile(r"^[A-Z]{2,3}\.\d{2}$")


def settled(wish: Wish) -> Wish:
    """Return the wish as the rules, the second likeliest reading and what no record holds make it."""
    # «1» answers the questionnaire that is under way, whatever rules it may be like.
    answers = wish.intent is Intent.INTERESTS and not wish.step[0].startswith("start")
    of_its_own = wish.figures or wish.felt_alone or wish.condition or wish.particulars or wish.aside or answers
    return wish if of_its_own else beyond(_settled(wish))


def _settled(wish: Wish) -> Wish:
    if wish.carried or wish.targets or wish.call is not None:
        return wish
    of_parts = bool(wish.codes) and all(map(_PART.match, wish.codes))
    if of_parts and wish.intent in _OF_A_WHOLE and names_something(wish.subject):
        # «Mam ELE.02, czego brakuje do technika elektryka?» is answered by the parts of the occupation.
        return replace(wish, intent=Intent.GAP, codes=(), held=wish.codes)
    if wish.codes:
        return wish
    advice = (is_advice(wish) and wish.intent is not Intent.PATHWAY) or wish.intent is Intent.INTERESTS
    if advice and asks_of_rules(wish.question) >= OF_RULES:
        return replace(wish, intent=Intent.SYSTEM)
    if wish.intent in _OF_SOMETHING and not wish.has_subject and _asks_of_a_notion(wish.question):
        return replace(wish, intent=Intent.SYSTEM)
    if wish.intent is Intent.SYSTEM and names_something(wish.subject) and _asks_a_field(wish.question):
        return replace(wish, intent=Intent.ABOUT, score=1.0)
    if wish.intent is Intent.SYSTEM and wish.score < SURE and (second := _figures(wish.question)):
        return replace(wish, intent=second)
    if wish.intent is Intent.SYSTEM and wish.subjects and _DEMAND.search(wish.clause):
        return replace(wish, intent=Intent.JOBS)  # the forecast of a named occupation is a figure, no rule
    if wish.intent is Intent.SYSTEM and (named := strong_in(analyse(wish.question, max_words=100).words)):
        # Where a record answers after all, it is said that it holds no such figure.
        return replace(wish, also=(*wish.also, *(intent for intent in named[:1] if intent not in wish.also)))
    return wish


def _asks_of_a_notion(question: str) -> bool:
    """«Co to jest ten PRK i ile ma poziomów?» is of no record, whatever was spoken of."""
    words = analyse(question, max_words=100).words
    notion = any(not lexicon.words("notions").isdisjoint(word.lemmas) for word in words if not word.stop)
    return notion and not leans(question)


def _asks_a_field(question: str) -> bool:
    """«Kod zawodu pracownik pomocniczy krawca?» asks the record of the one named, not the rule on codes."""
    return bool(named_in("of_record", analyse(question, max_words=100).words))


def _figures(question: str) -> Intent | None:
    named = ((Intent(name), chance) for name, chance in wants_of(question)[:2])
    return next((intent for intent, chance in named if intent in _FIGURES and chance >= SECOND), None)
