"""No answer is given twice in a row: the second time it is said that there is no more, and more is offered."""

import re
from dataclasses import replace
from hashlib import sha256

from assistant.models.embedded.compose import system
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_HALF, RECORDS
from assistant.models.embedded.compose.untold import ABOUT_IT, offer
from assistant.models.embedded.compose.words import as_name
from assistant.models.embedded.dialogue.memo import is_rule
from assistant.models.embedded.dialogue.replies import asks_again
from assistant.models.embedded.planning.fit import best_facts, speaks_of
from assistant.models.embedded.situation import Found
from assistant.models.embedded.wish import SURE
from assistant.models.embedded.words.intents import Intent
from guardrails.frame import HANDLE
from register.vocabulary import AnswerStatus

VARIANTS = 2
MOST_SAID = 0.5
"""So much of a question must stand in a rule for the rule to answer it, though it was just quoted."""
_DIGITS = 16
_BLANKS = re.compile(r"\s+")
_TOLD = frozenset({AnswerStatus.ANSWERED, AnswerStatus.ANSWERED_PARTIALLY})
_KINDS = {
    AnswerStatus.CLARIFICATION_ASKED: "unclear",
    AnswerStatus.NO_INFORMATION: "nothing",
    AnswerStatus.OUT_OF_SCOPE: "out_of_scope",
}


def once(task: Task, composed: Composed) -> Composed:
    """Return the answer, or another one where it is word for word the last and was not asked for again."""
    memo, said = task.situation.memo, digest(composed.text)
    if said != memo.said or _may_stay(task, composed):
        return replace(composed, said=said)
    times = memo.times + 1
    return replace(_otherwise(task, composed, times), said=said, times=times)


def digest(text: str) -> str:
    """Return what tells one answer from another, whatever its marks for sources."""
    return sha256(_BLANKS.sub(" ", HANDLE.sub("", text)).encode()).hexdigest()[:_DIGITS]


def _may_stay(task: Task, composed: Composed) -> bool:
    """Small talk, a question sent twice and a repetition that is asked for are answered as before."""
    if composed.status not in _TOLD and composed.status not in _KINDS and not task.wish.felt_alone:
        return True
    question, before = task.situation.question, task.situation.memo.question
    return asks_again(question) or (composed.status in _TOLD and question.casefold() == before.casefold())


def _otherwise(task: Task, composed: Composed, times: int) -> Composed:
    if task.wish.felt_alone:
        fresh = Task(task.wish, task.situation, task.prompts)
        fresh.draft.say(f"again.feeling_{1 + (times - 1) % VARIANTS}")
        return replace(composed, text=fresh.draft.text(), status=AnswerStatus.SMALL_TALK)
    if composed.status in _TOLD:
        return _told_already(task, composed)
    fresh = Task(task.wish, task.situation, task.prompts)
    record = task.situation.by_id(composed.focus[0]) if len(composed.focus) == 1 else None
    name = record.title if record is not None and record.kind in RECORDS else ""
    asked = as_name(task.subject) if composed.empty and not name else ""
    if asked and composed.status is AnswerStatus.NO_INFORMATION and not composed.options:
        fresh.draft.say(f"again.unknown_{1 + (times - 1) % VARIANTS}", name=asked)
        near = [one for one in map(task.situation.memo.name_of, composed.listed or task.situation.memo.listed) if one]
        if len(near) == 1:
            fresh.draft.say("again.unknown_near", name=near[0])
        return replace(composed, text=fresh.draft.text())
    fresh.draft.say(f"again.{_kind(composed, name)}_{1 + (times - 1) % VARIANTS}", name=name)
    return replace(composed, text=fresh.draft.text())


def _kind(composed: Composed, name: str) -> str:
    """What was asked back or not held: a direction, one of a list, of one record, or anything."""
    if composed.options:
        return "undecided" if composed.options[0].startswith("?") else "which"
    return "untold" if name and composed.status is not AnswerStatus.OUT_OF_SCOPE else _KINDS[composed.status]


def _told_already(task: Task, composed: Composed) -> Composed:
    """What the last answer held as well is told as just that; that it holds nothing of what is asked is said."""
    fresh = Task(task.wish, task.situation, task.prompts)
    if _answers(task, composed):
        text = f"{fresh.draft.phrase('again.told')} {composed.text}"
        return replace(composed, text=text)
    if rules := _other_rules(task, composed):
        return system.explain(fresh, rules)
    record = task.situation.by_id(composed.focus[0]) if composed.focus else None
    if record is None or record.kind not in RECORDS:
        fresh.draft.say("again.no_more")
        return replace(composed, text=fresh.draft.text(), status=AnswerStatus.NO_INFORMATION)
    fresh.draft.say("again.no_more_of", name=record.title)
    offer(fresh, record)
    return replace(composed, text=fresh.draft.text(), status=AnswerStatus.NO_INFORMATION)


def _other_rules(task: Task, composed: Composed) -> tuple[Found, ...]:
    """The rules that the question alone brings, where what was said before had put the last one in front of them."""
    own = best_facts(task.situation, task.wish.question) if is_rule(next(iter(composed.focus), "")) else ()
    return tuple(f for f in own if f.confidence >= FACT_HALF and f.evidence.record_id not in composed.focus)


def _answers(task: Task, composed: Composed) -> bool:
    """Tell whether the answer tells what was surely read: a field of the record, or the rule for the question."""
    wish = task.wish
    if wish.more or wish.unheld or composed.status is not AnswerStatus.ANSWERED:
        return False
    if is_rule(next(iter(composed.focus), "")):
        quoted = (f for f in best_facts(task.situation, wish.question) if f.evidence.record_id == composed.focus[0])
        said = task.situation.question
        return any(f.confidence >= FACT_HALF or speaks_of(f.evidence, said) >= MOST_SAID for f in quoted)
    return wish.score >= SURE and wish.intent not in ABOUT_IT | {Intent.ABOUT}
