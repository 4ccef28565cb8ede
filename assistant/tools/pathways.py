"""``career_pathway``: how to get to an occupation or qualification from where a person stands."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.advice.pathways import (
    Constraints,
    Foreign,
    Goal,
    NoGoalError,
    Pathways,
    Schooling,
    career_pathways,
    goal_of,
    mermaid,
)
from assistant.advice.pathways.credit import credit, qualifications_of
from assistant.advice.pathways.ways import BRANCH_1, part_name
from assistant.advice.pathways.words import Line, PathwayWords
from assistant.advice.plan.build import PATHWAYS
from assistant.advice.profile import Profile, ProfileField
from assistant.desk import Desk
from assistant.evidence import Remark
from assistant.notebook import Edit, Notebook
from assistant.toolbox import Found, Tool
from assistant.tools.naming import SURE, named
from prompts import Prompts
from register.library import AnyRecord
from register.occupation import Occupation
from register.vocabulary import QualificationCategory, RecordType
from retrieval.protocol import Filters, RecordIndex, SearchQuery

Name = Annotated[str, Field(min_length=1, max_length=200)]
MOST_ADD_ONS = 3
_SCHOOLING = {schooling.name.lower(): schooling for schooling in Schooling}


class CareerPathway(BaseModel):
    """Find up to three routes to an occupation or qualification: steps, conditions, documents, times, the rules behind.

    Leave out what the person has not told; never guess it.
    """

    model_config = ConfigDict(title="career_pathway", extra="forbid")

    goal: Name = Field(description="record id, code or name of the occupation or qualification to reach")
    schooling: str = Field(
        "", pattern=f"^({'|'.join(_SCHOOLING)})?$", description=f"finished education: {', '.join(_SCHOOLING)}"
    )
    adult: bool | None = Field(None, description="18 or older; only courses and exams for adults depend on it")
    years_in_occupation: float | None = Field(
        None, ge=0, le=70, description="years of work or learning in the goal's field"
    )
    origin: str = Field("", max_length=200, description="occupation the person comes from; its qualifications are held")
    held: list[Name] = Field(default_factory=list, max_length=20, description="ids or codes of qualifications held")
    finished_occupation: str = Field(
        "", max_length=200, description="occupation of a finished first-degree branch school"
    )
    without_school: bool = False
    without_course: bool = False
    most_months: int | None = Field(None, ge=1, le=600)
    foreign: Foreign | None = Field(None, description="papers from abroad that need recognition first")


def pathways_tool(index: RecordIndex, prompts: Prompts) -> Tool:
    """Build the tool over ``index``; ``prompts`` words the routes."""

    async def run(arguments: CareerPathway, desk: Desk) -> Found:
        words = PathwayWords(prompts, desk.language)
        goal_record = named(index, arguments.goal, RecordType.OCCUPATION, RecordType.QUALIFICATION)
        try:
            goal = goal_of(goal_record, index.get)
        except NoGoalError as error:
            return _no_goal(goal_record, str(error), words)
        origin = _origin(arguments, goal, index)
        told = _told(arguments, desk.notebook.profile, index, origin)
        found = _brought(career_pathways(goal, told, index.get), goal, origin, index)
        return _found(found, words, index, _add_ons(goal_record, index) if found.routes else ())

    return Tool("career_pathway", CareerPathway, run)


def _origin(arguments: CareerPathway, goal: Goal, index: RecordIndex) -> Occupation | None:
    """The occupation the person comes from, where the data name its qualifications and it is not the goal itself."""
    origin = named(index, arguments.origin, RecordType.OCCUPATION) if arguments.origin else None
    known = isinstance(origin, Occupation) and origin.qualifications and goal.occupation and origin != goal.occupation
    return origin if known and isinstance(origin, Occupation) else None


def _brought(found: Pathways, goal: Goal, origin: Occupation | None, index: RecordIndex) -> Pathways:
    """The pathways with what the occupation left behind saves; of an unnamed qualification its code is told."""
    if origin is None:
        return found
    kept = credit(goal.parts, qualifications_of(origin)).brought
    return found.model_copy(
        update={
            "origin_id": origin.id,
            "origin_name": origin.name,
            "brought": {part: part_name(part, index.get) for part in kept},
        }
    )


def _told(
    arguments: CareerPathway, profile: Profile, index: RecordIndex, origin: Occupation | None = None
) -> Constraints:
    """Return what the arguments say, what ``origin`` brings, and the held qualifications a confirmed profile links to.

    Whether its school was finished lately enough for the second degree is left to be checked.
    """
    held = [record.id for said in arguments.held if (record := named(index, said, RecordType.QUALIFICATION))]
    held += [link.id for entry in profile.of(ProfileField.QUALIFICATIONS) if entry.confirmed for link in entry.links]
    finished = (
        named(index, arguments.finished_occupation, RecordType.OCCUPATION) if arguments.finished_occupation else None
    )
    held += qualifications_of(origin)
    finished_id = finished.id if finished else origin.id if origin and BRANCH_1 in origin.school_types else ""
    return Constraints(
        schooling=_SCHOOLING.get(arguments.schooling),
        adult=arguments.adult,
        years_in_occupation=arguments.years_in_occupation,
        held=tuple(dict.fromkeys(held)),
        finished_occupation=finished_id,
        without_school=arguments.without_school,
        without_course=arguments.without_course,
        most_months=arguments.most_months,
        foreign=arguments.foreign,
    )


def _no_goal(record: AnyRecord | None, reason: str, words: PathwayWords) -> Found:
    note = words.note(reason)
    if record is None:
        return Found(notes=(note,))
    line = {"text": note, "sources": [record.id], "depth": 0}
    return Found((record,), (1.0,), (note,), remarks={record.id: Remark((note,))}, data={"lines": [line]})


def _add_ons(goal: AnyRecord | None, index: RecordIndex) -> tuple[AnyRecord, ...]:
    """Market qualifications that speak of the goal's occupation in their words.

    The register joins no market qualification to an occupation, so this is a search and is said to be one.
    """
    if not isinstance(goal, Occupation):
        return ()
    market = Filters(types=frozenset({RecordType.QUALIFICATION}), categories=frozenset({QualificationCategory.MARKET}))
    hits = index.search(SearchQuery(goal.name, MOST_ADD_ONS, market, interpret=False)).hits
    return tuple(hit.record for hit in hits if hit.confidence >= SURE)


def _found(found: Pathways, words: PathwayWords, index: RecordIndex, add_ons: tuple[AnyRecord, ...]) -> Found:
    lines = (*words.lines(found), *words.add_ons({record.id: record.name for record in add_ons}))
    records = index.get_many(tuple(dict.fromkeys((found.goal_id, *_sources(lines)))))
    return Found(
        records=records,
        confidences=(1.0,) * len(records),
        notes=tuple("  " * line.depth + line.text for line in lines),
        remarks=_remarks(lines),
        edit=_keeping(found),
        data={
            "pathways": found.model_dump(mode="json"),
            "lines": [{"text": line.text, "sources": list(line.sources), "depth": line.depth} for line in lines],
            "add_ons": [record.id for record in add_ons],
            "mermaid": mermaid(found, words.step, words.start()),
        },
    )


def _sources(lines: tuple[Line, ...]) -> Iterator[str]:
    return (source for line in lines for source in line.sources)


def _remarks(lines: tuple[Line, ...]) -> dict[str, Remark]:
    """Return each line under the first record it rests on, so that a sentence made of it can be checked."""
    of_record: dict[str, list[str]] = {}
    for line in lines:
        if line.sources:
            of_record.setdefault(line.sources[0], []).append(line.text)
    return {record_id: Remark(tuple(texts)) for record_id, texts in of_record.items()}


def _keeping(found: Pathways) -> Edit:
    def edit(notebook: Notebook) -> Notebook:
        return notebook.model_copy(update={"plan": {**notebook.plan, PATHWAYS: found.model_dump(mode="json")}})

    return edit
