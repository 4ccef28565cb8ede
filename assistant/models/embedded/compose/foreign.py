"""Who recognises which papers from abroad; that no record says whether a Polish paper counts elsewhere."""

from collections.abc import Callable

from assistant.models.embedded.asked.abroad import (
    COURSE,
    DEGREE,
    ELECTRIC,
    EU,
    MEDICAL,
    NOT_ABROAD,
    SCHOOL,
    UNION,
    WELDER,
    WORKED,
    Abroad,
)
from assistant.models.embedded.compose import system
from assistant.models.embedded.compose.open_question import rule_or_record
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_HALF, FACT_SURE
from assistant.models.embedded.compose.words import local
from assistant.models.embedded.dialogue.offers import PAPERS
from assistant.models.embedded.situation import Found
from assistant.models.embedded.words.attributes import named_in
from register.evidence import Evidence
from register.vocabulary import AnswerStatus
from retrieval.analysis import analyse

CLEARLY = 0.6
"""What the second rule may be likely at most, as a share of the first, for the question to tell which is meant."""
BODY = "body"
_OF_WORK = frozenset({"medical", "licence"})
"""Papers on which the right to work in an occupation hangs."""


def foreign(task: Task) -> Composed:
    """Say who recognises the papers that are meant; ask which they are where that is not said."""
    asked = task.wish.abroad or Abroad(kinds=task.wish.papers)
    if asked.out:
        return _out(task)
    if asked.kinds:
        return _of_papers(task, asked)
    facts = task.facts()
    if not asked.where and not asked.asks and (own := _one_rule(task, facts)):
        return system.explain(task, own)
    return _which(task, asked)


def _one_rule(task: Task, facts: tuple[Found, ...]) -> tuple[Found, ...]:
    """The rule that the question is surely about, unless it is one of those between which the paper decides."""
    if facts and facts[0].confidence >= FACT_SURE and not _decides(facts[0].evidence, task):
        return facts
    alone = facts and (len(facts) == 1 or facts[1].confidence < CLEARLY * facts[0].confidence)
    return facts[:1] if alone and facts[0].confidence >= FACT_HALF else ()


def _decides(rule: Evidence, task: Task) -> bool:
    three = (task.rule(key) for key in ("foreign_school", "foreign_degree", "foreign_work"))
    return rule.record_id in {one.record_id for one in three if one}


def _out(task: Task) -> Composed:
    rule = task.situation.by_id(NOT_ABROAD)
    return rule_or_record(task) if rule is None else system.explain(task, (Found(rule, 1.0),))


def _which(task: Task, asked: Abroad) -> Composed:
    """Who recognises each kind of papers, and the question which they are."""
    rules = [rule for key in ("foreign_school", "foreign_degree", "foreign_work") if (rule := task.rule(key))]
    if not rules:
        return rule_or_record(task)
    task.draft.say("dialogue.foreign_head")
    for rule in rules:
        task.draft.item(local(rule.facts["text"], task.draft), rule)
    task.draft.paragraph()
    _only_of_union(task, asked)
    _of_recognition(task, asked)
    task.draft.say("dialogue.foreign_ask")
    return task.done(
        AnswerStatus.ANSWERED_PARTIALLY if set(asked.asks) - {BODY} else AnswerStatus.ANSWERED,
        focus=rules,
        offer=PAPERS,
    )


def _of_papers(task: Task, asked: Abroad) -> Composed:
    """Say of each kind of papers named who recognises it, or that the data do not say."""
    kinds = [kind for kind in asked.kinds if kind not in _LEFT_OUT.get(_first_of_work(asked), ())]
    rules: list[Evidence] = []
    for kind in kinds:
        rules += _TOLD[kind](task, asked)
        task.draft.paragraph()
    _of_recognition(task, asked)
    task.draft.say("dialogue.foreign_next")
    unknown = bool(set(asked.asks) - {BODY}) or not rules or not set(kinds) <= _HELD
    return task.done(AnswerStatus.ANSWERED_PARTIALLY if unknown and rules else _status(rules), focus=rules)


