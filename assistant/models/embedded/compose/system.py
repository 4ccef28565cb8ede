"""Answers that quote rules of the system."""

from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import local
from assistant.models.embedded.situation import Found
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, SystemFactKind

ALONGSIDE = 0.84


def explain(task: Task, facts: tuple[Found, ...]) -> Composed:
    """Quote the rule that fits best, and a second one that fits nearly as well."""
    best = facts[0]
    limit = 1 if task.brief else 2
    topic = best.evidence.facts["topic"]
    near = (f for f in facts if f.confidence >= ALONGSIDE * best.confidence)
    chosen = [f.evidence for f in near if f.evidence.facts["topic"] == topic][:limit]
    for rule in chosen:
        quote(task, rule)
        task.draft.paragraph()
    absent = chosen[0].facts["fact_kind"] == SystemFactKind.ABSENCE
    return task.done(AnswerStatus.NO_INFORMATION if absent else AnswerStatus.ANSWERED, focus=chosen)


def quote(task: Task, rule: Evidence, *, caveat: bool = True) -> None:
    """Add a rule in the language of the turn, with its caveat for those who read closely."""
    task.draft.quote(local(rule.facts["text"], task.draft), rule)
    if caveat and rule.facts["caveat"] and not task.brief:
        task.draft.say("f.caveat", rule, caveat=local(rule.facts["caveat"], task.draft))
