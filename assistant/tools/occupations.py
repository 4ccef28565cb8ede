"""``search_occupations``: occupations by name, everyday words or tasks."""

from pydantic import BaseModel, ConfigDict, Field

from assistant.desk import Desk
from assistant.toolbox import Found, Tool
from assistant.tools.search import search
from register.vocabulary import RecordType
from retrieval.protocol import Filters, RecordIndex


class SearchOccupations(BaseModel):
    """Find occupations: what one does in them, which school teaches them, which qualifications they consist of."""

    model_config = ConfigDict(title="search_occupations", extra="forbid")

    query: str = Field(min_length=1, max_length=500, description="name, everyday word, task or KZiS code")
    limit: int = Field(5, ge=1, le=20)


def occupations_tool(index: RecordIndex) -> Tool:
    """Build the tool over ``index``."""

    async def run(arguments: SearchOccupations, _desk: Desk) -> Found:
        filters = Filters(types=frozenset({RecordType.OCCUPATION}))
        return search(index, arguments.query, arguments.limit, filters)

    return Tool("search_occupations", SearchOccupations, run)
