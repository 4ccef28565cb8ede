"""Answers written from what a tool of advice has worked out: routes to a goal, a plan to take along."""

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.models.embedded.compose.task import Composed, Task
from register.evidence import Evidence
from register.vocabulary import AnswerStatus

PATHWAY, PLAN = "career_pathway", "make_plan"
MOST_PLAN_LINES = 12


def pathway(task: Task) -> Composed:
    """Show the routes the tool found, a step an item, with its conditions; say so where there are none."""
    data = result_of(task, PATHWAY)
    if not data:
        task.draft.say("pathways.note.unknown")
        return task.done(AnswerStatus.NO_INFORMATION)
    lines = data["lines"]
    _write(task, lines)
    routes = data.get("pathways", {}).get("routes", ())
    goal = task.situation.by_id(data["pathways"]["goal_id"]) if "pathways" in data else None
    status = AnswerStatus.ANSWERED if routes else AnswerStatus.NO_INFORMATION
    return task.done(status, focus=[goal] if goal else ())


def plan(task: Task) -> Composed:
    """Show the plan in short and say that it can be taken along."""
    data = result_of(task, PLAN)
    if not data or data.get("empty"):
        task.draft.say("plan.empty")
        return task.done(AnswerStatus.CLARIFICATION_ASKED)
    document = data["document"]
    ids = {source["n"]: source["record_id"] for source in document["sources"]}
    for section in document["sections"]:
        task.draft.paragraph()
        task.draft.heading(f"{section['heading']}:")
        shown = section["lines"][:MOST_PLAN_LINES]
        _write(task, ({**line, "sources": [ids[number] for number in line["sources"]]} for line in shown))
    task.draft.paragraph()
    task.draft.say("plan.ready")
    return task.done()


def result_of(task: Task, tool: str) -> Mapping[str, Any]:
    """Return the ``data`` of the last call of ``tool`` in this turn, empty where there was none."""
    found = [asked.result.data for asked in task.situation.asked if asked.tool == tool]
    return found[-1] if found else {}


def _write(task: Task, lines: Iterable[Mapping[str, Any]]) -> None:
    for line in lines:
        evidence = _evidence(task, line["sources"])
        if line["depth"]:
            task.draft.item(line["text"], *evidence)
        elif evidence:
            task.draft.quote(line["text"], *evidence)
        else:
            task.draft.paragraph()
            task.draft.heading(line["text"])


def _evidence(task: Task, record_ids: Iterable[str]) -> list[Evidence]:
    return [item for one in record_ids if (item := task.situation.by_id(one))]
