"""The rule that a message asks for, where what it was read as has no answer.

Reading decides early what a message is about; «ile ich jest w kraju?» after a board is one about that board. Only when
nothing was found for that is the rule told that the words themselves ask for.
"""

from assistant.models.embedded.compose import system
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.learnt.rules import clear_rule
from assistant.models.embedded.planning.fit import of_another
from assistant.models.embedded.situation import Found


def instead(task: Task, composed: Composed) -> Composed:
    """Return the answer, or the rule asked for where the answer tells nothing."""
    if not composed.empty:
        return composed
    rule = task.situation.by_id(clear_rule(task.situation.question))
    if rule is None or rule.record_id in task.situation.memo.cited or of_another(rule, task.subject):
        return composed
    return system.explain(Task(task.wish, task.situation, task.prompts), (Found(rule, 1.0),))
