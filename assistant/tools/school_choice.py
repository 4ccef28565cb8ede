"""``school_choice``: branches and occupations for a pupil, the schools that lead there, and what comes after."""

import asyncio

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from assistant.advice.matching import Person, Tables, about, person_of
from assistant.advice.plan.build import SCHOOLS
from assistant.advice.school.choosing import AFTER, Choice, choice_of, choose
from assistant.advice.school.wording import SchoolWords
from assistant.answer import Factor, Recommendation
from assistant.desk import Desk
from assistant.evidence import Remark
from assistant.notebook import Edit, Notebook, Suggested
from assistant.toolbox import Found, Tool
from assistant.tools.occupations import OCCUPATIONS
from prompts import Prompts
from register.library import AnyRecord
from register.occupation import Occupation
from retrieval.protocol import RecordIndex

LOOKED_AT = 40
MOST_RULES = 8


class SchoolChoice(BaseModel):
    """For pupils and parents: occupations taught in schools that fit the interests and the wish.

    Says for each which school leads there and how long, what one does, the level, what comes after, restrictions,
    demand, and the date of the data. ``ids`` puts two or three occupations side by side instead of ranking.
    """

    model_config = ConfigDict(title="school_choice", extra="forbid")

    wish: str = Field("", max_length=500, description="what the pupil likes or wants, in their words")
    branch: str = Field("", pattern=r"^([A-Z]{3})?$", description="code of a branch to stay in, e.g. INF")
    ids: list[str] = Field(default_factory=list, max_length=3, description="kzis: ids to compare")
    limit: int = Field(5, ge=1, le=10)


def school_choice_tool(index: RecordIndex, tables: Tables, prompts: Prompts) -> Tool:
    """Build the tool."""

    async def run(arguments: SchoolChoice, desk: Desk) -> Found:
        words = SchoolWords(prompts, desk.language, await asyncio.to_thread(tables.now))
        person = person_of(desk.notebook, arguments.wish.strip())
        if arguments.ids:
            choices, missing = _named(arguments.ids, person, index, tables)
            notes = tuple(words.unknown(one) for one in missing)
        elif not person.wish and person.interests is None:
            return Found(notes=(words.nothing_told(),), data={"missing": "profile"})
        else:
            choices, notes = await asyncio.to_thread(_chosen, arguments, person, index, tables), ()
        return _found(choices, notes, index, words, person)

    return Tool("school_choice", SchoolChoice, run)


def _named(ids: list[str], person: Person, index: RecordIndex, tables: Tables) -> tuple[tuple[Choice, ...], list[str]]:
    wanted = [one if ":" in one else f"kzis:{one}" for one in (one.strip() for one in ids)]
    fits = about(index, tables.now(), person.wish, OCCUPATIONS.types, LOOKED_AT)
    found = {record.id: record for record in index.get_many(wanted) if isinstance(record, Occupation)}
    choices = tuple(
        choice_of(record, person.interests, fits.get(record.id, 0.0) if person.wish else None)
        for record in found.values()
    )
    return choices, [one for one in wanted if one not in found]


def _chosen(arguments: SchoolChoice, person: Person, index: RecordIndex, tables: Tables) -> tuple[Choice, ...]:
    return choose(
        tables.now().occupations,
        person.interests,
        about(index, tables.now(), person.wish, OCCUPATIONS.types, LOOKED_AT),
        wished=bool(person.wish),
        branch=arguments.branch,
        limit=arguments.limit,
    )


def _found(
    choices: tuple[Choice, ...], notes: tuple[str, ...], index: RecordIndex, words: SchoolWords, person: Person
) -> Found:
    facts = index.get_many(_rules(choices))
    records: tuple[AnyRecord, ...] = (*(one.occupation for one in choices), *facts)
    return Found(
        records=records,
        confidences=(*(round(one.score, 3) for one in choices), *(0.3 for _ in facts)),
        notes=(*notes, words.check()) if choices else (*notes, words.nothing_found(person.wish)),
        remarks={one.occupation.id: Remark(words.lines(one), {"score": one.score}) for one in choices},
        recommendations=tuple(_recommendation(one, words, person) for one in choices),
        edit=_keeping(choices, person) if choices else None,
        data={"choices": [_as_json(one) for one in choices]},
    )


def _keeping(choices: tuple[Choice, ...], person: Person) -> Edit:
    """Note the wish, and the choices for the plan."""
    kept: list[JsonValue] = [
        Suggested(
            record_id=one.occupation.id,
            score=one.score,
            values={name: value for name, (_, value) in one.factors.items()},
        ).model_dump(mode="json")
        for one in choices
    ]

    def edit(notebook: Notebook) -> Notebook:
        wish = {"wish": person.wish} if person.wish else {}
        return notebook.model_copy(update={**wish, "plan": {**notebook.plan, SCHOOLS: kept}})

    return edit


def _rules(choices: tuple[Choice, ...]) -> list[str]:
    """The rules the durations and the next steps rest on, each once."""
    ways = [way for one in choices for way in one.ways]
    named = [rule for way in ways for rule in way.rules] + [AFTER[way.school] for way in ways if way.school in AFTER]
    return list(dict.fromkeys(named))[:MOST_RULES]


def _recommendation(choice: Choice, words: SchoolWords, person: Person) -> Recommendation:
    because = tuple(
        Factor(factor=name, weight=weight, value=value, text=words.factor(name, value, choice.occupation, person))
        for name, (weight, value) in choice.factors.items()
    )
    return Recommendation(
        record_id=choice.occupation.id, title=choice.occupation.name, score=choice.score, because=because
    )


def _as_json(choice: Choice) -> dict[str, object]:
    occupation = choice.occupation
    return {
        "record_id": occupation.id,
        "name": occupation.name,
        "branch": occupation.branch,
        "branch_code": occupation.branch_code,
        "level": occupation.full_prk_level,
        "later": choice.later,
        "ways": [{"school": way.school, "years": way.years, "rules": list(way.rules)} for way in choice.ways],
        "restrictions": occupation.entry_restrictions,
        "score": choice.score,
    }
