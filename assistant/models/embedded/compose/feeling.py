"""Answers to a feeling, or to what is told of the person, where nothing is asked beside: a warm word, a step on."""

from assistant.models.embedded.compose.system import quote
from assistant.models.embedded.compose.talk import asked_back
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.person.feelings import OF_WHO_MAY, STEPS, TOLD
from register.vocabulary import AnswerStatus


def feeling(task: Task) -> Composed:
    """Say a warm word, quote the rule that shows a way on, and go back to the talk or begin one."""
    spoken_of = bool(task.situation.memo.focus or task.situation.memo.shown)
    warm_word(task)
    if task.wish.felt == TOLD and spoken_of:
        task.draft.say("feeling.told_same")
    rule = task.rule(step) if (step := STEPS.get(task.wish.felt, "")) else None
    if rule is not None:
        quote(task, rule)
        task.draft.paragraph()
    if not spoken_of:
        task.draft.paragraph()
        return asked_back(task)
    task.draft.say("feeling.go_on")
    answered = rule is not None or task.wish.felt in OF_WHO_MAY
    return task.done(AnswerStatus.ANSWERED if answered else AnswerStatus.SMALL_TALK)


def warm_word(task: Task) -> None:
    """Say the one sentence for what is felt or told."""
    task.draft.say(f"feeling.{task.wish.felt}")
