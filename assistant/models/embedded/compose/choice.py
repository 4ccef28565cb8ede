"""Which of the records found is the one meant."""

from assistant.models.embedded.compose.task import Task
from assistant.models.embedded.compose.thresholds import FALL, NEAR_ENOUGH, OF_OCCUPATIONS, PLAIN, RECORDS
from assistant.models.embedded.planning.fit import GOOD, best_records, coverage_of_hint, likeness, official_words
from assistant.models.embedded.situation import Found, Situation
from assistant.models.embedded.wish import SURE
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import overlap, same_stem
from register.evidence import Evidence
from register.vocabulary import RecordType
from retrieval.analysis import analyse

# By how much a record that holds what is asked may fit less well than one that does not.
HOLDS = 0.1
FEWEST_SIDES, MOST_SIDES = 2, 3
# Told by a full qualification itself; anything else the occupation whose name it bears tells better.
_OF_PAPER = frozenset({Intent.LEVEL, Intent.WHO_AWARDS, Intent.VALIDITY})
_ASKED_FIELD = {Intent.VALIDITY: "validity", Intent.ENTRY: "entry_conditions", Intent.DURATION: "volume_hours"}


def holding(task: Task, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Put the records first that hold the field asked for, among those that fit about as well as the best."""
    field = _ASKED_FIELD.get(task.wish.intent)
    least = max(NEAR_ENOUGH, found[0].confidence - HOLDS)
    with_it = tuple(f for f in found if field and f.confidence >= least and f.evidence.facts.get(field))
    return (*with_it, *(f for f in found if f not in with_it)) if with_it else found


def alike(found: tuple[Found, ...]) -> frozenset[str]:
    """The names of the records that fit exactly as well as the best."""
    return frozenset(f.evidence.title for f in found if f.confidence == found[0].confidence)


def preferred(task: Task, found: tuple[Found, ...]) -> tuple[Evidence, ...]:
    """The record meant, or several where the words fit them alike: an official name before an everyday word."""
    if occupation := _of_kind_spoken_of(task, found):
        return (occupation,)
    top = [f for f in found if f.confidence >= found[0].confidence - 0.02]
    # One word of a longer phrase («stolarka» in «montażysta stolarki») outweighs nothing that fits better.
    longest = max(official_words(task.subject, f.evidence, translated=True) for f in top)
    if longest == 1 and not any(
        f.confidence == found[0].confidence and official_words(task.subject, f.evidence, translated=True) for f in top
    ):
        longest, top = 0, top[:1]
    if longest:
        top = [f for f in top if official_words(task.subject, f.evidence, translated=True) == longest]
    hours = task.wish.intent is Intent.DURATION and any(f.evidence.facts.get("volume_hours") for f in top)
    years = task.wish.intent is Intent.DURATION and not hours
    of_occupations = task.wish.intent in OF_OCCUPATIONS or task.wish.score < SURE or years
    wanted = RecordType.OCCUPATION if of_occupations else RecordType.QUALIFICATION
    clear = [f for f in top if not _is_shadow(f.evidence, top)]
    kind = [f for f in clear if f.evidence.kind is wanted] or (top if task.wish.intent in _OF_PAPER else clear)
    titles = {f.evidence.title: f.evidence for f in _nearest_to_talk(task, kind)}
    exact = [record for record in titles.values() if likeness(task.subject, record) == 1.0]
    if len(exact) == 1 and exact[0].facts.get("withdrawn") and (taught := _taught_instead(exact[0], found)):
        return (taught,)
    return tuple(exact if len(exact) == 1 else titles.values())


def _taught_instead(withdrawn: Evidence, found: tuple[Found, ...]) -> Evidence | None:
    """«Lakiernik» bears the name of an occupation that schools teach no more: the one they teach that is called so too.

    Who names the old one by more than one word means that.
    """
    if " " in withdrawn.title:
        return None
    others = (f.evidence for f in found if f.evidence.kind is RecordType.OCCUPATION)
    taught = [one for one in others if not one.facts.get("withdrawn")]
    called = [one for one in taught if overlap(withdrawn.title, one.title).coverage == 1.0]
    return called[0] if len(called) == 1 else None


def _of_kind_spoken_of(task: Task, found: tuple[Found, ...]) -> Evidence | None:
    """«A rachunkowość?» after an occupation asks for one: for «technik rachunkowości», not for its qualification."""
    part = found[0].evidence
    spoken = task.situation.memo.it.startswith("kzis:") and not (task.wish.codes or task.wish.targets)
    if not spoken or part.kind is not RecordType.QUALIFICATION or part.facts["kind"] == "full":
        return None
    owners = (f.evidence for f in found if f.evidence.record_id in part.facts["occupations"])
    called = [one for one in owners if overlap(task.subject, one.title).coverage == 1.0]
    return called[0] if len(called) == 1 else None


def _nearest_to_talk(task: Task, found: list[Found]) -> list[Found]:
    """Of several that fit alike, the one whose name has most of what was spoken of before."""
    if len(found) < 2 or not task.wish.hint:
        return found
    shared = [coverage_of_hint(task.wish.hint, f.evidence) for f in found]
    most = max(shared)
    return [f for f, share in zip(found, shared, strict=True) if share == most]


def best(found: tuple[Found, ...], intent: Intent) -> Evidence:
    """Return one record of the best fit, an occupation where the question is of occupations."""
    top = [f for f in found if f.confidence >= found[0].confidence - 0.02]
    wanted = RecordType.OCCUPATION if intent in OF_OCCUPATIONS else RecordType.QUALIFICATION
    return next((f.evidence for f in top if f.evidence.kind is wanted), top[0].evidence)


def of_side(task: Task, side: str) -> Evidence | None:
    """Return the record that one side of a comparison names, by its code or its words; none where none fits well."""
    if side in (code.casefold() for code in task.wish.codes) or side.upper() in task.wish.codes:
        wanted = side.upper()
        codes = (f.evidence for f in task.situation.found(*RECORDS))
        return next((record for record in codes if record.facts.get("code") == wanted), None)
    found = best_records(task.situation, (side,), *RECORDS)
    if not any(likeness(side, f.evidence) == 1.0 for f in found) and (inflected := _inflected(side, found)):
        return inflected
    return _meant(side, found) if found and found[0].confidence >= GOOD else None


def pair_of(task: Task, sides: tuple[str, ...]) -> list[Evidence | None]:
    """Return what two sides of a comparison name; of several that «mechanik» fits the one akin to the other side."""
    pair = [of_side(task, side) for side in sides]
    if len(pair) != FEWEST_SIDES:
        return pair
    for at, side in enumerate(sides):
        other, found = pair[1 - at], best_records(task.situation, (side,), RecordType.OCCUPATION)
        fitting = [f.evidence for f in found if overlap(side, f.evidence.title).coverage == 1.0]
        if other is None or len(fitting) < FEWEST_SIDES or any(likeness(side, one) == 1.0 for one in fitting):
            continue
        akin = max(fitting, key=lambda one: (one.record_id != other.record_id, kinship(one, other)))
        pair[at] = akin if kinship(akin, other) and akin.record_id != other.record_id else pair[at]
    return pair


def kinship(one: Evidence, other: Evidence) -> int:
    """How many qualifications two occupations have in common, and how many words of their names."""
    of_one, of_other = (
        {part for choice in record.facts.get("qualifications") or () for part in choice} for record in (one, other)
    )
    return len(of_one & of_other) + overlap(one.title, other.title).there


def of_codes(task: Task) -> tuple[Evidence, ...]:
    """Return the records of several codes that a plain fact is asked of («INF.02 i INF.03 – jaki poziom?»)."""
    if task.wish.intent not in PLAIN or len(task.wish.codes) < FEWEST_SIDES:
        return ()
    found = tuple(record for code in task.wish.codes if (record := of_side(task, code)) is not None)
    return found if len(found) > 1 else ()


def of_sides(task: Task, *, exactly: bool = False) -> tuple[Evidence, ...]:
    """Return the two or three records that a plain fact is asked of («elektryk czy elektronik, jaki poziom?»).

    A later side may leave out what the first is called as well: «technik informatyk czy programista»; not ``exactly``.
    """
    if task.wish.intent not in PLAIN or task.wish.codes or len(task.wish.sides) < FEWEST_SIDES:
        return ()
    head = task.wish.sides[0].rpartition(" ")[0]
    named = [(side, named_so(task, side)) for side in task.wish.sides]
    records = [one or (None if exactly else of_side(task, f"{head} {side}".strip())) for side, one in named]
    found = {record.record_id: record for record in records if record is not None}
    return tuple(found.values()) if 1 < len(found) == len(records) <= MOST_SIDES else ()


def named_so(task: Task, side: str) -> Evidence | None:
    """Return the record whose name, or everyday name, is just ``side``."""
    found = best_records(task.situation, (side,), *RECORDS)
    return _meant(side, found) if any(likeness(side, f.evidence) == 1.0 for f in found) else None


def _inflected(side: str, found: tuple[Found, ...]) -> Evidence | None:
    """The record whose name differs from ``side`` in endings only, which the dictionary does not know («podologa»)."""
    said = [word.folded for word in analyse(side).words]
    names = ((f, [word.folded for word in analyse(f.evidence.title).words]) for f in found)
    same = (f for f, name in names if len(name) == len(said) and all(map(same_stem, said, name)))
    return best(fitting, Intent.ABOUT) if (fitting := tuple(same)) else None


def _meant(side: str, found: tuple[Found, ...]) -> Evidence:
    """«Elektryk» is an everyday word for «technik elektryk» and the name of another occupation."""
    named = tuple(f for f in found if overlap(side, f.evidence.title).dice == 1.0)
    return best(named or found, Intent.ABOUT)


def _is_shadow(record: Evidence, found: list[Found]) -> bool:
    """A full school qualification bears the name of its occupation, which tells more."""
    if record.kind is not RecordType.QUALIFICATION or record.facts["kind"] != "full":
        return False
    return any(f.evidence.kind is RecordType.OCCUPATION and f.evidence.title == record.title for f in found)


def by_rank(situation: Situation) -> dict[str, float]:
    """The search's confidence, falling with the place in its list: the order tells what words in passing do not."""
    best: dict[str, float] = {}
    for asked in situation.asked:
        for place, (item, fit) in enumerate(zip(asked.result.evidence, asked.result.confidences, strict=True)):
            best[item.record_id] = max(best.get(item.record_id, 0.0), fit * FALL**place)
    return best


def with_code(task: Task, found: tuple[Found, ...]) -> Evidence:
    """The record that bears the code asked for, before those read along with it."""
    wanted = set(task.wish.codes)
    exact = (
        f.evidence for f in found if {f.evidence.facts.get("code"), str(f.evidence.facts.get("register_id"))} & wanted
    )
    return next(exact, found[0].evidence)
