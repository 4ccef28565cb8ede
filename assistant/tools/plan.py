"""``make_plan``: what the conversation came to, as a plan one can take along."""

from collections.abc import Mapping
from datetime import UTC, datetime

from pydantic import BaseModel, ConfigDict

from assistant.advice.plan import Document
from assistant.advice.plan.build import EmptyPlanError, PlanBuilder
from assistant.desk import Desk
from assistant.evidence import Remark
from assistant.toolbox import Found, Tool
from prompts import Prompts
from retrieval.protocol import RecordIndex


class MakePlan(BaseModel):
    """Sum the conversation up as a plan: what was told, proposals with reasons, the way, who helps.

    The person can download it as a file. Call it when the conversation has come to a result.
    """

    model_config = ConfigDict(title="make_plan", extra="forbid")


def plan_tool(index: RecordIndex, prompts: Prompts) -> Tool:
    """Build the tool over ``index``; the result's ``data`` holds the whole document."""

    async def run(_: MakePlan, desk: Desk) -> Found:
        try:
            document = PlanBuilder(index, prompts, desk.language).build(desk.notebook, datetime.now(UTC).date())
        except EmptyPlanError:
            return Found(notes=(prompts.phrase("plan.empty", desk.language),), data={"empty": True})
        records = index.get_many(tuple(source.record_id for source in document.sources))
        return Found(
            records=records,
            confidences=(1.0,) * len(records),
            notes=tuple(_notes(document)),
            remarks=_remarks(document),
            data={"document": document.model_dump(mode="json")},
        )

    return Tool("make_plan", MakePlan, run)


def _notes(document: Document) -> list[str]:
    lines = [document.title]
    for section in document.sections:
        lines += [f"{section.heading}:", *("  " * line.depth + line.text for line in section.lines)]
    return [*lines, document.notice]


def _remarks(document: Document) -> Mapping[str, Remark]:
    """Return each line under the first record it rests on, so that a sentence made of it can be checked."""
    ids = {source.n: source.record_id for source in document.sources}
    of_record: dict[str, list[str]] = {}
    for line in (line for section in document.sections for line in section.lines if line.sources):
        of_record.setdefault(ids[line.sources[0]], []).append(line.text)
    return {record_id: Remark(tuple(texts)) for record_id, texts in of_record.items()}
