"""Sentences about the labour market: what figures there are, with source, date and limits, and what there is not."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.labour.age import period_in
from assistant.models.embedded.asked.figures import asks_for_demand
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.words import local
from assistant.models.embedded.words.intents import Intent
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, Language, RecordType

TOOL = "labour_market"
_MOST, _MOST_BRIEF, _MOST_THOROUGH = 3, 2, 6
# What is told in sentences of its own, or goes without saying.
_NOT_TOLD = frozenset({"more"})
_MONEY = frozenset({"zł", "zł za godzinę"})
UNIT_OF_LIST = "zawody"
"""The unit of the figure that says how many occupations are on the list of demand."""

_GRADE = "stopień zapotrzebowania"
_ON_LIST = "szczególne zapotrzebowanie"
_HEADS = {"pay": "general_pay", "graduates": "graduates", "demand": "demand"}


def asked(task: Task) -> bool:
    """Tell whether the labour market was looked at in this turn."""
    return any(one.tool == TOOL for one in task.situation.asked)


def leads(task: Task) -> bool:
    """Tell whether demand is what is asked for: it is told before what is not held of offers."""
    if task.wish.intent is not Intent.JOBS or not asked(task):
        return False
    return asks_for_demand(task.wish.question)


def tell(task: Task, record: Evidence | None) -> tuple[Evidence, ...]:
    """Say what is not held, list the figures found and their limits; return the figures shown."""
    found = [found.evidence for found in task.situation.found(RecordType.LABOUR_FACT)]
    if task.wish.intent is Intent.PAY:
        found = [figure for figure in found if figure.facts["unit"] in _MONEY] or found
    figures = tuple(_one_of_each(found, alone=not task.thorough)[: most(task)])
    notes = [note.split(":", 2)[1:] for note in task.situation.notes() if note.startswith("labour:")]
    task.draft.paragraph()
    _listed(task, notes, record, figures)
    _gaps(task, notes, record)
    if not figures:
        return ()
    topics = {figure.facts["topic"] for figure in figures}
    task.draft.say(f"labour.{_HEADS.get(topics.pop(), 'other') if len(topics) == 1 else 'other'}")
    for figure in figures:
        task.draft.item(item(task, figure), figure)
    task.draft.paragraph()
    limits(task, figures)
    if task.wish.intent is Intent.PAY and ["not_held", "pay"] in notes:
        task.draft.paragraph()
        task.draft.say("labour.where_pay")
    return figures


def _listed(task: Task, notes: list[list[str]], record: Evidence | None, figures: tuple[Evidence, ...]) -> None:
    """Say first whether the occupation is on the national list of demand, by its name."""
    said = (record,) if record is not None and record.kind is RecordType.OCCUPATION else ()
    for kind, period in notes:
        if kind == "not_listed" and said:
            # The figure of the list is cited too: the year is its own.
            lists = [figure for figure in figures if figure.facts["unit"] == UNIT_OF_LIST]
            task.draft.say("labour.not_listed", *said, *lists[:1], name=said[0].title, period=period)
    for figure in figures:
        if figure.facts["unit"] == _GRADE and figure.facts["value"] == _ON_LIST:
            task.draft.say("labour.listed", figure, *said, name=figure.facts["field"], period=figure.facts["period"])


def demand_of_each(task: Task, records: Sequence[Evidence]) -> Composed:
    """Say of each of several occupations whether it is on the national list of demand, then the limits of the list."""
    shown: dict[str, Evidence] = {}
    for record in records:
        own = tuple(one for one in task.situation.asked if one.arguments.get("occupation") == record.record_id)
        situation = replace(task.situation, asked=own)
        figures = tuple(found.evidence for found in situation.found(RecordType.LABOUR_FACT))
        notes = [note.split(":", 2)[1:] for note in situation.notes() if note.startswith("labour:")]
        _listed(task, notes, record, figures)
        shown |= {figure.record_id: figure for figure in figures if figure.facts["unit"] in (UNIT_OF_LIST, _GRADE)}
    if not shown:
        task.draft.say("labour.note.not_held", detail=task.draft.label("labour.topic.demand", "demand"))
        return task.done(AnswerStatus.NO_INFORMATION, focus=records)
    task.draft.paragraph()
    limits(task, tuple(shown.values()))
    return task.done(focus=records, options=[f"{record.record_id}|{record.title}" for record in records])


def further(task: Task, shown: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Offer the list of demand whole where only its length was told."""
    lists = (figure for figure in shown if figure.facts["unit"] == UNIT_OF_LIST)
    return tuple(task.draft.phrase("labour.suggest_list", period=figure.facts["period"]) for figure in lists)[:1]


