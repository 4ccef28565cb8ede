"""Names that no record bears: said so, and what is nearest, instead of an answer about something else."""

import re
from itertools import pairwise

from assistant.models.embedded.compose.task import Task
from assistant.models.embedded.compose.thresholds import FACT_SURE, OF_SOMETHING, PLAIN, RECORDS
from assistant.models.embedded.planning.fit import coverage, names_of, official_words, speaks_of
from assistant.models.embedded.reading.subject import named_as_a_kind
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.intents import intent_reader
from assistant.models.embedded.words.overlap import overlap, words_of
from register.vocabulary import RecordType
from retrieval.analysis import analyse

HELD = 0.67
"""So much of a quoted name must stand in the name of a record for that record to be meant."""
_QUOTED = re.compile(r"(?<!\w)[„“\"«‚'‘]([^„“”\"«»‚’'‘]{6,80})[”“\"»’'](?!\w)")
_FEWEST, _MOST = 2, 7
_TECHNICIAN = "technik"


def strange_name(task: Task) -> str:
    """Return the name in the question that no record found bears, or nothing: quoted, after «technik», after «kurs»."""
    if task.wish.codes or task.wish.targets or task.wish.carried:
        return ""
    return _quoted(task) or _technician(task) or _of_a_kind(task)


def _quoted(task: Task) -> str:
    names = [name for name in _QUOTED.findall(task.wish.question) if _FEWEST <= len(words_of(name)) <= _MOST]
    if len(names) != 1:
        return ""
    found = task.situation.found(*RECORDS, RecordType.INSTITUTION)
    best = max((coverage(names[0], f.evidence) for f in found), default=0.0)
    # «Kucharz jednorożców» is an occupation made more particular: a rule about cooks does not speak of it.
    more = any(official_words(names[0], f.evidence) for f in task.situation.found(*RECORDS))
    spoken = any(f.confidence >= FACT_SURE and speaks_of(f.evidence, names[0]) for f in task.facts(bare=True))
    return "" if best >= HELD or (spoken and not more) else names[0]


def _technician(task: Task) -> str:
    """«Technik influencer»: the word after it is in the name of no technician found."""
    if task.wish.intent not in OF_SOMETHING:
        return ""
    words = analyse(task.wish.question, max_words=100).words
    asking = intent_reader().asking | lexicon.words("noise") | lexicon.words("around") | lexicon.words("filler")
    after = (b for a, b in pairwise(words) if _TECHNICIAN in a.lemmas and not b.stop and asking.isdisjoint(b.lemmas))
    name = next(after, None)
    if name is None or name.surface.isdigit():
        return ""
    of_technicians = (
        words_of(one)
        for f in task.situation.found(*RECORDS)
        for one in names_of(f.evidence)
        if any(_TECHNICIAN in word for word in words_of(f.evidence.title))
    )
    known = frozenset(lemma for words_in in of_technicians for word in words_in for lemma in word)
    return "" if not known or not known.isdisjoint(name.lemmas) else f"{_TECHNICIAN} {name.surface}"


def _of_a_kind(task: Task) -> str:
    """«Certyfikat zaklinacza deszczu»: words after it that nothing found speaks of, neither a record nor a rule."""
    if task.wish.subjects or task.wish.intent not in OF_SOMETHING | PLAIN:
        return ""
    name = named_as_a_kind(task.wish.question)
    text = " ".join(word.surface for word in name)
    names = (one for f in task.situation.found(*RECORDS) for one in names_of(f.evidence))
    spoken = any(speaks_of(f.evidence, text) for f in task.situation.found(RecordType.SYSTEM_FACT))
    return "" if not name or spoken or any(overlap(text, one).there for one in names) else text
