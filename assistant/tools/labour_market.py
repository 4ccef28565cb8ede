"""``labour_market``: demand, pay, graduates' outcomes, unemployment, offers and courses, each figure with its date."""

import asyncio
from dataclasses import replace

from pydantic import BaseModel, ConfigDict, Field

from assistant.desk import Desk
from assistant.labour import Answered, Question, Shelf
from assistant.toolbox import Found, Tool
from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import LabourTopic, RecordType
from retrieval.protocol import Filters, RecordIndex, SearchQuery

SURE = 0.6


class LabourMarket(BaseModel):
    """Read sourced figures of the Polish labour market; each has a period, a source and limits: say them.

    Notes name what is not held: ``labour:not_held:pay`` means that there is no pay figure for this occupation (general
    ones may still come), ``not_listed`` that it is not on the national list of demand. Say so; never estimate.
    """

    model_config = ConfigDict(title="labour_market", extra="forbid")

    occupation: str = Field("", max_length=200, description="record id, KZiS code or name of an occupation")
    field: str = Field("", max_length=200, description="field or level of study, where no occupation is meant")
    region: str = Field("", max_length=60, description="voivodeship in Polish, lower case")
    topic: LabourTopic | None = None
    period: str = Field("", pattern=r"^(\d{4})?$", description="year asked for; without it the newest")
    group: str = Field("", pattern=r"^\d{0,5}$", description="first digits of KZiS codes, for a whole group")
    listed: bool = Field(False, description="name the occupations on the national list of demand")
    limit: int = Field(8, ge=1, le=40)


def labour_market_tool(shelf: Shelf) -> Tool:
    """Build the tool over ``shelf``; where it has sources outside the index it is asked in a thread of its own."""

    async def run(arguments: LabourMarket, _desk: Desk) -> Found:
        occupation = occupation_of(shelf.index, arguments.occupation) if arguments.occupation else None
        question = _question(occupation, arguments)
        # Without live sources the answer is arithmetic in memory: a thread would cost more than it frees.
        told = await asyncio.to_thread(shelf.ask, question) if shelf.waits else shelf.ask(question)
        return _found(told, arguments, unknown=bool(arguments.occupation) and occupation is None)

    return Tool("labour_market", LabourMarket, run)


def question_of(occupation: Occupation, region: str = "", topic: LabourTopic | None = None) -> Question:
    """Return the question about ``occupation`` as the sources are asked it."""
    parts = tuple(part for choice in occupation.qualifications for part in choice)
    names = (occupation.name, occupation.feminine, occupation.masculine)
    return Question(
        occupation=occupation.id,
        code=occupation.code,
        names=tuple(dict.fromkeys(filter(None, names))),
        qualifications=(*parts, *filter(None, (occupation.full_qualification,))),
        region=region.strip().casefold(),
        topics=frozenset({topic} if topic else ()),
    )


def occupation_of(index: RecordIndex, wanted: str) -> Occupation | None:
    """Return the occupation that an id, a code or a name means, or ``None``; a qualification leads to its first one."""
    wanted = wanted.strip()
    record = index.get(wanted if ":" in wanted else f"kzis:{wanted}")
    if isinstance(record, Qualification) and record.occupations:
        record = index.get(record.occupations[0])
    if record is None and ":" not in wanted:
        filters = Filters(types=frozenset({RecordType.OCCUPATION}))
        hits = index.search(SearchQuery(wanted, limit=1, filters=filters)).hits
        record = hits[0].record if hits and hits[0].confidence >= SURE else None
    return record if isinstance(record, Occupation) else None


def _question(occupation: Occupation | None, arguments: LabourMarket) -> Question:
    if occupation is not None:
        asked = question_of(occupation, arguments.region, arguments.topic)
        return replace(asked, period=arguments.period)
    named = arguments.field.strip() or arguments.occupation.strip()
    topics = frozenset({arguments.topic} if arguments.topic else ())
    return Question(
        field=named,
        region=arguments.region.strip().casefold(),
        topics=topics,
        code=arguments.group,
        period=arguments.period,
        listed=arguments.listed,
    )


def _found(told: Answered, arguments: LabourMarket, *, unknown: bool) -> Found:
    figures = told.figures[: arguments.limit]
    cut = len(told.figures) - len(figures)
    notes = (*((f"labour:unknown_occupation:{arguments.occupation}",) if unknown else ()), *told.notes)
    return Found(figures, (1.0,) * len(figures), (*notes, *((f"labour:more:{cut}",) if cut else ())))
