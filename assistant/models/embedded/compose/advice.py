"""Recommendations in a conversation: what fits best by the numbers of the ranking, and why."""

from assistant.models.embedded.compose import talk
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import label
from assistant.models.embedded.intents import Intent
from register.vocabulary import AnswerStatus

RECOMMEND, EXPLAIN = "recommend_qualifications", "explain_recommendation"
MOST_REASONS = 3


def recommend(task: Task) -> Composed:
    """List what the ranking put first, each with its strongest reasons; ask first where nothing was told."""
    result = task.brought(RECOMMEND)
    if result is None or not result.recommendations:
        return talk.undecided(task)
    records = list(result.evidence)
    if task.wish.intent is Intent.WEIGHTS:
        for note in result.notes:
            task.draft.quote(note)
        task.draft.paragraph()
    reasons = {one.record_id: one.because for one in result.recommendations}
    task.draft.say("dialogue.recommended_head")
    for record in records:
        known = [factor for factor in reasons.get(record.record_id, ()) if factor.value is not None]
        strongest = sorted(known, key=lambda factor: -factor.weight * (factor.value or 0.0))[:MOST_REASONS]
        task.draft.item(label(record), record)
        for factor in strongest:
            task.draft.quote(factor.text, record)
    task.draft.paragraph()
    task.draft.say("dialogue.next_steps")
    task.draft.say("talk.decision")
    choices = [f"{record.record_id}|{record.title}" for record in records]
    return task.done(focus=records, options=choices, suggestions=[task.draft.phrase("dialogue.ask_why")])


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
    for factor in told.because if told else ():
        task.draft.item(factor.text, record)
    return task.done(focus=[record])
