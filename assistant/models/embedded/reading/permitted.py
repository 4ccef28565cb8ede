"""A wish about a permission of other laws, or about money for learning, whatever else the message was read as."""

from dataclasses import replace
from typing import Any

from assistant.models.embedded.asked.entitlements import asks_duty_alone, entitlement_in
from assistant.models.embedded.asked.funding import OF_FUNDING, funding_in
from assistant.models.embedded.dialogue.memo import Memo
from assistant.models.embedded.learnt.rules import clear_rule
from assistant.models.embedded.person.change import may_be_occupations
from assistant.models.embedded.wish import TALK, Wish
from assistant.models.embedded.words.intents import Intent

_OF_OTHERS = TALK | {
    Intent.COMPARE,
    Intent.CORRECT,
    Intent.FOREIGN,
    Intent.FORGET_PROFILE,
    Intent.INTERESTS,
    Intent.JOBS,
    Intent.KEEP,
    Intent.LEVEL,
    Intent.NOTE,
    Intent.PAY,
    Intent.PLAN,
    Intent.PROFILE,
    Intent.SCHOOL_CHOICE,
    Intent.WEIGHTS,
    Intent.WHY,
}


def of_permission(wish: Wish, message: str, memo: Memo) -> Wish:
    """Return the wish for what rules tell of a permission that is named, or was told of; else ``wish``."""
    if (wish.intent in _OF_OTHERS and wish.intent is not Intent.UNDECIDED) or wish.codes or wish.figures:
        return wish
    asked = entitlement_in(message, memo.it)
    if asked is None and memo.it.startswith(("kzis:", "zrk:")) and asks_duty_alone(message):
        return replace(_of_rule(wish), intent=Intent.MUST_HAVE, targets=(memo.it,))
    several = wish.either or wish.sides
    if asked is None or (len(several) > 1 and may_be_occupations(several)):
        return wish  # «ślusarz czy spawacz?»: of the permission it is told beside the other
    return replace(wish if wish.unproven else _of_rule(wish), entitlement=asked)


def of_funding(wish: Wish, message: str) -> Wish:
    """Return the wish for where money for learning may come from, where that is asked; else ``wish``."""
    asked = funding_in(message)
    of_other = wish.intent in _OF_OTHERS - {Intent.UNDECIDED, Intent.JOBS, Intent.OFF_TOPIC}
    if asked is None or of_other or wish.figures or wish.listed:
        return wish
    by_whom = asked.office or asked.employer
    if not by_whom and clear_rule(*wish.asks) not in ("", *OF_FUNDING):
        return wish  # «kto za to płaci?» after an exam of schools
    return replace(_of_rule(wish), funding=asked)


def _of_rule(wish: Wish) -> Wish:
    nothing: dict[str, Any] = {"craft": None, "exam": None, "institution": False, "also": (), "call": None}
    return wish.about("", intent=Intent.SYSTEM, parents=wish.parents, **nothing)
