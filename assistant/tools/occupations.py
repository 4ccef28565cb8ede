"""``search_occupations``: occupations by name, everyday words or tasks, or all of a branch of schooling."""

import re
from collections.abc import Iterable, Sequence

from pydantic import BaseModel, ConfigDict, Field

from assistant.desk import Desk
from assistant.toolbox import Found, Tool
from assistant.tools.search import search
from register.occupation import Occupation
from register.vocabulary import RecordType
from retrieval.analysis import fold, normalise
from retrieval.protocol import Filters, RecordIndex

OCCUPATIONS = Filters(types=frozenset({RecordType.OCCUPATION}))
_PART = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS, _ENOUGH_LETTERS, _ENDING = 4, 9, 2
"""A word that holds the first letters of another is it: «informatycznej» and «teleinformatyczna»."""


class SearchOccupations(BaseModel):
    """Find occupations: what one does in them, which school teaches them, which qualifications they consist of."""

    model_config = ConfigDict(title="search_occupations", extra="forbid")

    query: str = Field(min_length=1, max_length=500, description="name, everyday word, task or KZiS code")
    limit: int = Field(5, ge=1, le=40)
    branch: str = Field("", max_length=100, description="all taught in this branch of schooling (name or code) instead")
    school: str = Field(
        "", max_length=30, description="all taught in technikum, BS I, BS II or szkoła policealna instead"
    )
    only: bool = Field(False, description="with school: taught in no other school")


def occupations_tool(index: RecordIndex) -> Tool:
    """Build the tool over ``index``."""

    async def run(arguments: SearchOccupations, _desk: Desk) -> Found:
        if not arguments.branch and not arguments.school:
            return search(index, arguments.query, arguments.limit, OCCUPATIONS)
        every = [record for record in index.records(OCCUPATIONS) if isinstance(record, Occupation)]
        found = of_branch(every, arguments.branch) if arguments.branch else sorted(every, key=lambda one: one.name)
        kept = [one for one in found if taught_in(one, arguments.school, only=arguments.only)]
        shown = kept[: arguments.limit]
        return Found(tuple(shown), tuple(1.0 for _ in shown), data={"total": len(kept)})

    return Tool("search_occupations", SearchOccupations, run)


def of_branch(occupations: Iterable[Occupation], branch: str) -> list[Occupation]:
    """Return the occupations of a branch that are not withdrawn, by name; of some the type of school is not held.

    ``branch`` is its code or words of its name in any inflection; of several branches the one is taken whose name has
    most of them. An unknown branch has none.
    """
    taught = [one for one in occupations if one.branch and not one.withdrawn]
    if coded := [one for one in taught if one.branch_code and one.branch_code == branch.strip().upper()]:
        return sorted(coded, key=lambda one: one.name)
    likeness = {name: _likeness(branch, one) for name, one in {one.branch: one for one in taught}.items()}
    best = max(likeness.values(), default=0.0)
    kept = (one for one in taught if best and likeness[one.branch] == best)
    return sorted(kept, key=lambda one: one.name)


def taught_in(occupation: Occupation, school: str, *, only: bool = False) -> bool:
    """Tell whether schools of the type ``school`` (any where none is named) teach an occupation, and ``only`` they."""
    if not school:
        return True
    return (
        not occupation.withdrawn
        and school in occupation.school_types
        and not (only and len(occupation.school_types) > 1)
    )


def _likeness(said: str, occupation: Occupation) -> float:
    """The Dice coefficient of the words said and the words of the branch's name."""
    asked, name = _words(said), _words(occupation.branch)
    every = bool(asked) and all(any(_stem(word) in other for other in name) for word in asked)
    return 2 * len(asked) / (len(asked) + len(name)) if every else 0.0


def _stem(word: str) -> str:
    return word[: max(_FEWEST_LETTERS, min(_ENOUGH_LETTERS, len(word) - _ENDING))]


def _words(text: str) -> Sequence[str]:
    return _PART.findall(fold(normalise(text)))
