"""``more_tools``: a model that is offered a part of the tools asks for a group of the others."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.desk import Desk
from assistant.toolbox import Found, Tool

NAME = "more_tools"
GROUPS: Mapping[str, tuple[str, ...]] = {
    "places": ("find_institutions",),
    "market": ("labour_market",),
    "advice": ("recommend_qualifications", "explain_recommendation", "find_similar"),
    "way": ("career_pathway", "make_plan"),
    "person": (
        "update_profile",
        "show_profile",
        "correct_profile",
        "keep_profile",
        "find_gap",
        "assess_interests",
    ),
    "compare": ("compare_qualifications",),
    "school": ("school_choice",),
}


class MoreTools(BaseModel):
    """Get tools for institutions, pay and demand, recommending, ways and plans, the profile, comparing, or school."""

    model_config = ConfigDict(title=NAME, extra="forbid")

    group: Literal["places", "market", "advice", "way", "person", "compare", "school"]


def more_tools_tool() -> Tool:
    """Return the tool; what it opens is offered with the next request of the turn."""

    async def run(arguments: MoreTools, _desk: Desk) -> Found:
        names = GROUPS[arguments.group]
        return Found(notes=(f"now offered: {', '.join(names)}",), data={"tools": list(names)})

    return Tool(NAME, MoreTools, run)
