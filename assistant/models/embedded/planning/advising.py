"""Which tool of advice a wish calls for, and with what; each of these answers a turn by itself."""

import re
from collections.abc import Iterable
from typing import Any

from assistant.models.embedded.calls import Call
from assistant.models.embedded.dialogue.correcting import correction
from assistant.models.embedded.dialogue.replies import refuses
from assistant.models.embedded.person.change import names_somebody
from assistant.models.embedded.person.told import constraints_in, field_of, preference_in
from assistant.models.embedded.planning.fit import GOOD, best_records, coverage, is_official_name, likeness
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.situation import Situation
from assistant.models.embedded.wish import Wish
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import overlap
from register.evidence import Evidence
from register.vocabulary import Audience, RecordType

MOST_COMPARED, FEWEST_COMPARED = 4, 3
LONGEST_NOTE = 300
MOST_UNWANTED = 8
MOST_SCHOOLS = 3
# What is asked so tells what one would like to do.
_WISHES = frozenset({Intent.FIND, Intent.RECOMMEND, Intent.SCHOOL_CHOICE, Intent.BECOME, Intent.PATHWAY})
ADVISED = frozenset(
    {
        Intent.RECOMMEND,
        Intent.WHY,
        Intent.WEIGHTS,
        Intent.PATHWAY,
        Intent.PLAN,
        Intent.PROFILE,
        Intent.FORGET_PROFILE,
        Intent.NOTE,
        Intent.CORRECT,
        Intent.KEEP,
        Intent.GAP,
        Intent.SCHOOL_CHOICE,
    }
)


_WITHOUT_GOAL = {
    Intent.PLAN: Call("make_plan", {}),
    Intent.PROFILE: Call("show_profile", {}),
    Intent.FORGET_PROFILE: Call("correct_profile", {"action": "delete_all"}),
}
# What was told in an earlier message and holds for any goal.
_LASTING = frozenset({"schooling", "adult", "foreign"})
# A rule or an institution is nothing that something could be missing to.
_NO_GOALS = ("fact:", "inst:")


def is_advice(wish: Wish) -> bool:
    """Tell whether a tool of advice answers the wish."""
    return wish.intent in ADVISED or compares_many(wish)


def seeks_first(wish: Wish) -> bool:
    """Tell whether the goal of a way or a gap is only named, so that its record has to be looked for before."""
    named = wish.intent is Intent.PATHWAY or (wish.intent is Intent.GAP and wish.has_subject)
    return named and not wish.codes and not wish.targets


def way_to(goal: str, wish: Wish, situation: Situation) -> Call:
    """Return the call for the way to ``goal``, with what the message tells of the person."""
    before = {name: value for name, value in situation.memo.told_of_person.items() if name in _LASTING}
    told = {**before, **constraints_in(situation.question), **_origin(wish, situation, goal)}
    return Call("career_pathway", {"goal": goal[:200], **told, **_held(wish, situation)})


def gap_to(goal: str, wish: Wish, situation: Situation) -> Call:
    """Return the call for what is missing to ``goal``."""
    return Call("find_gap", {"id": goal[:200], **_origin(wish, situation, goal), **_held(wish, situation)})


def may_be_missing(wish: Wish, goal: Evidence) -> bool:
    """Tell whether a gap to ``goal`` is meant: it is called by its own name or by a word for somebody.

    «Co jeszcze jest z gastronomii?» is no such question.
    """
    return names_somebody(wish.subject) or is_official_name(wish.subject, goal)


def origin_of(wish: Wish, situation: Situation, goal: str = "") -> str:
    """Return the record of the occupation the person comes from: told now, or before; nothing where none fits well.

    The one whose own name is just these words is taken. Of several whose names hold them («mechanik»), the one that
    shares a qualification with the goal; else the only one that is called so.
    """
    if not wish.origin:
        return str(situation.memo.told_of_person.get("origin", ""))
    found = best_records(situation, (wish.origin,), RecordType.OCCUPATION)
    fits = [f.evidence for f in found if f.confidence >= GOOD or coverage(wish.origin, f.evidence) == 1.0]
    if own := next((one for one in fits if overlap(wish.origin, one.title).dice == 1.0), None):
        return own.record_id
    needed = _parts_of(situation.by_id(goal))
    called = [one for one in fits if likeness(wish.origin, one) == 1.0]
    sharing = [one for one in fits if needed & _parts_of(one)]
    only = called if len(called) == 1 else fits if len(fits) == 1 else []
    return next((one.record_id for one in (*sharing, *only)), "")


def _parts_of(record: Evidence | None) -> set[str]:
    return {part for choice in (record.facts.get("qualifications") or () if record else ()) for part in choice}


def _origin(wish: Wish, situation: Situation, goal: str) -> dict[str, str]:
    """The record the person comes from; the words for it where nothing has been looked for yet."""
    origin = wish.origin[:200] if wish.origin and not situation.asked else origin_of(wish, situation, goal)
    return {"origin": origin} if origin else {}


def _held(wish: Wish, situation: Situation) -> dict[str, list[str]]:
    held = wish.held or situation.memo.told_of_person.get("held", ())
    return {"held": list(held)} if held else {}