def most(task: Task) -> int:
    """How many figures are told to this person."""
    return _MOST_THOROUGH if task.thorough else _MOST_BRIEF if task.brief else _MOST


def _one_of_each(figures: list[Evidence], *, alone: bool) -> list[Evidence]:
    """Put the first figure of every source and occupation before the others, or leave it ``alone``.

    Figures that contradict each other stay together.
    """
    first: dict[tuple[str, ...], Evidence] = {}
    for figure in figures:
        first.setdefault(_shelf_mark(figure), figure)
    disputed = {figure.facts["disputed"] for figure in first.values()} - {""}
    ahead = [f for f in figures if f in first.values() or f.facts["disputed"] in disputed]
    return ahead if alone else [*ahead, *(figure for figure in figures if figure not in ahead)]


def _shelf_mark(figure: Evidence) -> tuple[str, ...]:
    facts = figure.facts
    return (facts["disputed"],) if facts["disputed"] else (facts["source"]["key"], facts["occupation"], facts["field"])


def _gaps(task: Task, notes: list[list[str]], record: Evidence | None) -> None:
    missing = [detail for kind, detail in notes if kind == "not_held"]
    named = record is not None and record.kind is RecordType.OCCUPATION
    if task.wish.intent is Intent.PAY and "pay" in missing:
        cited = (record,) if record is not None and named else ()
        task.draft.say("labour.no_pay" if named else "labour.no_pay_any", *cited, name=record.title if record else "")
        missing.remove("pay")
    told = {*_NOT_TOLD, "not_held", *(("not_listed",) if named else ())}
    for kind, detail in notes:
        if kind not in told:
            task.draft.say(f"labour.note.{kind}", detail=detail)
    if leads(task) and "offers" in missing:
        missing.remove("offers")  # the rule that follows says so
    for topic in missing:
        task.draft.say("labour.note.not_held", detail=task.draft.label(f"labour.topic.{topic}", topic))


def item(task: Task, figure: Evidence) -> str:
    """Return one figure as a line: name, unit, value, place, period, source and date."""
    facts, draft = figure.facts, task.draft
    number = isinstance(facts["value"], int | float)
    place = facts["territory"]["name"]
    return draft.phrase(
        "labour.item" if facts["unit"] != _GRADE else "labour.item_word",
        name=facts["translations"].get(draft.language.value) or facts["name"],
        unit=draft.label(f"labour.unit.{facts['unit']}", facts["unit"]),
        value=number_in(facts["value"], draft.language) if number else _word(task, facts["value"]),
        place=draft.phrase("label.whole_country") if place == "kraj" else place,
        period=period_in(facts["period"], draft.language, task.prompts),
        source=facts["source"]["name"],
        as_of=period_in(figure.as_of, draft.language, task.prompts),
    )


def limits(task: Task, figures: tuple[Evidence, ...]) -> None:
    """Say each limit once, citing the figures it is of; a young person is told the first of each figure."""
    said: dict[str, list[Evidence]] = {}
    for figure in figures:
        caveats = figure.facts["caveats"][:1] if task.brief else figure.facts["caveats"]
        for caveat in caveats:
            said.setdefault(local(caveat, task.draft), []).append(figure)
    for text, cited in said.items():
        task.draft.say("f.caveat", *cited, caveat=text)


def number_in(value: float, language: Language) -> str:
    """Write a number as the language does: «6 856,75» or «6856.75»; a whole one without decimals."""
    written = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    if language is Language.EN:
        # Without a thousands separator: "6,856.75" has two marks that could each be the decimal one.
        return written.replace(",", "")
    return written.replace(",", "\u00a0").replace(".", ",")


def _word(task: Task, value: str) -> str:
    return task.draft.label(f"labour.value.{value}", value)
