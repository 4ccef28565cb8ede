"""``recommend_qualifications``: the whole register ranked for one person, with every number and reason."""

import asyncio
from collections.abc import Mapping

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from assistant.advice.matching import (
    FactorName,
    MatchingError,
    Person,
    Ranking,
    Tables,
    Wanted,
    kept_away,
    liked,
    likings_of,
    person_of,
    put_first,
    rank,
    relevance,
    weights_of,
)
from assistant.advice.matching.factors import ORDER
from assistant.advice.matching.wording import Wording
from assistant.advice.school.liked import LikedWords
from assistant.desk import Desk
from assistant.evidence import Remark
from assistant.notebook import Edit, Notebook, Suggested, noting
from assistant.toolbox import Found, Tool
from prompts import Prompts
from register.vocabulary import QualificationCategory
from retrieval.protocol import RecordIndex

BESIDE = 0.3
"""How far a rule told beside what is liked answers by itself."""
_REMEMBERED = ("minor", "unwanted")
"""Conditions that hold until others are told."""


class RecommendQualifications(BaseModel):
    """Rank the whole register for this person by visible factors: wish, interests, skills, entry, level, demand, pay.

    Uses the notebook (profile, questionnaire). Give ``more_important`` and ``less_important`` when the user says one
    factor matters more than another; the weights are remembered. Every result says why, and what is not known.
    """

    model_config = ConfigDict(title="recommend_qualifications", extra="forbid")

    wish: str = Field("", max_length=500, description="what the user wants to do, in their words; empty: as before")
    limit: int = Field(5, ge=1, le=10)
    prk_levels: list[int] = Field(default_factory=list, max_length=8, description="levels 1-8 to keep")
    categories: list[QualificationCategory] = Field(default_factory=list, max_length=9)
    more_important: FactorName | None = Field(None, description="the factor that matters more")
    less_important: FactorName | None = Field(None, description="the factor that matters less")
    weights: dict[FactorName, float] = Field(default_factory=dict, description="weights 0-1, instead of the others")
    unwanted: list[str] | None = Field(
        None, max_length=8, description="what the user does not want, a thing each, in their words; empty: as before"
    )
    minor: bool | None = Field(None, description="true where the user says they are under 18; empty: as before")
    reset_weights: bool = Field(False, description="go back to the default weights")


def recommend_tool(index: RecordIndex, tables: Tables, prompts: Prompts) -> Tool:
    """Build the ranking tool over the whole register."""

    async def run(arguments: RecommendQualifications, desk: Desk) -> Found:
        if wrong := [level for level in arguments.prk_levels if not 1 <= level <= 8]:
            return Found(notes=(prompts.phrase("advice.error.bad_level", desk.language, level=wrong[0]),))
        try:
            weights = _weights(arguments, desk.notebook)
        except MatchingError as error:
            return Found(notes=(prompts.phrase(f"advice.error.{error.reason}", desk.language),))
        person = person_of(desk.notebook, arguments.wish.strip())
        kept: dict[str, object] = {
            name: desk.notebook.asked.get(name) for name in _REMEMBERED if getattr(arguments, name) is None
        }
        if arguments.unwanted is None and kept["unwanted"]:
            kept["unwanted"] = _still_unwanted(kept["unwanted"], arguments.wish)
        arguments = arguments.model_copy(update=kept)
        if not told_anything(person):
            return Found(notes=(prompts.phrase("advice.nothing_told", desk.language),), data={"missing": "profile"})
        ranking = await asyncio.to_thread(ranked, index, tables, person, weights, arguments)
        return _found(index, ranking, arguments, desk, prompts)

    return Tool("recommend_qualifications", RecommendQualifications, run)


def _still_unwanted(before: object, wish: str) -> list[str]:
    """What was not wanted before, without what is liked now after all."""
    liked_now = {one.key for one in likings_of(wish)}
    told = [str(one) for one in before] if isinstance(before, list) else []
    return [one for one in told if liked_now.isdisjoint(liking.key for liking in likings_of(one))]


def ranked(
    index: RecordIndex,
    tables: Tables,
    person: Person,
    weights: Mapping[FactorName, float],
    arguments: RecommendQualifications,
) -> Ranking:
    """Rank the register of the snapshot that serves; blocks for some milliseconds."""
    table = tables.now()
    fits = relevance(index, table, person.wish)
    wanted = Wanted(
        frozenset(arguments.prk_levels),
        frozenset(arguments.categories),
        minor=bool(arguments.minor),
        unwanted=kept_away(table, arguments.unwanted or ()),
    )
    likings = liked(table, person.wish).records
    return rank(table, person, fits, weights, wanted=wanted, likings=likings, limit=arguments.limit)


