"""Put the parts of the assistant together."""

from pathlib import Path

from assistant.advice.matching import Tables
from assistant.context import Limits, NamedModel, TurnContext
from assistant.evidence import EvidenceWriter
from assistant.labour import LabourFeed, Shelf
from assistant.models.breaker import Breaker
from assistant.models.embedded import NAME, EmbeddedChatModel
from assistant.naming import Register
from assistant.rails import rails_by_language
from assistant.toolbox import ToolBox
from assistant.tools import (
    LiveRegister,
    assess_interests_tool,
    compare_tool,
    correct_profile_tool,
    explain_recommendation_tool,
    explain_tool,
    gap_tool,
    get_qualification_tool,
    institutions_tool,
    keep_profile_tool,
    labour_market_tool,
    more_tools_tool,
    occupations_tool,
    pathways_tool,
    plan_tool,
    recommend_tool,
    school_choice_tool,
    search_qualifications_tool,
    show_profile_tool,
    similar_tool,
    update_profile_tool,
)
from assistant.tools.linking import SkillNames
from guardrails.inputs import input_rails
from prompts import Prompts
from register.vocabulary import Audience, Language
from retrieval.protocol import RecordIndex


def assemble(  # noqa: PLR0913 - each is one part that is put in
    index: RecordIndex,
    prompts: Prompts | None = None,
    *,
    models: tuple[NamedModel, ...] = (),
    judge_seconds: float = 0.0,
    live: LiveRegister | None = None,
    labour: LabourFeed | None = None,
    esco: SkillNames | None = None,
    limits: Limits | None = None,
    max_chars: int = 4000,
    data_dir: Path | None = None,
    language: Language = Language.PL,
    audience: Audience = Audience.ADULT,
) -> TurnContext:
    """Return what the steps work with; ``models`` are tried before the embedded one, which is always last.

    With ``judge_seconds`` a model on a server judges its own draft, for so long at most (0: never).
    ``live``, ``labour`` and ``esco`` are sources outside the index; ``data_dir`` is where the switch is that turns
    answering off, and without it there is none.
    """
    prompts = prompts or Prompts()
    tables = Tables(index)
    shelf = Shelf(index, prompts, labour)
    tools = (
        search_qualifications_tool(index),
        get_qualification_tool(index, live),
        institutions_tool(index),
        explain_tool(index),
        occupations_tool(index),
        similar_tool(index),
        labour_market_tool(shelf),
        recommend_tool(index, tables, prompts),
        explain_recommendation_tool(index, tables, prompts),
        pathways_tool(index, prompts),
        plan_tool(index, prompts),
        assess_interests_tool(index, prompts),
        update_profile_tool(index, tables, prompts, esco),
        show_profile_tool(prompts),
        correct_profile_tool(prompts),
        keep_profile_tool(prompts),
        gap_tool(index, tables, prompts),
        compare_tool(index, prompts),
        school_choice_tool(index, tables, prompts),
        more_tools_tool(),
    )
    return TurnContext(
        index=index,
        shelf=shelf,
        prompts=prompts,
        tables=tables,
        toolbox=ToolBox(tools, EvidenceWriter(prompts)),
        models=(*models, NamedModel(NAME, EmbeddedChatModel(prompts=prompts))),
        input_rails=input_rails(max_chars=max_chars, data_dir=data_dir),
        output_rails=rails_by_language(prompts, Register(index)),
        judges=_judges(models) if judge_seconds else {},
        judge_seconds=judge_seconds,
        limits=limits or Limits(),
        language=language,
        audience=audience,
    )


def _judges(models: tuple[NamedModel, ...]) -> dict[str, Breaker]:
    return {one.name: Breaker() for one in models if one.served is not None}
