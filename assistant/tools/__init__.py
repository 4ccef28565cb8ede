"""The tools a chat model may call; each finds or reckons, and says what it rests on."""

from assistant.tools.assess_interests import assess_interests_tool
from assistant.tools.compare import compare_tool
from assistant.tools.correct_profile import correct_profile_tool, keep_profile_tool, show_profile_tool
from assistant.tools.explain import explain_tool
from assistant.tools.explain_recommendation import explain_recommendation_tool
from assistant.tools.gap import gap_tool
from assistant.tools.institutions import institutions_tool
from assistant.tools.labour_market import labour_market_tool
from assistant.tools.more_tools import more_tools_tool
from assistant.tools.occupations import occupations_tool
from assistant.tools.pathways import pathways_tool
from assistant.tools.plan import plan_tool
from assistant.tools.profile import update_profile_tool
from assistant.tools.qualifications import LiveRegister, get_qualification_tool, search_qualifications_tool
from assistant.tools.recommend import recommend_tool
from assistant.tools.school_choice import school_choice_tool
from assistant.tools.similar import similar_tool

__all__ = [
    "LiveRegister",
    "assess_interests_tool",
    "compare_tool",
    "correct_profile_tool",
    "explain_recommendation_tool",
    "explain_tool",
    "gap_tool",
    "get_qualification_tool",
    "institutions_tool",
    "keep_profile_tool",
    "labour_market_tool",
    "more_tools_tool",
    "occupations_tool",
    "pathways_tool",
    "plan_tool",
    "recommend_tool",
    "school_choice_tool",
    "search_qualifications_tool",
    "show_profile_tool",
    "similar_tool",
    "update_profile_tool",
]
