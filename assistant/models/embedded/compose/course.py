"""Whether a qualification course (KKZ) leads to what was asked about: by its own record, then who may join."""

from dataclasses import replace

from assistant.models.embedded.compose import schooling
from assistant.models.embedded.compose.choice import preferred, with_code
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import RECORDS
from assistant.models.embedded.planning.fit import GOOD
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType


def course(task: Task) -> Composed | None:
    """Tell it of each occupation asked about; ``None`` where no school teaches what was asked about."""
    asked = {o.record_id: o for record in _asked(task) for o in occupations_of(task, record)}
    occupations = tuple(o for o in asked.values() if o.facts["school_occupation"])
    if not occupations:
        return None
    for o in occupations:
        schooling.course(task, o)
    open_to = tuple(o for o in occupations if o.facts["kkz_allowed"] and not o.facts["withdrawn"])
    if open_to:
        schooling.joining(task, open_to)
    known = any(o.facts["kkz_allowed"] is not None for o in occupations)
    return task.done(AnswerStatus.ANSWERED if known else AnswerStatus.ANSWERED_PARTIALLY, focus=occupations)


def _asked(task: Task) -> tuple[Evidence, ...]:
    """The records the question points back to, or names by their code or in words."""
    wish = task.wish
    if wish.targets:
        read = (task.situation.by_id(target) for target in wish.targets)
        return tuple(record for record in read if record is not None and record.kind in RECORDS)
    found = task.records(*RECORDS)
    if wish.codes and found:
        return (with_code(task, found),)
    if not found or found[0].confidence < GOOD:
        return ()
    of_schools = Task(replace(wish, intent=Intent.SCHOOLS), task.situation, task.prompts)
    return preferred(of_schools, found)[:1]


def occupations_of(task: Task, record: Evidence) -> tuple[Evidence, ...]:
    """The occupation itself, or those of a qualification: of the one spoken of before it where that is among them."""
    if record.kind is RecordType.OCCUPATION:
        return (record,)
    owners = [o for one in record.facts["occupations"] if (o := task.situation.by_id(one)) is not None]
    spoken_of = tuple(o for o in owners if o.record_id in task.wish.parents)
    return spoken_of or tuple(owners)
