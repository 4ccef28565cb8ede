"""``find_similar``: records of like character."""

from pydantic import BaseModel, ConfigDict, Field

from assistant.desk import Desk
from assistant.toolbox import Found, Tool
from retrieval.protocol import RecordIndex


class FindSimilar(BaseModel):
    """Find records of the same kind and like character as one that is known by its record id."""

    model_config = ConfigDict(title="find_similar", extra="forbid")

    id: str = Field(min_length=1, max_length=100)
    limit: int = Field(5, ge=1, le=10)


def similar_tool(index: RecordIndex) -> Tool:
    """Build the tool over ``index``."""

    async def run(arguments: FindSimilar, _desk: Desk) -> Found:
        try:
            hits = index.similar(arguments.id, arguments.limit)
        except KeyError:
            return Found(notes=(f"there is no record {arguments.id}",))
        return Found(tuple(hit.record for hit in hits), tuple(round(hit.confidence, 3) for hit in hits))

    return Tool("find_similar", FindSimilar, run)
