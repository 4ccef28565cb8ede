"""The questionnaire of interests in a conversation: one question at a time, and the result."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import name_for
from assistant.models.embedded.dialogue.offers import ASKING, DONE, PAUSED
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType

TOOL = "assess_interests"
MOST_ANSWERS = 5


def questionnaire(task: Task) -> Composed:
    """Say what the step of the questionnaire brought: the next question, a break, or the result."""
    data, notes = _step(task)
    match data.get("state"):
        case "finished":
            return _result(task, data, notes)
        case "paused":
            task.draft.say("dialogue.paused")
            task.draft.say("dialogue.taken_up_later")
            return task.done(AnswerStatus.CLARIFICATION_ASKED, offer=PAUSED)
        case "asking":
            return _question(task, data, notes)
        case _:
            for note in notes:
                task.draft.quote(note)
            return task.done(AnswerStatus.CLARIFICATION_ASKED, offer=task.situation.memo.offer)


def resumed(task: Task, composed: Composed) -> Composed:
    """After a question in the middle has been answered, put the questionnaire's own again."""
    data, notes = _step(task)
    if data.get("state") != "asking" or not notes:
        return composed
    again = f"{task.draft.phrase('dialogue.go_on')} {notes[-1]}"
    return replace(composed, text=f"{composed.text}\n\n{again}", offer=ASKING)


def _question(task: Task, data: Mapping[str, Any], notes: tuple[str, ...]) -> Composed:
    for note in notes[:-1]:
        task.draft.quote(note)
    if task.wish.step[0] == "status":
        task.draft.say("dialogue.result_later")
    task.draft.paragraph()
    task.draft.quote(notes[-1])
    if data["number"] == 1:
        task.draft.paragraph()
        task.draft.say("interests.scale_intro")
        task.draft.say("dialogue.scale")
    answers = tuple(str(number) for number in range(1, MOST_ANSWERS + 1))
    return replace(task.done(AnswerStatus.CLARIFICATION_ASKED, offer=ASKING), suggestions=answers)


def _result(task: Task, data: Mapping[str, Any], notes: tuple[str, ...]) -> Composed:
    for note in notes:
        task.draft.quote(note)
    task.draft.paragraph()
    for name, text in data["types"]:
        task.draft.say("dialogue.type_head", name=name)
        task.draft.quote(text)
    occupations = [found.evidence for found in task.situation.found(RecordType.OCCUPATION)]
    if occupations:
        _list(task, data, occupations)
    task.draft.paragraph()
    task.draft.quote(data["source"])
    task.decide()
    choices = [f"{record.record_id}|{record.title}" for record in occupations]
    more = [task.draft.phrase("dialogue.ask_recommend")] if occupations else []
    if data["lengthen"]:
        task.draft.say("dialogue.lengthen")
        more.append(task.draft.phrase("dialogue.ask_lengthen"))
    return task.done(AnswerStatus.ANSWERED, focus=occupations, options=choices, offer=DONE, suggestions=more)


def _list(task: Task, data: Mapping[str, Any], occupations: list[Evidence]) -> None:
    task.draft.paragraph()
    task.draft.say("dialogue.occupations_head")
    for record in occupations:
        fit = data["fits"][record.record_id]
        task.draft.item(task.draft.phrase("interests.match.item", name=name_for(record, task.draft), fit=fit), record)


def _step(task: Task) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    result = task.brought(TOOL)
    return (result.data, result.notes) if result else ({}, ())
