"""Answers that quote rules of the system."""

from dataclasses import replace

from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_HALF, FACT_NEAR, OF_SOMETHING
from assistant.models.embedded.compose.words import local
from assistant.models.embedded.reading.subject import names_a_kind_of
from assistant.models.embedded.situation import Found
from assistant.models.embedded.wish import SURE, Wish
from assistant.models.embedded.words.attributes import attributes_in
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, SystemFactKind
from retrieval.analysis import analyse

ALONGSIDE = 0.84
FEWEST_WORDS = 6
"""A shorter message without a question mark is a name, not a situation."""

HELP = "wsparcie"
"""The topic of help lines: named where they are asked for, never as the nearest to something else."""


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


def part(task: Task) -> Composed:
    """Quote the rule for one of several questions of a message, one not quoted yet where it answers as well.

    What is quoted already, or answers hardly, is left out, and no more said than that.
    """
    facts = [found for found in task.facts() if not _explains_only(found, task.wish.clause)]
    sure = [found for found in facts if found.confidence >= task.wish.part]
    if new := tuple(found for found in sure if found.evidence.record_id not in task.wish.quoted):
        return explain(task, new)
    likely = bool(facts) and facts[0].confidence >= FACT_HALF
    return task.done(AnswerStatus.ANSWERED if likely else AnswerStatus.NO_INFORMATION)


def _explains_only(rule: Found, question: str) -> bool:
    """Tell whether a rule says what a thing is where it is asked how long it takes or what it costs."""
    figure = {Intent.DURATION, Intent.PRICE} & {intent for intent, _ in attributes_in(analyse(question).words)}
    return bool(figure) and rule.evidence.facts["fact_kind"] == SystemFactKind.CONCEPT


def tells_a_situation(wish: Wish) -> bool:
    """Tell whether a message tells of a situation or a wish and names nothing of the register."""
    named = wish.intent in OF_SOMETHING or (wish.intent is Intent.FIND and wish.score >= SURE)
    bare = "?" not in wish.question and len(wish.question.split()) < FEWEST_WORDS
    return not (named or bare or names_a_kind_of(wish.question))


def nearest(task: Task) -> tuple[Found, ...]:
    """Return the rules that come near a question which names nothing of the register; none where it does."""
    if not tells_a_situation(task.wish):
        return ()
    near = (found for found in task.facts() if found.confidence >= FACT_NEAR)
    return tuple(found for found in near if found.evidence.facts["topic"] != HELP)


def only_near(task: Task, rules: tuple[Found, ...]) -> Composed:
    """Quote the rules that come nearest, as no more than that."""
    task.draft.say("none.nearest_rule")
    task.draft.paragraph()
    return replace(explain(task, rules), status=AnswerStatus.ANSWERED_PARTIALLY)


def quote(task: Task, rule: Evidence, *, caveat: bool = True) -> None:
    """Add a rule in the language of the turn, with its caveat for those who read closely."""
    task.draft.quote(local(rule.facts["text"], task.draft), rule)
    if caveat and rule.facts["caveat"] and not task.brief:
        task.draft.say("f.caveat", rule, caveat=local(rule.facts["caveat"], task.draft))
