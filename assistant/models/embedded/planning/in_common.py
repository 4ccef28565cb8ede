"""The calls for records that have something in common: a branch, a level, a place, a kind of paper."""

from collections.abc import Iterable
from typing import Any

from assistant.models.embedded.asked.branches import (
    ANY,
    NOW,
    forecast_in,
    levels_in,
    lists_qualifications,
    only_there,
    school_named,
)
from assistant.models.embedded.asked.exam_place import BOARD, CHAMBER
from assistant.models.embedded.asked.lists import OCCUPATION, Listed
from assistant.models.embedded.calls import Call
from assistant.models.embedded.planning.lookups import look_for, read_record
from assistant.models.embedded.wish import Wish

MOST_OF_BRANCH = 40
MOST_INSTITUTIONS = 8
MOST_LISTED = 20
"""Of qualifications that have in common what is asked."""
# All records of crafts: who awards papers of the kind stands in some of them only.
CRAFTS = Call(
    "search_qualifications",
    {"query": "kwalifikacje rzemieślnicze", "every": True, "categories": ["craft"], "limit": 40},
)


def of_branch(wish: Wish) -> Iterable[Call]:
    """Ask for all occupations or qualifications of the branches named, and for the forecast they are to be on."""
    for branch in wish.branches:
        if lists_qualifications(wish.question) and len(branch) == len("BUD"):
            every = {"query": branch, "every": True, "branch": branch, "limit": MOST_OF_BRANCH}
            yield Call(
                "search_qualifications", {**every, "kind": "partial", "prk_levels": list(levels_in(wish.question))}
            )
            continue
        asked = {"query": branch, "branch": "" if branch == ANY else branch, "limit": MOST_OF_BRANCH}
        only = branch == ANY and only_there(wish.question)
        yield Call("search_occupations", {**asked, "school": school_named(wish.question), "only": only})
    if wish.branches and (year := forecast_in(wish.question)):
        period = {} if year == NOW else {"period": year}
        yield Call("labour_market", {"topic": "demand", "listed": True, "limit": MOST_OF_BRANCH, **period})


def of_institution(wish: Wish) -> Iterable[Call]:
    """Ask for the institution named; its whole question is searched, since names are long."""
    if wish.institution:
        yield Call("find_institutions", {"query": wish.question[:500], "limit": MOST_INSTITUTIONS})


def of_exam(wish: Wish) -> Iterable[Call]:
    """The boards and chambers of the region, and the record the exam belongs to."""
    if (exam := wish.exam) is None:
        return
    for kind in (BOARD, CHAMBER):
        yield Call("find_institutions", {"query": kind, "region": exam.region, "limit": MOST_INSTITUTIONS})
    if exam.target:
        yield from read_record(exam.target, wish)
        if (code := exam.target.removeprefix("kzis:")).isdigit():
            yield Call("get_qualification", {"id": f"zrk:{code}"})  # who examines is told of the full qualification
    elif exam.subject and not wish.codes:
        yield from look_for(exam.subject)
    if exam.of_craft:
        yield CRAFTS


def having_in_common(listed: Listed) -> dict[str, Any]:
    """Return the arguments of a search for all that fits.

    An occupation has the level of its full qualification, which bears its name.
    """
    of_occupation = listed.thing == OCCUPATION
    return {
        "query": listed.field or listed.in_words,
        "every": not listed.field,
        "limit": 1 if listed.count and not listed.field else MOST_OF_BRANCH if of_occupation else MOST_LISTED,
        "prk_levels": list(listed.levels),
        "categories": ["school", "artistic_school"] if of_occupation else [listed.category] if listed.category else [],
        "kind": "full" if of_occupation else listed.kind or None,
        "valid_years": listed.years,
        "indefinite": listed.indefinite,
    }
