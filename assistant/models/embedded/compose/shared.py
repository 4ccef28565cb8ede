"""Sentences that would be said of most of the records in a list are said once, with all the records they are of."""

from collections.abc import Container, Iterable, Mapping

from assistant.models.embedded.compose.task import Task
from register.evidence import Evidence


def say_each(
    task: Task,
    records: Iterable[tuple[str, Evidence]],
    lines: Mapping[str, tuple[str, ...]],
    own: Container[str] = (),
) -> None:
    """Write a list: each record under its heading with the sentences that are not of most others as well, then those.

    ``records`` are (heading, record), ``lines`` the sentences by record id; those of ``own`` stay with each record.
    """
    shown = list(records)
    most = max(2, len(shown) // 2 + 1)
    of: dict[str, list[Evidence]] = {}
    for _, record in shown:
        for line in dict.fromkeys(lines.get(record.record_id, ())):
            of.setdefault(line, []).append(record)
    for heading, record in shown:
        task.draft.item(heading, record)
        for line in lines.get(record.record_id, ()):
            if line in own or len(of[line]) < most:
                task.draft.quote(line, record)
    common = {line: owners for line, owners in of.items() if len(owners) >= most and line not in own}
    if common:
        task.draft.paragraph()
        task.draft.say("dialogue.common_head")
        for line, owners in common.items():
            task.draft.item(line, *owners)