def _weights(arguments: RecommendQualifications, notebook: Notebook) -> dict[FactorName, float]:
    """The weights chosen now, on top of those chosen before."""
    before = {} if arguments.reset_weights else notebook.weights
    weights = weights_of({**before, **{name.value: weight for name, weight in arguments.weights.items()}})
    more, less = arguments.more_important, arguments.less_important
    if more is None:
        return weights
    rest = max((name for name in weights if name is not more), key=lambda name: weights[name])
    return put_first(weights, more, less or rest)


def told_anything(person: Person) -> bool:
    """Whether there is anything to rank by."""
    return bool(person.wish or person.interests or person.skills or person.level)


def _found(
    index: RecordIndex, ranking: Ranking, arguments: RecommendQualifications, desk: Desk, prompts: Prompts
) -> Found:
    wording = Wording(prompts, desk.language, ranking)
    weights = {name.value: round(weight, 6) for name, weight in ranking.scores.chosen.items()}
    changed = (*_changes(ranking, desk, prompts), *_unknown(ranking, arguments, desk, prompts))
    likings = liked(ranking.table, ranking.person.wish)
    told = LikedWords(prompts, desk.language, ranking, likings, minor=bool(arguments.minor))
    occupations = told.occupations()
    beside = [*occupations.values(), *(record for one in told.beside if (record := index.get(one)) is not None)]
    return Found(
        records=(*(ranking.row(place).record for place in ranking.chosen), *beside),
        confidences=(*(round(ranking.score(place), 3) for place in ranking.chosen), *(BESIDE for _ in beside)),
        notes=(*changed, *_notes(ranking, desk, prompts)),
        remarks={
            **{ranking.row(place).record.id: _remark(ranking, place, wording, told) for place in ranking.chosen},
            **{one.id: Remark((*told.lines(place), *wording.lines(place))) for place, one in occupations.items()},
        },
        recommendations=tuple(wording.recommendation(place) for place in ranking.chosen),
        edit=_edit(ranking, arguments, weights),
        data={
            "wish": ranking.person.wish,
            "weights": weights,
            "left_out": dict(ranking.left_out),
            "changes": list(changed),
            **told.data(arguments.unwanted or ()),
        },
    )


def _edit(ranking: Ranking, arguments: RecommendQualifications, weights: Mapping[str, float]) -> Edit:
    suggested = tuple(
        Suggested(
            record_id=ranking.row(place).record.id,
            score=ranking.score(place),
            values={one.name.value: one.value for one in ranking.reasons(place)},
        )
        for place in ranking.chosen
    )
    asked = arguments.model_dump(
        mode="json", include={"prk_levels", "categories", "limit", "minor", "unwanted"}, exclude_defaults=True
    )
    return noting(wish=ranking.person.wish, asked=asked, weights=dict(weights), recommended=suggested)


def _remark(ranking: Ranking, place: int, wording: Wording, told: LikedWords) -> Remark:
    values = {one.name.value: one.value for one in ranking.reasons(place)}
    return Remark((*told.lines(place), *wording.lines(place)), {"score": ranking.score(place), "factors": values})


def _changes(ranking: Ranking, desk: Desk, prompts: Prompts) -> tuple[str, ...]:
    """Say which weights changed and who came into the list or left it; nothing where nothing was recommended yet."""
    before = weights_of(desk.notebook.weights)
    lines = [
        prompts.phrase(
            "advice.changed.weight",
            desk.language,
            factor=prompts.phrase(f"advice.factor.{name}.name", desk.language),
            before=round(100 * before[name]),
            after=round(100 * weight),
        )
        for name, weight in ranking.scores.chosen.items()
        if abs(before[name] - weight) > 1e-6
    ]
    old = [one.record_id for one in desk.notebook.recommended]
    now = [ranking.row(place).record.id for place in ranking.chosen]
    if old and (came := [one for one in now if one not in old]):
        lines.append(prompts.phrase("advice.changed.came", desk.language, ids=", ".join(came)))
    if old and (left := [one for one in old if one not in now]):
        lines.append(prompts.phrase("advice.changed.left", desk.language, ids=", ".join(left)))
    if lines and now == old:
        lines.append(prompts.phrase("advice.changed.same", desk.language))
    return tuple(lines)


def _unknown(ranking: Ranking, arguments: RecommendQualifications, desk: Desk, prompts: Prompts) -> tuple[str, ...]:
    """Say that the factor put first is known for no record, so that nobody waits for it to show."""
    more = arguments.more_important
    if more is None or not np.isnan(ranking.scores.values[:, ORDER.index(more)]).all():
        return ()
    name = prompts.phrase(f"advice.factor.{more}.name", desk.language)
    return (prompts.phrase("advice.changed.unknown_everywhere", desk.language, factor=name),)


def _notes(ranking: Ranking, desk: Desk, prompts: Prompts) -> tuple[str, ...]:
    """Say how many records were ranked and how many were left out, and why."""
    said = [prompts.phrase("advice.ranked", desk.language, count=len(ranking.table.rows))]
    said += [
        prompts.phrase(f"advice.left_out.{why}", desk.language, count=count) for why, count in ranking.left_out.items()
    ]
    return tuple(said)
