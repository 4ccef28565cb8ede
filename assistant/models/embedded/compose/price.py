"""What rules say of a price that no record holds: of a vocational exam, of one without a school, of a course (KKZ)."""

from assistant.models.embedded.compose import schooling
from assistant.models.embedded.compose.single import also
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.prices import price_rules, priced
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType


def told(task: Task, record: Evidence | None) -> Composed | None:
    """Quote the rules on the price asked for; ``None`` where none speaks of it."""
    named = priced(task.wish)
    of_record = () if record is None else (record,)
    if named == ("other",):
        task.draft.say("none.course_price")
        return task.done(AnswerStatus.NO_INFORMATION, focus=of_record)
    if not named and not (record is not None and _of_schools(record)):
        return None
    rules = [rule for key in price_rules(task.wish) if (rule := task.rule(key))]
    if not rules:
        return None
    for rule in rules:
        schooling.quoted(task, rule)
        task.draft.paragraph()
    if record is not None:
        also(task, record)
    return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=(*of_record, *rules))


def _of_schools(record: Evidence) -> bool:
    if record.kind is RecordType.OCCUPATION:
        return bool(record.facts["school_occupation"])
    return bool(record.facts["category"] == "school")
