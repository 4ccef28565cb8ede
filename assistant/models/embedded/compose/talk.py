"""Answers without records: greetings, what the assistant is, questions back."""

from collections.abc import Callable
from dataclasses import replace

from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import local, name_for
from assistant.models.embedded.dialogue.offers import OFFERED
from assistant.models.embedded.dialogue.replies import was_misread
from assistant.models.embedded.person.plight import HEALTH
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, Audience

FIELDS = ("people", "machines", "computers", "nature", "making", "order")


def greeting(task: Task) -> Composed:
    """Greet and ask what it is about."""
    return _said(task, "talk.greeting", "talk.greeting_ask", starters=True)


def thanks(task: Task) -> Composed:
    """Answer thanks."""
    return _said(task, "talk.thanks")


def bye(task: Task) -> Composed:
    """Part, and say whose the decision is."""
    return _said(task, "talk.bye")


def who(task: Task) -> Composed:
    """Say what the assistant is, can and cannot do."""
    return _said(task, "talk.who", "talk.who_can", "talk.who_cannot", starters=True)


def off_topic(task: Task) -> Composed:
    """Say that this is not the assistant's business, and what is."""
    return _said(task, "talk.off_topic", "talk.off_topic_ask", status=AnswerStatus.OUT_OF_SCOPE, starters=True)


def undecided(task: Task) -> Composed:
    """Begin with one question; where one's lot was told, with what is held of it."""
    if task.wish.plight:
        return _in_a_plight(task)
    if not (
        task.wish.excluded or task.situation.audience is Audience.COUNSELLOR
    ):  # who says what they do not want is not told that not knowing is all right
        task.draft.say("talk.undecided")
    if task.wish.origin:
        task.draft.say("talk.left_behind")
    else:
        left_out(task)
    return asked_back(task)


def _in_a_plight(task: Task) -> Composed:
    """Health is said to be no matter of the data; who comes back to work is told where to begin. Then it is asked on.

    A wish spoken of before is kept: what was listed for it stays to be asked about.
    """
    if HEALTH in task.wish.plight:
        task.draft.say("plight.health")
    if rule := task.rule("back_to_work"):
        task.draft.quote(local(rule.facts["text"], task.draft), rule)
    task.draft.paragraph()
    if task.situation.memo.focus:
        task.draft.say("plight.go_on")
        return task.done(AnswerStatus.CLARIFICATION_ASKED)
    told = rule is not None and "?" in task.wish.question
    asked = asked_back(task)
    return replace(asked, status=AnswerStatus.ANSWERED_PARTIALLY) if told else asked


def asked_back(task: Task) -> Composed:
    """Ask what one would rather do, and offer the questionnaire."""
    for key in ("talk.undecided_ask", "dialogue.offer"):
        task.draft.say(key)
    # What each answer leads to is looked for in Polish: the records' own words are.
    choices = [
        f"?{task.prompts.phrase(f'canonical.field.{field}', 'pl')}|{task.draft.phrase(f'talk.field.{field}')}"
        for field in FIELDS
    ]
    words = [choice.partition("|")[2] for choice in choices]
    return task.done(AnswerStatus.CLARIFICATION_ASKED, options=choices, offer=OFFERED, suggestions=words)


def need_subject(task: Task) -> Composed:
    """Ask what the question is about."""
    return replace(_said(task, "talk.no_previous", status=AnswerStatus.CLARIFICATION_ASKED), empty=True)


def not_meant(task: Task) -> Composed:
    """Say that this is understood not to be it, and ask what is."""
    key = "talk.not_asked" if was_misread(task.wish.question) else "talk.not_meant"
    return _said(task, key, status=AnswerStatus.CLARIFICATION_ASKED)


def left_out(task: Task) -> None:
    """Say what is passed over because it is not wanted."""
    if task.wish.rejected:
        task.draft.say("talk.left_out", words=task.wish.rejected[:120])
        task.draft.paragraph()


def no_others(task: Task) -> Composed:
    """Say that nothing else fits, and ask back."""
    task.draft.say("talk.no_others", subject=task.subject[:120])
    return asked_back(task)


def which(task: Task, options: tuple[Evidence, ...]) -> Composed:
    """Offer the records that fit equally well and ask for one."""
    task.draft.say("talk.which_head")
    for option in options:
        code = option.facts.get("code") or ""
        name = name_for(option, task.draft)
        text = task.draft.phrase("o.item_code", name=name, code=code) if code else name
        task.draft.item(text, option)
    task.draft.paragraph()
    task.draft.say("talk.which")
    choices = [f"{option.record_id}|{option.title}" for option in options]
    return task.done(AnswerStatus.CLARIFICATION_ASKED, focus=options, options=choices)


def sources(task: Task) -> Composed:
    """Name the records the last answer rested on, with their dates."""
    found = [record for target in task.wish.targets if (record := task.situation.by_id(target)) is not None]
    if not found:
        return _said(task, "talk.sources_none", "aside.data")
    task.draft.say("talk.sources_head")
    for record in found:
        task.draft.item(task.draft.phrase("talk.sources_item", title=record.title, date=record.as_of), record)
    return task.done(focus=found)


def first_questions(task: Task) -> tuple[str, ...]:
    """Return questions to begin with."""
    return tuple(task.draft.phrase(f"suggest.{key}") for key in ("programmer", "course", "kkz"))


def _said(task: Task, *keys: str, status: AnswerStatus = AnswerStatus.SMALL_TALK, starters: bool = False) -> Composed:
    for key in keys:
        task.draft.say(key)
    return task.done(status, suggestions=first_questions(task) if starters else ())


TALK: dict[Intent, Callable[[Task], Composed]] = {
    Intent.GREETING: greeting,
    Intent.THANKS: thanks,
    Intent.BYE: bye,
    Intent.WHO_ARE_YOU: who,
    Intent.OFF_TOPIC: off_topic,
    Intent.UNDECIDED: undecided,
    Intent.SOURCES: sources,
}
