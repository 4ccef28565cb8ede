"""``find_institutions``: who awards, examines, oversees or helps, and where."""

from pydantic import BaseModel, ConfigDict, Field

from assistant.desk import Desk
from assistant.toolbox import Found, Tool
from assistant.tools.search import search
from register.vocabulary import InstitutionRole, RecordType
from retrieval.protocol import Filters, RecordIndex


class FindInstitutions(BaseModel):
    """Find institutions: examination boards, awarding bodies, chambers of crafts, authorities, support."""

    model_config = ConfigDict(title="find_institutions", extra="forbid")

    query: str = Field(min_length=1, max_length=500, description="name, task or place")
    role: InstitutionRole | None = None
    region: str = Field("", max_length=60, description="voivodeship in Polish, lower case")
    limit: int = Field(5, ge=1, le=20)


def institutions_tool(index: RecordIndex) -> Tool:
    """Build the tool over ``index``."""

    async def run(arguments: FindInstitutions, _desk: Desk) -> Found:
        filters = Filters(
            types=frozenset({RecordType.INSTITUTION}),
            roles=frozenset({arguments.role} if arguments.role else ()),
            region=arguments.region,
        )
        return search(index, arguments.query, arguments.limit, filters, interpret=False)

    return Tool("find_institutions", FindInstitutions, run, of_rules=True)
