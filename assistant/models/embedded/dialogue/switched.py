"""A turn as it is read: in standard words, without what others want and without a request for another language."""

from dataclasses import replace

from assistant.models.embedded.person.contrast import own_wish
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.words.colloquial import standard
from assistant.switching import switch_in


def switched(situation: Situation) -> Situation:
    """Return the turn in standard words without those for the language; where there are no others, the last question.

    «А українською можна?» in a talk that is in Ukrainian already asks about a course or an exam.
    """
    memo = situation.memo
    situation = replace(situation, question=own_wish(standard(situation.question, situation.language)))
    switch = switch_in(situation.question)
    if switch is None or (not switch.rest and (not memo.question or memo.language == switch.language.value)):
        return situation
    return replace(situation, question=switch.rest or memo.question)
