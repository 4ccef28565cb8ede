"""Answers about the rules for people with a disability."""

from assistant.models.embedded.asked.conditions import Condition
from assistant.models.embedded.compose import system
from assistant.models.embedded.compose.task import Composed, Task
from register.vocabulary import AnswerStatus


def condition(task: Task, asked: Condition) -> Composed | None:
    """Quote the rules on it; where none speaks of the need asked about, say so before those for others."""
    rules = [rule for record_id in asked.rules if (rule := task.situation.by_id(record_id)) is not None]
    if not rules:
        return None
    if not asked.held and asked.matter == "occupations":
        task.draft.say("feeling.health")  # which health an occupation asks for, no record holds
    if not asked.held:
        task.draft.say("none.no_such_rule")
        task.draft.paragraph()
    for rule in rules:
        system.quote(task, rule)
        task.draft.paragraph()
    return task.done(AnswerStatus.ANSWERED if asked.held else AnswerStatus.ANSWERED_PARTIALLY, focus=rules)
