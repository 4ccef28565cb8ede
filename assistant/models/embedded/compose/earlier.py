"""Questions that go back to what was said before."""

from dataclasses import replace

from assistant.models.embedded.compose import labour, listing, system, talk
from assistant.models.embedded.compose.once import digest
from assistant.models.embedded.compose.open_question import rule_or_record
from assistant.models.embedded.compose.single import each, record
from assistant.models.embedded.compose.special import must_have, not_held, part_of
from assistant.models.embedded.compose.task import Composed, Task
from assistant.models.embedded.compose.thresholds import FACT_FAIR, NOT_HELD, RECORDS
from assistant.models.embedded.compose.untold import is_untold, onward, onward_of_each, untold
from assistant.models.embedded.dialogue.memo import is_rule
from assistant.models.embedded.dialogue.newly_named import is_named
from assistant.models.embedded.learnt.turns import wants_after
from assistant.models.embedded.learnt.wants import wants_of
from assistant.models.embedded.planning.fit import BESIDE_RECORD, GOOD, called, coverage, fits_nothing, names_of
from assistant.models.embedded.situation import Asked, Found
from assistant.models.embedded.wish import OF_SCHOOLING, SURE
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import Intent
from assistant.models.embedded.words.overlap import overlap, same_stem, words_of
from guardrails.sentences import split
from register.evidence import Evidence
from register.vocabulary import AnswerStatus, RecordType
from retrieval.analysis import analyse

_OF_PARTS = (Intent.PARTS, Intent.PART_OF)
SECOND_READING = 0.15
"""So likely must the qualifications of an occupation be asked for where rules were read and none of them is clear."""
MOST_ASKED = 5
"""So many records are named when it is asked which is meant."""


def meant_before(task: Task) -> str:
    """The record of the last answer that a short question goes back to when it fits nothing else.

    By a word of its name, or, where the question names nothing, the one the answer was about: «a policjant?» after
    another occupation is of no record. A rule is not gone back to, and neither is anything for a comparison. One that
    is clearly asked for comes before the record.
    """
    wish, situation = task.wish, task.situation
    read = [item for record_id in wish.before if (item := situation.by_id(record_id)) is not None]
    if not read or wish.intent is Intent.COMPARE:
        return ""
    if wish.intent is Intent.SYSTEM and _rule_fits(task, BESIDE_RECORD if wish.of_record else FACT_FAIR):
        return ""
    if wish.intent is Intent.SYSTEM and wish.of_record:
        return read[0].record_id  # a word that a rule has too («trzeba studia?») is asked of the record
    if not fits_nothing(_without_earlier(task).situation, task.subjects, *wish.asks):
        return ""
    named = max(read, key=lambda item: coverage(task.subject, item))
    said = coverage(task.subject, named)
    if 0 < said < 1 and is_untold(wish):
        return ""  # «a ratownik wodny?» after another one who rescues
    by_name = said > 0
    if not by_name and words_of(task.subject):
        return ""
    chosen = named if by_name else read[0]
    return "" if chosen.kind is RecordType.SYSTEM_FACT else chosen.record_id


def chosen_among(task: Task) -> Composed | None:
    """The one of those listed that everyday words call so; asked which, where they call several so alike."""
    read = (task.situation.by_id(record_id) for record_id in task.wish.among)
    records = [one for one in read if one is not None and one.kind in RECORDS]
    fits = tuple(one for one in records if _tells_of(task.subject, *names_of(one)))[:MOST_ASKED]
    others = (f.evidence for f in task.records(*RECORDS) if f.evidence not in fits)
    if any(overlap(task.subject, name).dice == 1.0 for other in others for name in called(other)):
        return None  # another record is called just so
    if len(records) > 1:
        fits = fits or tuple(one for one in records if _tells_of(task.subject, one.text))
    if not fits and task.wish.among and task.wish.kin:  # «mechanik» – «ten od samochodów»
        said = (task.wish.subject, task.wish.kin)
        kinds = (RecordType.QUALIFICATION, RecordType.OCCUPATION)  # of two of one name the occupation tells more
        found = {f.evidence.title: f.evidence for kind in kinds for f in task.records(kind)}
        fits = tuple(one for one in found.values() if all(_tells_of(name, one.title) for name in said))
        fits = fits if len(fits) == 1 else ()
    if len(fits) == 1:
        unread = task.wish.intent is Intent.FIND or task.wish.score < SURE
        intent = Intent.ABOUT if unread else task.wish.intent
        wish = replace(task.wish, intent=intent, targets=(fits[0].record_id,), subject="", subjects=())
        return _of_record(Task(wish, task.situation, task.prompts), fits[0])
    return talk.which(task, fits) if 1 < len(fits) < len(records) else None


