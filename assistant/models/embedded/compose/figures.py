"""Answers about figures of the labour market asked for by name: the one asked for first, then its limits."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.labour.age import period_in
from assistant.models.embedded.asked.figures import GONE, GROSS, LISTING, NEW, Figures, is_called
from assistant.models.embedded.compose import labour
from assistant.models.embedded.compose.task import Composed, Task
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, LabourTopic, RecordType

MOST_LISTED, MOST_LISTED_BRIEF = 12, 8
_GROSS_IN_NAME = "brutto"
_TOPICS = {LabourTopic.UNEMPLOYMENT, LabourTopic.DEMAND}


def figures(task: Task, asked: Figures) -> Composed:
    """Tell the figures that a question names, or the list of occupations in demand; say what of it is not held."""
    found = [one.evidence for one in task.situation.found(RecordType.LABOUR_FACT)]
    if asked.measures == (GROSS,):
        return _gross(task, found)
    shown = _counted(asked, found) if asked.topic is LabourTopic.DEMAND else _picked(task, asked, found)
    lacking = _remarks(task, asked, shown)
    if not shown:
        if not lacking:
            task.draft.say("labour.none")
        return task.done(AnswerStatus.NO_INFORMATION)
    status = AnswerStatus.ANSWERED_PARTIALLY if lacking else AnswerStatus.ANSWERED
    if asked.topic is LabourTopic.DEMAND:
        return _list(task, asked, shown[0], [figure for figure in found if figure.facts["occupation"]], status)
    for figure in shown:
        task.draft.item(labour.item(task, figure), figure)
    task.draft.paragraph()
    labour.limits(task, shown)
    return task.done(status)


def _gross(task: Task, found: Sequence[Evidence]) -> Composed:
    """Say that the amounts told last are gross ones, which is all that is held."""
    told = [one for one in found if one.record_id in task.situation.memo.cited and _GROSS_IN_NAME in one.title]
    task.draft.say("labour.gross" if told else "labour.none", *told)
    return task.done(AnswerStatus.ANSWERED if told else AnswerStatus.NO_INFORMATION)


def _picked(task: Task, asked: Figures, found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The figures of the measures asked for, in their order; of a group of occupations, and of the degrees named."""
    if asked.topic is LabourTopic.UNEMPLOYMENT:
        return tuple(found[: labour.most(task)])
    right = [one for one in found if one.facts["code_prefix"] == asked.group]
    if asked.levels:
        right = [one for one in right if any(is_called(one.title, level) for level in asked.levels)]
    measured = [one for measure in asked.measures for one in right if is_called(one.title, measure)]
    if asked.group:  # «średnia pensja kierownika»: the group's own mean, else all there is of the group
        measured = [one for one in measured if any(is_called(one.title, name) for name in asked.narrowing)] or right
    return tuple({one.record_id: one for one in measured}.values())


def _counted(asked: Figures, found: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The figure that says how many occupations are on the list: of the year asked for, else of the newest."""
    counts = [one for one in found if one.facts["unit"] == labour.UNIT_OF_LIST and not one.facts["occupation"]]
    of_year = [one for one in counts if asked.period and one.facts["period"].startswith(asked.period)]
    return tuple(sorted(of_year or counts, key=lambda one: one.facts["period"], reverse=True)[:1])


def _remarks(task: Task, asked: Figures, shown: Sequence[Evidence]) -> bool:
    """Say what of the question is not held: the year, the voivodeship, the figure; tell whether anything was said."""
    notes = [note.split(":", 2)[1:] for note in task.situation.notes() if note.startswith("labour:")]
    told = [(kind, detail) for kind, detail in notes if _concerns(kind, detail, asked, shown)]
    for kind, detail in told:
        named = task.draft.label(f"labour.topic.{detail}", detail) if kind == "not_held" else detail
        task.draft.say(f"labour.note.{kind}", detail=named)
    if other := bool(shown and asked.period) and not any(f.facts["period"].startswith(asked.period) for f in shown):
        task.draft.say("labour.no_period", period=asked.period)
    if told or other:
        task.draft.paragraph()
    return bool(told) or other


def _concerns(kind: str, detail: str, asked: Figures, shown: Sequence[Evidence]) -> bool:
    """Tell whether a remark is about what is asked: others are about figures of the same topic."""
    if kind == "withheld":
        return any(is_called(detail, measure) for measure in asked.measures)
    if kind == "disputed":
        return any(figure.facts["disputed"] == detail for figure in shown)
    return kind not in ("more", "not_listed") and (kind != "not_held" or asked.topic in _TOPICS)


def _list(
    task: Task, asked: Figures, count: Evidence, occupations: Sequence[Evidence], status: AnswerStatus
) -> Composed:
    """Name the occupations on the national list; a long list is cut, and the rest offered."""
    draft = task.draft
    if not {NEW, GONE}.isdisjoint(asked.measures):
        return _changed(task, asked, occupations, status)
    day = period_in(count.as_of, draft.language, task.prompts)
    draft.say("labour.list_count", count, period=count.facts["period"], as_of=day, count=int(count.facts["value"]))
    more = labour.further(task, (count,))
    if LISTING not in asked.measures:
        labour.limits(task, (count,))
        return task.done(status, suggestions=more)
    every = _of_year(occupations, count.facts["period"])
    most = MOST_LISTED_BRIEF if task.brief else MOST_LISTED
    shown = every if asked.whole or task.thorough or len(every) <= most else every[:most]
    for figure in shown:
        draft.item(figure.facts["field"], figure)
    draft.paragraph()
    cut = len(every) - len(shown)
    if cut:
        draft.say("labour.list_cut", shown=len(shown), count=len(every))
        draft.paragraph()
    labour.limits(task, (count,))
    composed = task.done(status, suggestions=more if cut else ())
    return replace(composed, listed=tuple(figure.facts["occupation"] for figure in shown))


def _changed(task: Task, asked: Figures, occupations: Sequence[Evidence], status: AnswerStatus) -> Composed:
    """Name the occupations on the list of a year that were not on that of the year before, and the other way round."""
    now, before = _of_year(occupations, asked.period), _of_year(occupations, asked.year_before)
    if not (now and before):
        task.draft.say("labour.none")
        return task.done(AnswerStatus.NO_INFORMATION)
    for measure in (one for one in (NEW, GONE) if one in asked.measures):
        here, there = (now, before) if measure == NEW else (before, now)
        known = {one.facts["occupation"] for one in there}
        changed = [one for one in here if one.facts["occupation"] not in known]
        said = f"labour.list_{measure}" if changed else f"labour.list_none_{measure}"
        task.draft.say(said, period=asked.period, before=asked.year_before)
        for figure in changed:
            task.draft.item(figure.facts["field"], figure)
        task.draft.paragraph()
    labour.limits(task, tuple(now[:1]))
    return task.done(status)


def _of_year(occupations: Sequence[Evidence], period: str) -> list[Evidence]:
    return [one for one in occupations if one.facts["period"] == period]
