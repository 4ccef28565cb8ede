"""Sentences that would be said of several records are said once, with all the records they are of."""

from collections.abc import Iterable, Mapping

from assistant.models.embedded.compose.task import Task
from register.evidence import Evidence


def say_each(task: Task, records: Iterable[tuple[str, Evidence]], lines: Mapping[str, tuple[str, ...]]) -> None:
    """Write a list: each record under its heading with the sentences that are of it alone, then the common ones.

    ``records`` are (heading, record), ``lines`` the sentences by record id.
    """
    shown = list(records)
    of: dict[str, list[Evidence]] = {}
    for _, record in shown:
        for line in dict.fromkeys(lines.get(record.record_id, ())):
            of.setdefault(line, []).append(record)
    for heading, record in shown:
        task.draft.item(heading, record)
        for line in lines.get(record.record_id, ()):
            if len(of[line]) == 1:
                task.draft.quote(line, record)
    common = {line: owners for line, owners in of.items() if len(owners) > 1}
    if common:
        task.draft.paragraph()
        task.draft.say("dialogue.common_head")
        for line, owners in common.items():
            task.draft.item(line, *owners)
