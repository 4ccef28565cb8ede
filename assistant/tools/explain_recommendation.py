"""``explain_recommendation``: why this one, or why not that one, from the numbers of the ranking."""

import asyncio
from collections.abc import Container

from pydantic import BaseModel, ConfigDict, Field

from assistant.advice.matching import Ranking, Tables, person_of, weights_of
from assistant.advice.matching.ranking import speaking
from assistant.advice.matching.wording import Wording
from assistant.desk import Desk
from assistant.evidence import Remark
from assistant.toolbox import Found, Tool
from assistant.tools.naming import named
from assistant.tools.qualifications import stored_qualification
from assistant.tools.recommend import RecommendQualifications, ranked, told_anything
from prompts import Prompts
from register.library import AnyRecord
from register.occupation import Occupation
from register.qualification import Qualification
from register.vocabulary import RecordType
from retrieval.analysis import analyse
from retrieval.protocol import RecordIndex

MOST_WORDS = 600
SHOWN_FROM = 0.005
"""A difference that rounds to a hundredth."""


class ExplainRecommendation(BaseModel):
    """Say why a qualification is, or is not, recommended to this person, from the numbers of the ranking."""

    model_config = ConfigDict(title="explain_recommendation", extra="forbid")

    id: str = Field(min_length=1, max_length=100, description="record id, code or name, e.g. zrk:INF.03")
    words: str = Field("", max_length=500, description="the words of a search that listed it, where none was ranked")


def explain_recommendation_tool(index: RecordIndex, tables: Tables, prompts: Prompts) -> Tool:
    """Build the tool that answers "why this?" and "why not that?"."""

    async def run(arguments: ExplainRecommendation, desk: Desk) -> Found:
        ranked_before = {one.record_id for one in desk.notebook.recommended}
        listed = index.get(arguments.id) if arguments.words and arguments.id not in ranked_before else None
        if listed is not None:
            return _by_words(listed, arguments.words, desk, prompts)
        record = _meant(index, arguments.id.strip(), ranked_before)
        person = person_of(desk.notebook)
        if record is None or not told_anything(person):
            key = "advice.unknown_record" if record is None else "advice.nothing_told"
            return Found(notes=(prompts.phrase(key, desk.language, id=arguments.id),))
        weights = weights_of(desk.notebook.weights)
        asked = RecommendQualifications.model_validate(desk.notebook.asked)
        ranking = await asyncio.to_thread(ranked, index, tables, person, weights, asked)
        place = ranking.table.place.get(record.id)
        return Found(notes=(arguments.id,)) if place is None else _explained(ranking, place, desk, prompts)

    return Tool("explain_recommendation", ExplainRecommendation, run)


def _by_words(record: AnyRecord, words: str, desk: Desk, prompts: Prompts) -> Found:
    """Which words of the search stand in the record's names, description or tasks, or among what is done in it."""
    summary = record.summary.pl if record.summary else ""
    others = (name for names in (*record.aliases.values(), *record.activities.values()) for name in names)
    text = " ".join((record.name, *others, summary, *getattr(record, "tasks", ())))
    there = {lemma for word in analyse(text, MOST_WORDS).words for lemma in word.lemmas}
    said = [word.surface for word in analyse(words).content if not there.isdisjoint(word.lemmas)]
    key = "advice.why.words" if said else "advice.why.alike"
    line = prompts.phrase(key, desk.language, words=", ".join(dict.fromkeys(said)))
    return Found((record,), (1.0,), notes=(line,), remarks={record.id: Remark((line,))})


def _meant(index: RecordIndex, said: str, ranked: Container[str]) -> Qualification | None:
    """The qualification with this id, code or name; of an occupation its first qualification, else its full one.

    A full one that was recommended is meant itself.
    """
    if (stored := stored_qualification(index, said)) is not None:
        return stored
    record = named(index, said, RecordType.QUALIFICATION, RecordType.OCCUPATION)
    if isinstance(record, Occupation):
        full = record.full_qualification
        parts = (*(part for choice in record.qualifications for part in choice), full)
        parts = (full, *parts) if full in ranked else parts
        record = next((one for part in parts if part and (one := index.get(part))), None)
    return record if isinstance(record, Qualification) else None


def _explained(ranking: Ranking, place: int, desk: Desk, prompts: Prompts) -> Found:
    """The record's reasons beside those of the record at the head of the list, and its place in the order."""
    wording = Wording(prompts, desk.language, ranking)
    head = next((one for one in ranking.chosen if one != place), None)
    shown = (place,) if head is None else (place, head)
    said = _standing(ranking, place, desk, prompts)
    lines = {one: wording.lines(one) for one in shown}
    if head is not None:
        lines[place] = (*said, *_against(ranking, place, head, desk, prompts), *lines[place])
    else:
        lines[place] = (*said, *lines[place])
    return Found(
        records=tuple(ranking.row(one).record for one in shown),
        confidences=tuple(1.0 if one == place else 0.5 for one in shown),
        notes=said,
        remarks={ranking.row(one).record.id: Remark(lines[one], {"score": ranking.score(one)}) for one in shown},
        recommendations=tuple(wording.recommendation(one) for one in shown),
        data={"rank": ranking.rank(place), "left_out": ranking.why_out(place)},
    )


def _standing(ranking: Ranking, place: int, desk: Desk, prompts: Prompts) -> tuple[str, ...]:
    if why := ranking.why_out(place):
        return (prompts.phrase(f"advice.why_not.{why}", desk.language),)
    position, ranked = ranking.rank(place), len(ranking.order)
    if position is None:
        return (prompts.phrase("advice.why_not.nothing_known", desk.language),)
    said = [prompts.phrase("advice.why_not.rank", desk.language, rank=position, count=ranked)]
    if place in ranking.chosen:
        return (prompts.phrase("advice.why.chosen", desk.language, rank=position, count=ranked),)
    if ranking.scores.little_known[place]:
        said.append(prompts.phrase("advice.why_not.little_known", desk.language))
    elif not speaking(ranking.scores)[place]:
        said.append(prompts.phrase("advice.why_not.nothing_speaks", desk.language))
    elif any(ranking.score(place) > ranking.score(one) for one in ranking.chosen):
        said.append(prompts.phrase("advice.why_not.alike", desk.language))
    return tuple(said)


def _against(ranking: Ranking, place: int, head: int, desk: Desk, prompts: Prompts) -> tuple[str, ...]:
    """Name the factors in which the record differs most from the head of the list."""
    pairs = zip(ranking.reasons(place), ranking.reasons(head), strict=True)
    gaps = sorted(((own.contribution - other.contribution, own.name) for own, other in pairs), key=lambda gap: gap[0])
    worst = [(gap, name) for gap, name in gaps if gap < -SHOWN_FROM][:2]
    return tuple(
        prompts.phrase(
            "advice.why_not.behind",
            desk.language,
            factor=prompts.phrase(f"advice.factor.{name}.name", desk.language),
            title=ranking.row(head).record.name,
            points=round(-100 * gap),
        )
        for gap, name in worst
    )
