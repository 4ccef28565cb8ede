"""A turn in which another language is asked for: what is asked beside that, else the last question once more."""

from dataclasses import replace

from assistant.models.embedded.situation import Situation
from assistant.switching import switch_in


def switched(situation: Situation) -> Situation:
    """Return the turn without its words for the language; where there are no others, with the question asked last.

    «А українською можна?» in a talk that is in Ukrainian already asks about a course or an exam.
    """
    memo = situation.memo
    switch = switch_in(situation.question)
    if switch is None or (not switch.rest and (not memo.question or memo.language == switch.language.value)):
        return situation
    return replace(situation, question=switch.rest or memo.question)
