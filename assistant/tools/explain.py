"""``explain_system``: rules and notions of the qualifications system."""

from pydantic import BaseModel, ConfigDict, Field

from assistant.desk import Desk
from assistant.toolbox import Found, Tool
from assistant.tools.search import search
from register.vocabulary import RecordType
from retrieval.protocol import Filters, RecordIndex


class ExplainSystem(BaseModel):
    """Explain a rule or notion of the Polish qualifications system (courses, exams, levels, validity, recognition).

    Also says what the register does not hold, and what is an entitlement under other laws.
    """

    model_config = ConfigDict(title="explain_system", extra="forbid")

    question: str = Field(min_length=1, max_length=500, description="the question, in the user's words")
    limit: int = Field(4, ge=1, le=10)


def explain_tool(index: RecordIndex) -> Tool:
    """Build the tool over ``index``."""

    async def run(arguments: ExplainSystem, _desk: Desk) -> Found:
        filters = Filters(types=frozenset({RecordType.SYSTEM_FACT}))
        return search(index, arguments.question, arguments.limit, filters, interpret=False)

    return Tool("explain_system", ExplainSystem, run, of_rules=True)
