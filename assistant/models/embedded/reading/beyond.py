"""What a wish asks for that no record holds, as it is heard by the learnt model where no phrase of it is known."""

from dataclasses import replace

from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.unheld import unheld_by
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words.attributes import own_words
from assistant.models.embedded.words.intents import Intent

LIKELY = 0.33
"""So likely must it be, where the message was read as a question for which much is looked through."""
OF_FIGURES = 0.55
"""So likely for money and work, whose own words are heard already by what reads wants."""
OF_OWN_WORDS = 0.6
"""So likely where a kind has words of its own and none of them is said."""
FIRM = 0.9
"""So likely at most, where it was surely read as a question for what records hold, as talk or as a wish for advice."""
BESIDE = 0.4
"""So likely where it was read as the want that lies beside it: a wait as a duration, hours of work as tasks."""
OUT_OF_SCOPE = frozenset({"doing", "outside"})
"""What is not the assistant's business at all, rather than missing in its data."""
FIGURES = {"pay": Intent.PAY, "price": Intent.PRICE, "offers": Intent.JOBS}
"""Kinds with a road of their own: official figures are looked at first."""
MOSTLY_RULES = 0.5
"""So likely must it be that rules answer for a question about money to stay one of rules."""

_OPEN = frozenset({Intent.SYSTEM, Intent.FIND, Intent.INSTITUTIONS, Intent.FOREIGN, Intent.MUST_HAVE, Intent.OFF_TOPIC})
_BESIDE: dict[str, frozenset[Intent]] = {
    "firm": frozenset({Intent.BECOME, Intent.PATHWAY}),
    "hours": frozenset({Intent.JOBS, Intent.TASKS}),
    "language": frozenset({Intent.ENTRY}),
    "points": frozenset({Intent.ENTRY, Intent.JOBS, Intent.SCHOOL_CHOICE, Intent.SCHOOLS}),
    "schools": frozenset({Intent.OUTCOMES, Intent.SCHOOLS}),
    "waiting": frozenset({Intent.DURATION, Intent.VALIDITY}),
}
_KEPT = frozenset({Intent.GREETING, Intent.THANKS, Intent.BYE, Intent.WHO_ARE_YOU, Intent.INTERESTS})


def beyond(wish: Wish) -> Wish:
    """Return the wish with the kind of what is not held; for money and work the wish becomes one for figures.

    Whoever tells of nothing but their lot asks for nothing that could be held.
    """
    if wish.unheld or wish.plight or wish.call is not None:
        return wish
    text = wish.clause or wish.question
    kind, chance = unheld_by(text)
    if chance < max(_least(wish, kind, text), OF_FIGURES if kind in FIGURES else 0.0):
        return wish
    if chance < OF_OWN_WORDS and not own_words(kind, text):
        return wish  # «czy mogę iść do branżówki?» says no word of a language
    if kind == "future" and wish.intent is Intent.JOBS:
        return wish  # the forecast of demand says as much of the future as is known
    if kind not in FIGURES:
        return replace(wish, unheld=kind, doubt=1 - chance)
    if wish.intent in FIGURES.values() or asks_of_rules(wish.question) >= MOSTLY_RULES:
        return wish
    return replace(wish, intent=FIGURES[kind], score=chance)


def _least(wish: Wish, kind: str, text: str) -> float:
    """What is surely read as something else must be the more likely to be of what is not held."""
    if wish.intent in _KEPT and wish.score >= SURE:
        return 1.0
    if wish.intent is Intent.FOREIGN and kind in OUT_OF_SCOPE:
        return FIRM  # «jak mogę pracować w Polsce?» with papers from abroad is the assistant's business
    if wish.intent in _BESIDE.get(kind, ()):
        return BESIDE if own_words(kind, text) else FIRM  # «czy jest praca dla fryzjera» names no hours
    return LIKELY if wish.intent in _OPEN else max(LIKELY, min(wish.score, FIRM))
