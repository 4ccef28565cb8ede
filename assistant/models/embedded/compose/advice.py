"""Recommendations in a conversation: what fits best by the numbers of the ranking, and why."""

import re
from collections.abc import Iterable, Mapping
from textwrap import shorten

from assistant.advice.matching import FactorName
from assistant.answer import Recommendation
from assistant.models.embedded.compose import liked, talk
from assistant.models.embedded.compose.shared import say_each
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import label_for
from assistant.models.embedded.dialogue.going_round import wanted
from assistant.models.embedded.words.intents import Intent
from guardrails.sentences import split
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, Audience

RECOMMEND, EXPLAIN = "recommend_qualifications", "explain_recommendation"
MOST_SHOWN = 5
MOST_REASONS = 3
LONGEST_WISH = 80
ABOUT_IT = 0.25
_OF_PERSON = frozenset({FactorName.INTERESTS, FactorName.SKILLS})
_BESIDE_WISH = frozenset({FactorName.INTERESTS, FactorName.SKILLS, FactorName.DEMAND})
_SENTENCE_END = re.compile(r"[.!?]+\s+(?=[A-ZĄĆĘŁŃÓŚŹŻА-ЯІЇЄҐ])")


def recommend(task: Task) -> Composed:
    """List what the ranking put first, each with its strongest reasons; ask first where nothing was told."""
    result = task.brought(RECOMMEND)
    if result is None or not result.recommendations:
        return talk.undecided(task)
    told = {one.record_id: one for one in result.recommendations}
    ranked = [record for record in result.evidence if record.record_id in told]
    if result.data.get("likings") and task.wish.call is not None:
        return liked.liked(task, result, ranked, {one.record_id: _beside_wish(task, one, told) for one in ranked})
    records = wanted(ranked, task.wish, task.situation.memo.shown)[:MOST_SHOWN]
    if not records:
        return talk.no_others(task)
    if task.wish.intent is Intent.WEIGHTS:
        for note in result.notes:
            task.draft.quote(note)
        task.draft.paragraph()
    talk.left_out(task)
    wish = _shown(str(result.data.get("wish", "")))
    task.draft.say("dialogue.recommended_for" if wish else "dialogue.recommended_head", wish=wish)
    plain = task.situation.audience is Audience.YOUTH and not _compared(result.recommendations)
    shown = [
        (label_for(record, task.draft) if plain else _heading(task, record, told[record.record_id]), record)
        for record in records
    ]
    reasons = {
        record.record_id: (*_parts(task, record), *_reasons(told[record.record_id], plain=plain)) for record in records
    }
    say_each(task, shown, reasons)
    task.draft.paragraph()
    task.draft.say("dialogue.next_steps")
    task.decide()
    choices = [f"{record.record_id}|{record.title}" for record in records]
    return task.done(focus=records, options=choices, suggestions=[task.draft.phrase("dialogue.ask_why")])


def suits(task: Task) -> bool:
    """Tell whether something was recommended that is about the wish in more than a word in passing."""
    result = task.brought(RECOMMEND)
    factors = (factor for one in (result.recommendations if result else ()) for factor in one.because)
    return any(factor.factor == FactorName.WISH and (factor.value or 0.0) >= ABOUT_IT for factor in factors)


def _shown(wish: str) -> str:
    """A wish as it is quoted: in one sentence, the first words of a long one."""
    return shorten(_SENTENCE_END.sub("; ", wish), LONGEST_WISH, placeholder=" …")


def _heading(task: Task, record: Evidence, told: Recommendation) -> str:
    name = label_for(record, task.draft)
    return task.draft.phrase("dialogue.recommended_item", name=name, percent=round(100 * told.score))


def _parts(task: Task, record: Evidence) -> tuple[str, ...]:
    """The codes a full qualification consists of: its parts do not stand in the list beside it."""
    codes = (part.partition(":")[2] for choice in record.facts.get("parts") or () for part in choice)
    named = ", ".join(dict.fromkeys(codes))
    return (task.draft.phrase("dialogue.recommended_parts", codes=named),) if named else ()


def _compared(told: Iterable[Recommendation]) -> bool:
    """Tell whether more of the person than a wish was compared, so that a figure says something."""
    return any(one.value is not None and one.factor in _OF_PERSON for each in told for one in each.because)


def _reasons(told: Recommendation, *, plain: bool = False) -> tuple[str, ...]:
    """The sentences of the factors that add most to the score; ``plain``: without how well the wish fits in figures."""
    known = [factor for factor in told.because if factor.value and not (plain and factor.factor == FactorName.WISH)]
    return tuple(one.text for one in sorted(known, key=lambda one: -one.weight * (one.value or 0.0))[:MOST_REASONS])


def _beside_wish(task: Task, record: Evidence, told: Mapping[str, Recommendation]) -> tuple[str, ...]:
    """What speaks for a record beside the wish; whoever is out of school is told what it consists of."""
    known = (one.text for one in told[record.record_id].because if one.value and one.factor in _BESIDE_WISH)
    parts = () if task.situation.audience is Audience.YOUTH else _parts(task, record)
    return (*parts, *known)


def why(task: Task) -> Composed:
    """Say why a qualification is, or is not, on the list."""
    result = task.brought(EXPLAIN)
    if result is None or not result.evidence:
        for note in result.notes if result else ():
            task.draft.quote(note)
        return task.done(AnswerStatus.CLARIFICATION_ASKED) if result and result.notes else talk.need_subject(task)
    record = result.evidence[0]
    task.draft.say("dialogue.why_head", record, name=record.title)
    for note in result.notes:
        task.draft.quote(note, record)
    told = next((one for one in result.recommendations if one.record_id == record.record_id), None)
    factors = told.because if told else ()
    for factor in factors:
        if factor.value is not None:
            task.draft.item(factor.text, record)
    if unknown := [factor for factor in factors if factor.value is None]:
        task.draft.paragraph()
        task.draft.say("dialogue.not_known")
        for factor in unknown:
            task.draft.item(split(factor.text)[0].sentence.text, record)
    return task.done(focus=[record])
