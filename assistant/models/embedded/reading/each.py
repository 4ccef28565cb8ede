"""One question asked of several places or occupations at once: it is read as one for each of them."""

from dataclasses import replace

from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.person.change import names_somebody
from assistant.models.embedded.reading.subject import asked_of
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.places import regions_of
from retrieval.analysis import analyse

MOST = 4
MOST_WORDS = 40
_OF_EACH = frozenset({Intent.JOBS, Intent.PAY})


def of_each(situation: Situation, whole: Wish) -> tuple[Wish, ...]:
    """Return the wish for each of the places or occupations named; none where fewer than two are."""
    if whole.targets or whole.codes or whole.call or whole.figures or whole.branches or whole.listed or whole.unheld:
        return ()
    words = analyse(situation.question, max_words=MOST_WORDS).words
    if whole.intent is Intent.INSTITUTIONS:
        regions = regions_of(words)
        return (
            tuple(replace(whole, region=one, clause=one, institution=False, exam=None) for one in regions)
            if 1 < len(regions) <= MOST
            else ()
        )
    if whole.intent not in _OF_EACH:
        return ()
    named = {words[place].surface for place in naming_words(situation.question) if place < len(words)}
    named |= {word.surface for word in words if names_somebody(word.surface)}
    sides = [side for side in asked_of(situation.question, named) if names_somebody(side)]
    if not 1 < len(sides) <= MOST:
        return ()
    return tuple(replace(whole.about(side), score=whole.score, clause=side) for side in sides)
