"""What no record holds (a phone number, the date of a course, a ranking): said so, with where to ask."""

from assistant.models.embedded.compose import occupation, qualification
from assistant.models.embedded.compose.choice import preferred
from assistant.models.embedded.compose.system import HELP
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_SURE, RECORDS
from assistant.models.embedded.fit import GOOD
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType


def asked(task: Task) -> bool:
    """Tell whether something no record holds is asked, and no rule answers it all the same."""
    rules = [found for found in task.facts() if found.evidence.facts["topic"] != HELP]
    return bool(task.wish.unheld) and (not rules or rules[0].confidence < FACT_SURE)


def unheld(task: Task) -> Composed:
    """Say that it is not held and where to ask; then what the record asked about is, where one was found."""
    task.draft.say(f"unheld.{task.wish.unheld}")
    record = _record(task)
    if record is None:
        return task.done(AnswerStatus.NO_INFORMATION)
    task.draft.paragraph()
    task.draft.heading(task.draft.phrase("unheld.about"))
    if record.kind is RecordType.OCCUPATION:
        occupation.identity(task, record)
    else:
        qualification.identity(task, record)
    return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=[record])


def _record(task: Task) -> Evidence | None:
    if task.wish.targets:
        target = task.situation.by_id(task.wish.targets[0])
        return target if target is not None and target.kind in RECORDS else None
    found = task.records(*RECORDS)
    return preferred(task, found)[0] if found and found[0].confidence >= GOOD else None
