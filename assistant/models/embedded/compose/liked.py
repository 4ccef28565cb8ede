"""What suits a liking, in plain words: what one does, where it is taught, and which liking it answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.models.embedded.compose import talk
from assistant.models.embedded.compose.shared import say_each
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import label_for, local
from assistant.models.embedded.dialogue.going_round import wanted
from assistant.toolbox import ToolResult
from register.evidence import Evidence
from register.vocabulary import RecordType

MOST_SHOWN = 5


def liked(
    task: Task, result: ToolResult, ranked: Sequence[Evidence], reasons: Mapping[str, tuple[str, ...]]
) -> Composed:
    """List what was recommended for the likings told, with what else speaks for it; how well it fits is no figure."""
    # What is kept away from was left out of the ranking; its words may stand in a description all the same.
    records = wanted(ranked, replace(task.wish, rejected=""), task.situation.memo.shown)[:MOST_SHOWN]
    if not records:
        return talk.no_others(task)
    draft, data = task.draft, result.data
    if data["away"]:
        draft.say("dialogue.liked_away", words=draft.names(data["away"]))
        draft.paragraph()
    draft.say("dialogue.liked_head", likings=draft.names(data["likings"]))
    shown = [(label_for(record, draft), record) for record in records]
    told = {record_id: (*lines, *reasons.get(record_id, ())) for record_id, lines in data["told"].items()}
    say_each(task, shown, told, own=frozenset(data["own"]))
    draft.paragraph()
    if data["unanswered"]:
        draft.say("dialogue.liked_none", likings=draft.names(data["unanswered"]))
    for beside in result.evidence:
        _say_beside(task, beside)
    draft.say("dialogue.next_steps")
    draft.say("talk.decision")
    choices = [f"{record.record_id}|{record.title}" for record in records]
    return task.done(focus=records, options=choices, suggestions=[draft.phrase("dialogue.ask_why")])


def _say_beside(task: Task, record: Evidence) -> None:
    """Tell a rule, or that an occupation one may think of is taught no more."""
    if record.kind is RecordType.SYSTEM_FACT:
        task.draft.quote(local(record.facts["text"], task.draft), record)
    elif record.kind is RecordType.OCCUPATION:
        note = task.draft.told(record.facts["withdrawn_note"])
        task.draft.say("o.withdrawn", record, name=record.title, note=note)
    else:
        return
    task.draft.paragraph()