def _tells_of(subject: str, *texts: str) -> bool:
    """Tell whether one of the texts has a word of the stem of one that was said."""
    said = [lemma for word in analyse(subject).content for lemma in word.lemmas]
    there = {lemma for text in texts for word in analyse(text, max_words=400).content for lemma in word.lemmas}
    return any(same_stem(one, other) for one in said for other in there)


def which_of_list(task: Task) -> Composed | None:
    """Ask which of the records listed is meant, unless a rule answers the question as it stands."""
    wish = task.wish
    if not wish.open_list or (wish.intent is Intent.SYSTEM and _rule_fits(task)):
        return None
    read = (task.situation.by_id(record_id) for record_id in wish.open_list)
    records = tuple(record for record in read if record is not None)[:MOST_ASKED]
    return talk.which(task, records) if len(records) > 1 else None


def new_or_before(task: Task) -> Composed | None:
    """What a message may name, where records or rules have it; else that the record spoken of does not tell of it."""
    wish = task.wish
    if not wish.guessed:
        return None
    own = _without_earlier(task)
    found = own.records(*RECORDS)
    before = task.situation.by_id(wish.before[0]) if wish.before else None
    if before is None or before.kind not in RECORDS or _rule_fits(own) or (found and found[0].confidence >= GOOD):
        return rule_or_record(own)
    if not is_named(wish.subject):
        return untold(Task(replace(wish, intent=Intent.SYSTEM), task.situation, task.prompts), before)
    return listing.nothing(own)


def _rule_fits(task: Task, least: float = FACT_FAIR) -> bool:
    facts = task.facts()
    return bool(facts) and facts[0].confidence >= least


def of_its_own(task: Task) -> Task:
    """Return the task of a question that goes back to nothing: what it might have gone back to is not found for it."""
    return _without_earlier(task) if (task.wish.before or task.wish.among) and task.subject else task


def _without_earlier(task: Task) -> Task:
    earlier = (*task.wish.before, *task.wish.among)
    own = tuple(asked for asked in task.situation.asked if not _reads(asked, earlier))
    return Task(task.wish, replace(task.situation, asked=own), task.prompts)


def _reads(asked: Asked, record_ids: tuple[str, ...]) -> bool:
    """Tell whether a call only read records of the last answer again."""
    wanted = {record_id.partition(":")[2].replace("-", " ") for record_id in record_ids}
    return asked.arguments.get("id") in record_ids or asked.arguments.get("query") in wanted


def pointed(task: Task) -> Composed:
    """The question goes back to a record or rule spoken of before; in fewer words it is not told as it was.

    A rule is, and so is what was not understood («prościej»): to read it again serves better than that this is all.
    """
    if not task.wish.simple:
        return _pointed(task)
    if is_rule(task.wish.targets[0]) or lexicon.has(task.situation.question, "plainer"):
        return _pointed(_headed(task))
    plain = _pointed(Task(task.wish, task.situation, task.prompts))
    shorter = _pointed(_headed(task))
    if task.situation.memo.said in map(digest, (plain.text, shorter.text)):
        fresh = Task(task.wish, task.situation, task.prompts)
        fresh.draft.say("again.no_shorter")
        return replace(plain, text=fresh.draft.text(), status=AnswerStatus.CLARIFICATION_ASKED)
    return shorter


def _headed(task: Task) -> Task:
    task.draft.say("talk.simpler")
    return task


