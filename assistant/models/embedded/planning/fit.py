"""How well a record answers to the words a user used for it."""

import math
from collections.abc import Mapping, Sequence

from assistant.models.embedded.learnt.rules import answered_by, asks_of_rules
from assistant.models.embedded.person.change import is_somebody
from assistant.models.embedded.situation import Found, Situation
from assistant.models.embedded.words.overlap import Overlap, acts_in, overlap, words_of
from register.evidence import Evidence
from register.vocabulary import RecordType
from retrieval.analysis import Word, analyse
from retrieval.analysis.morphology import readings, with_diacritics

GOOD = 0.6
# What a kind of document («matura») is worth beside an entry of the register, named whole or in part.
GENERIC = 0.8
GENERIC_IN_PART = 0.65
CLEAR = 0.72
CLEAR_RULE = 0.62
BESIDE_RECORD = 0.66
"""So likely must a rule be that takes the place of the record on the table where a question names nothing.

Of such follow-ups in the development conversations that a rule answered, 1 of 4 was right below it, 9 of 14 above it.
"""
# A name of one word that stands in a longer question.
ONE_WORD = 0.65
# The same where no other word of the question is in any name that was found.
ALONE = 0.78
# What a word of the question counts that no name found has.
STRANGE = 0.4
# How sure it makes that a rule is asked for if it speaks of the subject, and what it costs if it does not.
NAMED = 0.6
SILENT = 0.45
# What a qualification counts that is not called a technician's, where one is asked for.
OF_NOBODY = 0.85
HALF = 0.5
MOST_OF_NAME = 3
_TECHNICIAN = frozenset({"technik", "technician", "технік"})
# The place of a rule that the search for this question did not bring.
LAST = 12


def names_of(evidence: Evidence) -> tuple[str, ...]:
    """Return everything the record is called: its name, forms, code, translations and everyday words."""
    facts = evidence.facts
    called = [facts.get("name", ""), facts.get("feminine", ""), facts.get("masculine", ""), facts.get("code", "")]
    called += facts.get("translations", {}).values()
    called += facts.get("also_called", ())
    return tuple(name for name in called if name)


def called(evidence: Evidence) -> tuple[str, ...]:
    """Return the record's own names, without everyday words: its name, forms, code and translations."""
    facts = evidence.facts
    own = (evidence.title, facts.get("feminine", ""), facts.get("masculine", ""), facts.get("code", ""))
    return tuple(name for name in (*own, *facts.get("translations", {}).values()) if name)


def likeness(subject: str, evidence: Evidence) -> float:
    """Return the Dice overlap (0-1) of the subject's words with the name that fits best."""
    return max((overlap(subject, name).dice for name in names_of(evidence)), default=0.0)


def coverage(subject: str, evidence: Evidence) -> float:
    """Return the share (0-1) of the subject's words that one name of the record holds."""
    return max((overlap(subject, name).coverage for name in names_of(evidence)), default=0.0)


def coverage_of_hint(hint: str, evidence: Evidence) -> int:
    """Return how many words of what was said before stand in one name of the record."""
    return max((overlap(hint, name).there for name in names_of(evidence)), default=0)


def ends_strangely(subject: str, found: Sequence[Found]) -> bool:
    """Tell whether the last word of the subject, which tells one of a kind from another, is in no name found."""
    last = next((word for word in reversed(analyse(subject).content)), None)
    return last is not None and are_strange([last], found)


def are_strange(words: Sequence[Word], found: Sequence[Found]) -> bool:
    """Tell whether no name found has any of the words."""
    return all(_known(found).isdisjoint(word.lemmas) for word in words)


def _known(found: Sequence[Found]) -> frozenset[str]:
    return frozenset[str]().union(*(words for f in found for name in names_of(f.evidence) for words in words_of(name)))


def is_official_name(subject: str, evidence: Evidence) -> bool:
    """Tell whether the record's own name, in any inflection or gender, is or stands whole in ``subject``."""
    return official_words(subject, evidence) > 0


def official_words(subject: str, evidence: Evidence, *, translated: bool = False) -> int:
    """Return how many words the record's own name has that stands whole in ``subject``, or 0.

    ``translated``: or the name of an occupation in another language.
    """
    facts = evidence.facts
    own = (facts["name"], facts.get("feminine", ""), facts.get("masculine", ""))
    if translated and evidence.kind is RecordType.OCCUPATION:
        own = (*own, *facts.get("translations", {}).values())
    return max((overlap(subject, name).contained for name in own if name), default=0)


def best_records(situation: Situation, subjects: Sequence[str], *kinds: RecordType) -> tuple[Found, ...]:
    """Return the records found, best fit to one of ``subjects`` first; the fit replaces the search's own confidence."""
    found = situation.found(*kinds)
    known = _known(found)
    fits = (Found(f.evidence, max(_fit(subject, f, known) for subject in subjects or ("",))) for f in found)
    return tuple(sorted(fits, key=lambda f: -f.confidence))


