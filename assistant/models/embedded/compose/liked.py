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
OF_COURSES = "na kursach"
"""What begins so binds those on a course alone, not whoever chooses a school."""


def liked(
    task: Task, result: ToolResult, ranked: Sequence[Evidence], reasons: Mapping[str, tuple[str, ...]]
) -> Composed:
    """List what was recommended for the likings told, with what else speaks for it; how well it fits is no figure."""
    # What is kept away from was left out of the ranking; its words may stand in a description all the same.
    draft, data = task.draft, result.data
    fitting = wanted(ranked, replace(task.wish, rejected=""), task.situation.memo.shown)
    taught = [one for one in fitting if _is_taught(task, one, data["occupations"])]
    records = (taught or fitting)[:MOST_SHOWN]
    if not records:
        return talk.no_others(task)
    if task.wish.school:
        school = draft.label(f"label.school.{task.wish.school}", task.wish.school)
        draft.say("dialogue.liked_taught" if taught else "dialogue.liked_not_taught", school=school)
        draft.paragraph()
    if data["away"]:
        draft.say("dialogue.liked_away", words=draft.names(data["away"]))
        draft.paragraph()
    draft.say("dialogue.liked_head", likings=draft.names(data["likings"]))
    # An occupation tells more than the qualification that is the whole of it.
    pairs = [(record, _whole(task, record, data["occupations"])) for record in records]
    shown = [(label_for(whole, draft), whole) for _, whole in pairs]
    told = {
        whole.record_id: (
            *data["told"].get(one.record_id, ()),
            *_for_some(task, whole),
            *reasons.get(one.record_id, ()),
        )
        for one, whole in pairs
    }
    say_each(task, shown, told, own=frozenset(data["own"]))
    draft.paragraph()
    if data["unanswered"]:
        draft.say("dialogue.liked_none", likings=draft.names(data["unanswered"]))
    for beside in result.evidence:
        if beside.record_id not in data["occupations"].values():
            _say_beside(task, beside)
    draft.say("dialogue.next_steps")
    task.decide()
    choices = [f"{whole.record_id}|{whole.title}" for _, whole in shown]
    return task.done(
        focus=[whole for _, whole in shown], options=choices, suggestions=[draft.phrase("dialogue.ask_why")]
    )


def _for_some(task: Task, record: Evidence) -> tuple[str, ...]:
    """Who alone may learn it, so that nobody is sent to a school that may not take them."""
    restrictions = str(record.facts.get("entry_restrictions") or "")
    if not restrictions or restrictions.startswith(OF_COURSES):
        return ()
    return (task.draft.phrase("o.restrictions", restrictions=task.draft.told(restrictions)),)


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


def _is_taught(task: Task, record: Evidence, occupations: Mapping[str, str]) -> bool:
    """Tell whether the type of school that is wished teaches it; any does where none is wished."""
    taught = _whole(task, record, occupations).facts.get("school_types") or ()
    return not task.wish.school or task.wish.school in taught


def _whole(task: Task, record: Evidence, occupations: Mapping[str, str]) -> Evidence:
    """The occupation a qualification is the whole of, else the qualification."""
    return task.situation.by_id(occupations.get(record.record_id, "")) or record
