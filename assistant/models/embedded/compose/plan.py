"""The plan in a conversation: in short, for all of it is in the file one can take along."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Any

from assistant.models.embedded.compose.advised import PATHWAY, pathway, write
from assistant.models.embedded.compose.task import Composed, Task
from register.vocabulary import AnswerStatus, Audience

TOOL = "make_plan"
MOST_TOLD = 5
MOST_PROPOSED = 3
# Who helps whom: a counsellor's balance and training are for grown-ups, choosing a school for pupils.
_HELPS = {
    Audience.YOUTH: ("fact:C-wybor-szkoly",),
    Audience.ADULT: ("fact:S-bilans-kompetencji", "fact:S-bur"),
    Audience.COUNSELLOR: ("fact:S-bilans-kompetencji", "fact:C-wybor-szkoly", "fact:S-bur"),
}

Line = Mapping[str, Any]


def plan(task: Task) -> Composed:
    """Show what was told, the best proposals, the first way and who helps; say that the whole can be taken along."""
    data = task.data(TOOL)
    if task.brought(PATHWAY):  # nothing was noted yet: the way to what was spoken of last
        return pathway(task)
    if not data or data.get("empty"):
        task.draft.say("plan.empty")
        return task.done(AnswerStatus.CLARIFICATION_ASKED)
    document = data["document"]
    ids = {source["n"]: source["record_id"] for source in document["sources"]}
    for section in document["sections"]:
        lines: list[Line] = [
            {**line, "sources": [ids[number] for number in line["sources"]]} for line in section["lines"]
        ]
        _section(task, section, lines)
    task.draft.paragraph()
    task.draft.say("plan.ready")
    task.draft.quote(document["notice"])
    return task.done()


def _section(task: Task, section: Mapping[str, Any], lines: Sequence[Line]) -> None:
    topic = section["topic"]
    task.draft.paragraph()
    task.draft.heading(f"{section['heading']}:")
    match topic:
        case "way":
            first = list(_first_way(lines))
            write(task, first)
            if len(lines) > len(first) + 2:
                task.draft.paragraph()
                task.draft.say("plan.more_ways")
        case "help":
            wanted = _HELPS[task.situation.audience]
            write(task, (line for line in lines if not line["sources"] or line["sources"][0] in wanted))
        case _:
            most = MOST_TOLD if topic == "told" else MOST_PROPOSED
            write(task, [line for line in lines if line["depth"]][:most])


def _first_way(lines: Sequence[Line]) -> Iterable[Line]:
    """The steps of the first route: the items up to the next heading."""
    begin = next((place for place, line in enumerate(lines) if line["depth"]), len(lines))
    return takewhile(lambda line: line["depth"], lines[begin:])