def recommendation(wish: str, situation: Situation, unwanted: Iterable[str] = (), limit: int | None = None) -> Call:
    """Return the call that ranks what suits ``wish`` and is not ``unwanted``, of ``limit`` records where one is given.

    It tells whether the person is, or seems to be, under 18.
    """
    told = {**situation.memo.told_of_person, **constraints_in(situation.question)}
    adult = told.get("adult", situation.audience is not Audience.YOUTH)
    away = list(unwanted)[:MOST_UNWANTED]
    arguments = {"wish": wish, **({"unwanted": away} if away else {}), **({} if adult else {"minor": True})}
    return Call("recommend_qualifications", {**arguments, **({"limit": limit} if limit else {})})


def goal_of_talk(situation: Situation) -> str:
    """Return the record spoken of last where the notebook holds nothing to plan for; else nothing."""
    made = next((asked.result for asked in situation.asked if asked.tool == "make_plan"), None)
    if made is None or (made.data and not made.data.get("empty")):
        return ""
    return next((one for one in situation.memo.recent if one.startswith(("kzis:", "zrk:"))), "")


def no_school_fits(situation: Situation) -> bool:
    """Tell whether occupations of schools were looked for in vain."""
    made = (asked.result.data for asked in situation.asked if asked.tool == "school_choice")
    return any("choices" in data and not data["choices"] for data in made)


def compares_many(wish: Wish) -> bool:
    """Tell whether three or four qualifications are to be put side by side."""
    return wish.intent is Intent.COMPARE and FEWEST_COMPARED <= len(wish.codes) <= MOST_COMPARED


def advice_calls(wish: Wish, situation: Situation) -> Iterable[Call]:
    """Yield the call the wish asks for; none where what it is about was not said."""
    if wish.call is not None:
        yield wish.call
    elif wish.intent in _WITHOUT_GOAL:
        yield _WITHOUT_GOAL[wish.intent]
    elif wish.intent is Intent.WHY:
        if goal := _goal(wish):
            yield Call("explain_recommendation", {"id": goal, **_searched(wish, situation)})
    elif wish.intent is Intent.GAP:
        if not seeks_first(wish) and (goal := _goal(wish)) and not goal.startswith(_NO_GOALS):
            yield gap_to(goal, wish, situation)
    elif compares_many(wish):
        yield Call("compare_qualifications", {"ids": list(wish.codes)})
    else:
        yield from _worded(wish, situation)


def _searched(wish: Wish, situation: Situation) -> dict[str, str]:
    """The words of the search that listed what «dlaczego to?» asks about."""
    memo = situation.memo
    of_search = wish.intent is Intent.WHY and memo.intent in (Intent.FIND, Intent.SCHOOL_CHOICE, Intent.WHY)
    pointed = any(target in memo.shown for target in wish.targets)
    return {"words": memo.subject} if of_search and pointed and memo.subject else {}


def _worded(wish: Wish, situation: Situation) -> Iterable[Call]:
    """Calls whose arguments are read from the words of the message."""
    match wish.intent:
        case Intent.RECOMMEND:
            yield recommendation(_own_subject(wish) or _wished(situation), situation)
        case Intent.WEIGHTS:
            yield from _weighed(situation.question)
        case Intent.PATHWAY if not seeks_first(wish):
            yield way_to(_goal(wish), wish, situation)
        case Intent.NOTE:
            yield Call("update_profile", {"entries": [_entry(wish, situation.question)]})
        case Intent.CORRECT:
            yield correction(situation.question, situation.entries)
        case Intent.KEEP:
            yield Call("keep_profile", {"agreed": not refuses(situation.question)})
        case Intent.SCHOOL_CHOICE:
            yield Call("school_choice", {"wish": _own_subject(wish) or _wished(situation), "limit": MOST_SCHOOLS})
        case _:
            return


def _goal(wish: Wish) -> str:
    """What the wish is about: a code, a record spoken of, or the words of the question."""
    named = (*wish.codes[:1], *wish.targets[:1], _own_subject(wish))
    return next((one[:200] for one in named if one), "")


def _wished(situation: Situation) -> str:
    """What was looked for last; what was only asked about («co to jest technikum?») is no wish."""
    memo = situation.memo
    return memo.subject if memo.intent in _WISHES and names_something(memo.subject) else ""


def _own_subject(wish: Wish) -> str:
    return wish.subject if names_something(wish.subject) else ""


def _weighed(question: str) -> Iterable[Call]:
    if preference := preference_in(question):
        more, less = preference
        yield Call("recommend_qualifications", {"more_important": more, "less_important": less})


def _entry(wish: Wish, question: str) -> dict[str, Any]:
    # «I'm a teacher» is not to be noted as «m a teacher».
    cut = re.search(rf"[\w'’]{re.escape(wish.subject)}", question, re.IGNORECASE)
    text = (question if cut else wish.subject or question)[:LONGEST_NOTE]
    return {"field": field_of(question), "text": text, "quote": question[:LONGEST_NOTE]}
