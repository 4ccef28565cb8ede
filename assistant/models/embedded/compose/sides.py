"""Several things named in one breath («mechanik czy lakiernik?»): each looked for by itself, a missing one told so."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.models.embedded.compose import listing, occupation, qualification, system, unheld
from assistant.models.embedded.compose.choice import FEWEST_SIDES, kinship, named_so, of_side, pair_of
from assistant.models.embedded.compose.open_question import rule_or_record
from assistant.models.embedded.compose.single import each
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import EXACT, FACT_FAIR, FACT_HALF, FACT_NEAR, FACT_SURE, PLAIN
from assistant.models.embedded.compose.words import as_name
from assistant.models.embedded.person.change import (
    is_rank,
    is_somebody,
    may_name_somebody,
    names_somebody,
    stands_as_name,
)
from assistant.models.embedded.planning.fit import best_records, called, is_generic, likeness, official_words, speaks_of
from assistant.models.embedded.reading.subject import names_something
from assistant.models.embedded.wish import OF_RECORDS, TALK
from assistant.models.embedded.words.attributes import named_in
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import overlap
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType
from retrieval.analysis import analyse


def one_or_other(task: Task) -> Composed | None:
    """Put beside each other the things of which one is to be chosen; what no record bears is said to be missing.

    ``None`` where they are no occupations or qualifications: schools, ways of learning, notions.
    """
    sides = task.wish.either
    found = _each(task, sides)
    missing = [side for side, record in zip(sides, found, strict=True) if record is None]
    records = list({record.record_id: record for record in found if record is not None}.values())
    exact = not missing and all(named_so(task, side) for side in sides)
    if not exact and task.wish.intent in TALK - {Intent.UNDECIDED, Intent.OFF_TOPIC}:
        return None  # «ви людина чи програма?»
    if not all(map(_may_be_one, missing)) or len(records) + len(missing) < len(sides):
        return None
    return _told(task, records, missing) if records or any(map(_is_of_people, missing)) else None


def of_each(task: Task) -> Composed | None:
    """Tell what is asked of each of several that are named; ``None`` where nothing of them is missing or held."""
    sides = task.wish.sides
    asked = task.wish.intent in OF_RECORDS and not (task.wish.targets or task.wish.codes)
    if not asked or len(sides) < FEWEST_SIDES or not all(map(may_name_somebody, sides)):
        return None
    found = _each(task, sides)
    missing = [side for side, record in zip(sides, found, strict=True) if record is None]
    if not all(map(_may_be_one, missing)):
        return None
    records = tuple({record.record_id: record for record in found if record is not None}.values())
    if not records or len(records) + len(missing) < len(sides) or (task.wish.intent in PLAIN and not missing):
        return None
    for side in missing:
        _say_missing(task, side)
    composed = each(task, records)
    return replace(composed, status=AnswerStatus.ANSWERED_PARTIALLY) if missing else composed


def compare(task: Task) -> Composed:
    """Put two records side by side, or quote the rule that tells two notions apart."""
    facts = task.facts()
    sides = [record for side in task.wish.sides if (record := of_side(task, side)) is not None]
    if len({record.record_id: record for record in sides}) > FEWEST_SIDES:
        return listing.beside(task, list({record.record_id: record for record in sides}.values()))
    pairs = pair_of(task, task.wish.sides[:2])
    if len(pairs) == FEWEST_SIDES and pairs[0] and pairs[1] and pairs[0].record_id != pairs[1].record_id:
        exact = all(_is_called(pair, side) for side, pair in zip(task.wish.sides, pairs, strict=False) if pair)
        enough = FACT_NEAR if any(pair is not None and is_generic(pair) for pair in pairs) else FACT_HALF
        rule_first = facts and facts[0].confidence >= enough and not task.wish.codes and not exact
        return system.explain(task, facts) if rule_first else listing.compared(task, pairs[0], pairs[1])
    sure = bool(facts) and facts[0].confidence >= FACT_SURE
    if not (sure or task.wish.codes) and (half := _half(task)):
        return half
    if facts and facts[0].confidence >= (FACT_FAIR if task.wish.sides else FACT_NEAR):
        return system.explain(task, facts)
    return rule_or_record(task)


def _half(task: Task) -> Composed | None:
    """What is held of the one of two that a record bears the name of, and that there is none of the other."""
    sides = task.wish.sides[:2]
    found = _each(task, sides)
    missing = [side for side, record in zip(sides, found, strict=True) if record is None]
    records = [record for record in found if record is not None]
    halves = len(missing) == len(records) == 1 and all(map(may_name_somebody, sides)) and not any(map(is_rank, sides))
    return _told(task, records, missing) if halves else None


def _told(task: Task, records: Sequence[Evidence], missing: Sequence[str]) -> Composed:
    """Say of the missing that there is no such record, then tell of the others beside each other, or of the one."""
    unheld.say(task)
    told = [rule for side in missing if (rule := _say_missing(task, side)) is not None]
    if len(records) > FEWEST_SIDES:
        composed = listing.beside(task, list(records))
    elif len(records) == FEWEST_SIDES:
        composed = listing.compared(task, *records)
    elif records:
        composed = _alone(task, records[0])
    else:
        task.draft.say("none.partial_data")
        return task.done(AnswerStatus.ANSWERED_PARTIALLY if told else AnswerStatus.NO_INFORMATION, empty=not told)
    part = bool(task.wish.unheld or (missing and not told))
    return replace(composed, status=AnswerStatus.ANSWERED_PARTIALLY) if part else composed


def _say_missing(task: Task, side: str) -> Evidence | None:
    """Say that no record bears the name; of a permission of other laws called so («spawacz») its rule is quoted."""
    task.draft.say("none.not_found", subject=as_name(side))
    rules = (found.evidence for found in task.facts())
    rule = next((one for one in rules if one.facts["fact_kind"] == "regulated" and speaks_of(one, side) == 1.0), None)
    if rule is not None:
        system.quote(task, rule)
    task.draft.paragraph()
    return rule


def _each(task: Task, sides: Sequence[str]) -> list[Evidence | None]:
    """The record of each side, called just so, or by a longer name that has all its words and no other side's.

    A later side may leave out what the first is called as well: «technik informatyk czy programista».
    """
    head = next(iter(sides), "").rpartition(" ")[0]
    found = [_called_so(task, side, f"{head} {side}".strip()) for side in sides]
    fitting = [[] if record else _fitting(task, side) for side, record in zip(sides, found, strict=True)]
    named: list[Evidence | None] = []
    for at, (side, record) in enumerate(zip(sides, found, strict=True)):
        others = [one for place, one in enumerate(found) if one is not None and place != at]
        others += [one for place, several in enumerate(fitting) for one in several if place != at]
        named.append(record or _most_akin(fitting[at], others) or _called_so_after_all(task, side))
    return named


def _called_so(task: Task, side: str, whole: str) -> Evidence | None:
    """The record called just so.

    An occupation that schools teach no more, and the qualification of somebody by an everyday name («mechanik» of
    MOT.05), come after all occupations of longer names.
    """
    record = named_so(task, side) or named_so(task, whole)
    if record is None or is_generic(record) or record.facts.get("withdrawn"):
        return None
    return None if record.kind is RecordType.QUALIFICATION and names_somebody(side) else record


def _most_akin(fitting: Sequence[Evidence], others: Sequence[Evidence]) -> Evidence | None:
    """Of several that a name fits, the one that has most in common with what else was named; the best fit first."""
    ids = {one.record_id for one in fitting}
    beside = [other for other in others if other.record_id not in ids]
    return max(fitting, key=lambda one: max((kinship(one, other) for other in beside), default=0), default=None)


def _fitting(task: Task, side: str) -> list[Evidence]:
    """The occupations taught one of whose own names has all the words said."""
    found = (f.evidence for f in best_records(task.situation, (side,), RecordType.OCCUPATION))
    taught = [one for one in found if not one.facts.get("withdrawn")]
    return [one for one in taught if any(overlap(side, name).coverage == 1.0 for name in called(one))]


def _called_so_after_all(task: Task, side: str) -> Evidence | None:
    record = named_so(task, side)
    return None if record is None or is_generic(record) else record


def _alone(task: Task, record: Evidence) -> Composed:
    teller = occupation.about if record.kind is RecordType.OCCUPATION else qualification.about
    teller(task, record)
    return task.done(focus=[record])


def _may_be_one(side: str) -> bool:
    """Tell whether a name that no record bears may be one of an occupation: it stands as a name and is no school's."""
    return stands_as_name(side) and names_something(side) and not named_in("school_types", analyse(side).words)


def _is_of_people(side: str) -> bool:
    return any(map(is_somebody, side.split()))


def _is_called(record: Evidence, side: str) -> bool:
    """Tell whether a side of a comparison is the record's name, has the name of an occupation in it or begins it."""
    occupied = record.kind is RecordType.OCCUPATION
    whole = occupied and official_words(side, record) > 0
    if occupied and names_somebody(side) and overlap(side, record.title).coverage == 1.0:
        return True  # «technik pojazdów»
    return whole or (likeness(side, record) >= EXACT and not is_generic(record))
