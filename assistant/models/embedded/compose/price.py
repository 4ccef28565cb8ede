"""What rules say of a price that no record holds: of a vocational exam, of one without a school, of a course (KKZ)."""

from assistant.models.embedded.asked.crafts import paper_of
from assistant.models.embedded.asked.prices import price_rules, priced
from assistant.models.embedded.compose import schooling
from assistant.models.embedded.compose.craft import said_of
from assistant.models.embedded.compose.single import also
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.planning.fit import GOOD
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType
from retrieval.analysis import analyse

_OF_LEARNING = ("szkol", "policeal", "nauk", "czesn", "school", "college", "tuition", "школ", "навчан")
"""How words begin that ask for the price of learning, not of an exam."""


def told(task: Task, record: Evidence | None) -> Composed | None:
    """Quote the rules on the price asked for; ``None`` where none speaks of it."""
    if _of_craft(task, record):
        task.draft.say("none.craft_price")
        meant = record is not None and (
            bool(task.wish.targets) or said_of(task.subject, record) or not paper_of(record.title)
        )
        return task.done(AnswerStatus.NO_INFORMATION, focus=[record] if meant and record is not None else ())
    named = priced(task.wish)
    of_record = () if record is None else (record,)
    if named == ("other",):
        task.draft.say("none.course_price")
        return task.done(AnswerStatus.NO_INFORMATION, focus=of_record)
    if not named and not (record is not None and _of_its_exam(task, record)):
        return None
    rules = [rule for key in price_rules(task.wish) if (rule := task.rule(key))]
    if not rules:
        return None
    for rule in rules:
        schooling.quoted(task, rule)
        task.draft.paragraph()
    if not named and (absent := task.rule("price")):  # the sum itself is not held
        schooling.quoted(task, absent)
    if record is not None:
        also(task, record)
    return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=(*of_record, *rules))


def _of_craft(task: Task, record: Evidence | None) -> bool:
    """Tell whether the exam of a chamber of crafts is meant: by its name, or spoken of before."""
    of_record = record is not None and record.facts.get("category") == "craft"
    named = task.wish.craft is not None and (task.wish.craft.surely or of_record)
    return named or (of_record and bool(task.wish.targets))


def _of_its_exam(task: Task, record: Evidence) -> bool:
    """Tell whether a school's exam is meant: of what schools teach, and of nothing that is validated elsewhere."""
    words = analyse(task.wish.question, max_words=100).words
    if not _of_schools(record) or any(word.folded.startswith(_OF_LEARNING) for word in words):
        return False
    found = () if task.wish.targets else task.records(RecordType.QUALIFICATION)
    return not any(f.confidence >= GOOD and not _of_schools(f.evidence) for f in found)


def _of_schools(record: Evidence) -> bool:
    if record.kind is RecordType.OCCUPATION:
        return bool(record.facts["school_occupation"])
    return bool(record.facts["category"] == "school")