def _pointed(task: Task) -> Composed:
    target = _whole(task, task.situation.by_id(task.wish.targets[0]))
    if target is None:
        return rule_or_record(task) if task.facts() else talk.need_subject(task)
    if target.kind is RecordType.SYSTEM_FACT:
        facts = tuple(Found(f.evidence, 1.0) for f in task.situation.found(RecordType.SYSTEM_FACT))
        return system.explain(task, tuple(f for f in facts if f.evidence.record_id == target.record_id))
    if target.kind is RecordType.INSTITUTION:
        listing.institution(task, target)
        return task.done(focus=[target])
    return _of_record(task, target)


def _of_record(task: Task, target: Evidence) -> Composed:
    """What is asked of one record, or that it does not tell; the answer says of which, so that a wrong one is seen."""
    composed = _asked_of(task, target)
    first = next(iter(split(composed.text)), None)
    rests_on_it = first is not None and target.handle in first.sentence.handles  # a rule is not of one thing
    if not rests_on_it or target.title.casefold() in composed.text.casefold():
        return composed
    return replace(composed, text=f"{task.draft.phrase('follow.of_it', name=target.title)} {composed.text}")


def _asked_of(task: Task, target: Evidence) -> Composed:
    if task.wish.onward:
        return onward(task, target)
    if is_untold(task.wish):
        return _rule_beside(task) or _parts_after_all(task, target) or untold(task, target)
    if task.wish.intent in NOT_HELD:
        return not_held(task, target)
    roads = {
        Intent.SIMILAR: listing.alike,
        Intent.MUST_HAVE: must_have,
        Intent.PART_OF: part_of,
    }
    return roads.get(task.wish.intent, record)(task, target)


def _rule_beside(task: Task) -> Composed | None:
    """The rule that is clearly asked for of what lies on the table: «czy po KKZ z tego dostanę dyplom technika?»."""
    asked = task.wish.intent is Intent.SYSTEM and _rule_fits(task, BESIDE_RECORD)
    return system.explain(task, task.facts()) if asked else None


def _parts_after_all(task: Task, target: Evidence) -> Composed | None:
    """What a question hardly read as one of rules may ask of it: «jak nazywa się kwalifikacja w tym zawodzie?»."""
    wish = task.wish
    if wish.intent is not Intent.SYSTEM or wish.score >= SURE:
        return None
    before = task.situation.memo.before
    alone, later = dict(wants_of(wish.question)), dict(wants_after(wish.question, before))
    if sum(alone[intent] + later[intent] for intent in _OF_PARTS) < 2 * SECOND_READING:
        return None
    # What has parts is part of none.
    intent = Intent.PARTS if target.kind is RecordType.OCCUPATION else Intent.PART_OF
    return _of_record(Task(replace(wish, intent=intent, score=1.0), task.situation, task.prompts), target)


def together(task: Task) -> Composed:
    """The question goes back to several records: compare two, tell the fact asked for of each."""
    found = (task.situation.by_id(target) for target in task.wish.targets)
    records = tuple(item for item in found if item is not None and item.kind in RECORDS)
    if not records:
        return talk.need_subject(task)
    if task.wish.intent is Intent.COMPARE and len(records) > 1:
        return listing.compared(task, records[0], records[1])
    if task.wish.intent is Intent.JOBS and len(records) > 1:
        return labour.demand_of_each(task, records)
    if task.wish.onward and len(records) > 1:
        return onward_of_each(task, records)
    return each(task, records) if len(records) > 1 else record(task, records[0])


def _whole(task: Task, target: Evidence | None) -> Evidence | None:
    """For a question of schooling, the occupation that a part or a full qualification belongs to."""
    if target is None or task.wish.intent not in OF_SCHOOLING or target.kind is not RecordType.QUALIFICATION:
        return target
    spoken_of = task.wish.parents if target.facts["kind"] != "full" else tuple(target.facts["occupations"])
    owners = (task.situation.by_id(record_id) for record_id in spoken_of)
    return next((o for o in owners if o is not None and o.record_id in target.facts["occupations"]), target)
