"""Answers about the papers of crafts: from the record of the trade, not from that of the school occupation."""

from dataclasses import replace

from assistant.models.embedded.asked.crafts import Craft, paper_of, trades_of
from assistant.models.embedded.compose import qualification, system
from assistant.models.embedded.compose.single import record as of_record
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_FAIR, FACT_GOOD
from assistant.models.embedded.compose.words import label, name_for, value
from assistant.models.embedded.planning.fit import called
from assistant.models.embedded.wish import SURE
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import overlap
from register.evidence import Evidence
from register.vocabulary import AnswerStatus

_OF_PAPER = frozenset({Intent.LEVEL, Intent.VALIDITY, Intent.WHO_AWARDS})
_ANSWERED = _OF_PAPER | {Intent.ENTRY, Intent.ABOUT, Intent.FIND, Intent.OUTCOMES, Intent.TASKS, Intent.SYSTEM}


def craft(task: Task, asked: Craft) -> Composed | None:
    """Answer from the record of the trade named; without one from all papers of the kind; ``None`` where neither fits.

    Where the trade named has no such record, this is said first, then what rules tell of such papers.
    """
    if asked.trade and not asked.named and task.wish.score < SURE:  # «a egzamin czeladniczy?»
        task = Task(replace(task.wish, intent=Intent.SYSTEM), task.situation, task.prompts)
    if task.wish.intent not in _ANSWERED:
        return None
    records = papers(task, asked.paper)
    spoken = f"{task.wish.question} {asked.trade}"
    entries = (one for one in records if paper_of(one.title))
    named = [one for one in entries if _words_said(spoken, one)]
    if named:
        return _of_trade(task, asked, max(named, key=lambda one: _words_said(spoken, one)))
    if not asked.surely:
        return None
    if not asked.named and not asked.trade:
        return _of_all(task, asked.paper, records)
    return None if asked.named and task.wish.intent is Intent.SYSTEM else _without_record(task, asked, records)


def papers(task: Task, paper: str = "") -> list[Evidence]:
    """Return the craft records read in this turn, those whose document is ``paper`` where one is named."""
    found = (item for asked in task.situation.asked for item in asked.result.evidence)
    crafts = {item.record_id: item for item in found if item.facts.get("category") == "craft"}
    return [item for item in crafts.values() if not paper or item.facts["document"] == paper]


def said_of(spoken: str, record: Evidence) -> bool:
    """Tell whether what is spoken of is the trade of a craft's record."""
    return _words_said(spoken, record) > 0 and bool(paper_of(record.title))


def _words_said(spoken: str, record: Evidence) -> int:
    return max((overlap(spoken, trade).contained for trade in trades_of(called(record))), default=0)


def _of_trade(task: Task, asked: Craft, record: Evidence) -> Composed:
    """What is asked of the record; a question for conditions is answered by a rule, and goes on with the record."""
    facts = task.facts()
    held = task.wish.intent in _OF_PAPER or (task.wish.intent is Intent.ENTRY and record.facts["entry_conditions"])
    told = held or (task.wish.intent is Intent.ABOUT and task.wish.score >= SURE)
    of_rule = asked.named and "?" in task.wish.question and not told
    if of_rule and facts and facts[0].confidence >= FACT_GOOD:
        composed = system.explain(task, facts)
        qualification.identity(task, record)
        return replace(composed, text=task.draft.text(), focus=(record.record_id, *composed.focus))
    about = Intent.ABOUT if task.wish.intent is Intent.SYSTEM else task.wish.intent
    wish = replace(task.wish, intent=about, targets=(record.record_id,))
    return of_record(Task(wish, task.situation, task.prompts), record)


def _of_all(task: Task, paper: str, records: list[Evidence]) -> Composed | None:
    """The papers of a kind, one by one: they may differ in what is asked; who awards them is told of the kind.

    A rule that tells of the paper what is asked comes before them.
    """
    if task.wish.intent is Intent.WHO_AWARDS:
        kind = _kind(records)
        return None if kind is None or not qualification.awarding(task, kind) else task.done(focus=[kind])
    entries = [one for one in records if paper_of(one.title)]
    asked = task.wish.intent in _OF_PAPER or lexicon.has(task.wish.question, "level")
    if not entries or not asked or _rule_tells(task, paper):
        return None
    task.draft.say("list.papers_head", document=value(entries[0].facts["document"], task.draft))
    for one in entries:
        level, validity = one.facts["prk_level"], one.facts["validity"]
        name = name_for(one, task.draft)
        told = task.draft.phrase("q.item_level", label=name, level=level) if level else name
        task.draft.item(f"{told}: {value(validity['text'], task.draft)}" if validity else told, one)
    task.draft.paragraph()
    task.draft.say("list.more")
    return task.done(focus=entries, options=[f"{one.record_id}|{label(one)}" for one in entries])


def _rule_tells(task: Task, paper: str) -> bool:
    """Tell whether a rule found is of the paper alone: «Poziom i ważność dyplomu mistrzowskiego»."""
    titles = (rule.evidence.facts["title"]["pl"] for rule in task.facts() if rule.confidence >= FACT_FAIR)
    others = [other for other in lexicon.papers() if other != paper]
    return any(
        overlap(title, paper).contained and not any(overlap(title, other).contained for other in others)
        for title in titles
    )


def _kind(records: list[Evidence]) -> Evidence | None:
    """The record of the kind of paper itself, which says who awards it."""
    return next((one for one in records if not paper_of(one.title) and one.facts["awarding_bodies"]), None)


def _without_record(task: Task, asked: Craft, records: list[Evidence]) -> Composed:
    """Say that the data hold no such paper of the trade, then who examines and awards papers of the kind."""
    trade = asked.named or asked.trade
    task.draft.say("none.no_paper", document=value(asked.paper, task.draft), trade=trade[:120])
    if (kind := _kind(records)) is not None:
        qualification.document_body(task, kind)
    if rule := task.rule("crafts"):
        system.quote(task, rule)
    return task.done(AnswerStatus.ANSWERED_PARTIALLY, focus=[rule] if rule else ())