def _status(rules: list[Evidence]) -> AnswerStatus:
    return AnswerStatus.ANSWERED if rules else AnswerStatus.NO_INFORMATION


def _first_of_work(asked: Abroad) -> str:
    """The kind that says more than another named beside it («świadectwo spawacza» is no school certificate)."""
    return next((kind for kind in _LEFT_OUT if kind in asked.kinds), "")


def _degree(task: Task, _: Abroad) -> list[Evidence]:
    return _quoted(task, DEGREE)


def _school(task: Task, _: Abroad) -> list[Evidence]:
    joins = "named" in named_in("course", analyse(task.wish.question, max_words=100).words)
    return [*_quoted(task, SCHOOL), *(_quoted(task, COURSE) if joins else [])]


def _driving(task: Task, _: Abroad) -> list[Evidence]:
    task.draft.say("dialogue.foreign_driving")
    return []


def _welding(task: Task, asked: Abroad) -> list[Evidence]:
    task.draft.say("dialogue.foreign_permission")
    return [*_quoted(task, WELDER), *_of_union(task, asked), *_again(task)]


def _electric(task: Task, asked: Abroad) -> list[Evidence]:
    task.draft.say("dialogue.foreign_permission")
    return [*_quoted(task, ELECTRIC), *_of_union(task, asked), *_again(task)]


def _craft(task: Task, asked: Abroad) -> list[Evidence]:
    task.draft.say("dialogue.foreign_craft")
    return [*_of_union(task, asked), *_again(task)]


def _licence(task: Task, asked: Abroad) -> list[Evidence]:
    task.draft.say("dialogue.foreign_licence")
    return _of_union(task, asked)


def _medical(task: Task, asked: Abroad) -> list[Evidence]:
    return [*_of_union(task, asked), *_quoted(task, MEDICAL)]


def _of_union(task: Task, asked: Abroad) -> list[Evidence]:
    """The law of the Union, where the papers are from there; else that it is of the Union only."""
    return _quoted(task, UNION) if asked.where == EU else _only_of_union(task, asked)


def _again(task: Task) -> list[Evidence]:
    """What is known from work can be shown anew, whatever becomes of the paper."""
    task.draft.paragraph()
    return _quoted(task, WORKED)


def _only_of_union(task: Task, asked: Abroad) -> list[Evidence]:
    """Say plainly that the law held is of the Union only, where the papers are from elsewhere or nobody knows."""
    rule = task.situation.by_id(UNION)
    if rule is None or (asked.where == EU) or not (asked.where or _OF_WORK.intersection(asked.kinds)):
        return []
    task.draft.say("dialogue.foreign_not_union" if asked.where else "dialogue.foreign_union", rule)
    return [rule]


def _of_recognition(task: Task, asked: Abroad) -> None:
    """Price and duration of recognition are not held."""
    for name in (name for name in asked.asks if name != BODY):
        task.draft.say(f"dialogue.foreign_{name}")


def _quoted(task: Task, record_id: str) -> list[Evidence]:
    rule = task.situation.by_id(record_id)
    if rule is None:
        return []
    system.quote(task, rule)
    return [rule]


_TOLD: dict[str, Callable[[Task, Abroad], list[Evidence]]] = {
    "medical": _medical,
    "degree": _degree,
    "school": _school,
    "driving": _driving,
    "welding": _welding,
    "electric": _electric,
    "craft": _craft,
    "licence": _licence,
}
_HELD = frozenset({"degree", "school", "medical"})
# What a kind makes of words beside it: a welder's certificate is of no school, a driving licence no other licence.
_LEFT_OUT = {
    "welding": ("school", "licence", "degree"),
    "electric": ("school", "licence", "degree"),
    "driving": ("licence", "electric"),
    "craft": ("school", "degree"),
    "medical": ("licence", "school"),
}