def best_facts(situation: Situation, *questions: str, subject: str = "", told: str = "") -> tuple[Found, ...]:
    """Return the rules found, best fit first: how likely one of the questions is one that the rule answers.

    A rule that does not speak of ``subject``, where one is named, is the less likely; one that does, the more.
    ``told`` is a rule that was just quoted and counts for nothing.
    """
    places = _places(situation)
    found = (
        Found(f.evidence, round(max(_fact_fit(question, f, places, subject, told) for question in questions), 4))
        for f in situation.found(RecordType.SYSTEM_FACT)
        if f.evidence.record_id != told
    )
    return tuple(sorted(found, key=lambda f: -f.confidence))


def _places(situation: Situation) -> dict[str, int]:
    """The best place of each rule in the search's own order."""
    places: dict[str, int] = {}
    for asked in situation.asked:
        for place, item in enumerate(asked.result.evidence):
            places[item.record_id] = min(place, places.get(item.record_id, place))
    return places


def fits_nothing(situation: Situation, subjects: Sequence[str], *questions: str, clear: float = CLEAR_RULE) -> bool:
    """Tell whether neither a record nor a rule that was found is clearly what the words are about.

    ``clear`` is how likely a rule must be for that.
    """
    records = best_records(situation, subjects, RecordType.OCCUPATION, RecordType.QUALIFICATION)
    rules = best_facts(situation, *questions)
    return (not records or records[0].confidence < CLEAR) and (not rules or rules[0].confidence < clear)


def _fact_fit(question: str, found: Found, places: Mapping[str, int], subject: str, told: str) -> float:
    """The geometric mean of two chances: that a rule is asked for, and that it is this one."""
    rule = found.evidence.record_id
    asked, this = asks_of_rules(question), answered_by(question, rule, found.confidence, places.get(rule, LAST), told)
    if not subject:
        return math.sqrt(asked * this)
    spoken = speaks_of(found.evidence, subject)
    asked = 1 - (1 - asked) * (1 - NAMED * spoken)
    return math.sqrt(asked * this) * (1 - SILENT * (1 - spoken))


def speaks_of(rule: Evidence, subject: str) -> float:
    """Return the share (0-1) of the subject's words that a wording, the title or the text of a rule holds."""
    facts = rule.facts
    texts = (*facts["asked_as"], *filter(None, (*facts["title"].values(), *facts["text"].values())))
    return max((overlap(subject, text).coverage for text in texts), default=0.0)


def of_another(rule: Evidence, subject: str) -> bool:
    """Tell whether a permission is of somebody else called alike: a rule on mountain guides holds for no city guide."""
    words = subject.split()
    foreign = not any(readings(word) or with_diacritics(word) for word in words)
    somebody = 1 < len(words) <= MOST_OF_NAME and (foreign or any(map(is_somebody, words)))
    return somebody and rule.facts.get("fact_kind") == "regulated" and speaks_of(rule, subject) <= HALF


def names_code(rule: Evidence, codes: Sequence[str]) -> bool:
    """Tell whether the title or the text of a rule has one of the codes."""
    texts = " ".join(filter(None, (*rule.facts["title"].values(), *rule.facts["text"].values())))
    return any(code in texts for code in codes)


def _fit(subject: str, found: Found, known: frozenset[str]) -> float:
    """The best of: a name that is alike, the subject within a name, a longer name within the subject, the search.

    A word of the subject that no name found has («w mojej szkole») counts for little, a verb («jeździć tirem») for
    nothing.
    """
    compared = [overlap(subject, name) for name in names_of(found.evidence)]
    unknown = [word for word in words_of(subject) if word.isdisjoint(known)]
    strange = len(unknown)
    acts = acts_in(subject) if unknown else frozenset()
    lost = sum(1.0 if word in acts else 1 - STRANGE for word in unknown)
    alike = max((_dice(one, lost) for one in compared), default=0.0)
    covered = min(1.0, max((one.there / (one.first - lost) for one in compared if one.first > lost), default=0.0))
    longest = max((one.contained for one in compared), default=0)
    alone = ALONE if strange + longest >= len(words_of(subject)) else ONE_WORD
    inside = min(0.95, 0.8 + 0.04 * longest) if longest > 1 else alone * longest
    fit = max(alike, 0.75 * covered, inside, 0.8 * found.confidence * min(1.0, 0.4 + covered))
    generic = GENERIC if alike == 1.0 else GENERIC_IN_PART
    of_kind = OF_NOBODY if _of_no_technician(subject, found.evidence) else 1.0
    return round(fit * of_kind * (generic if is_generic(found.evidence) else 1.0), 4)


def _of_no_technician(subject: str, evidence: Evidence) -> bool:
    """«Graphic design technician» is somebody: a qualification in graphic design is called otherwise."""
    if evidence.kind is not RecordType.QUALIFICATION or not any(_TECHNICIAN & word for word in words_of(subject)):
        return False
    return not any(_TECHNICIAN & word for name in names_of(evidence) for word in words_of(name))


def _dice(one: Overlap, lost: float) -> float:
    first = one.first - lost
    return 2 * min(one.there, one.back) / (first + one.second) if one.first > lost and one.second else 0.0


def is_generic(evidence: Evidence) -> bool:
    """Tell whether it is a kind of document rather than an entry of the register: no code, no id, no notice."""
    facts = evidence.facts
    known = facts.get("code") or facts.get("register_id") or facts.get("notice")
    return evidence.kind is RecordType.QUALIFICATION and not known and facts["category"] not in ("market", "sectoral")
