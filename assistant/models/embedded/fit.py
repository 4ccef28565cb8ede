"""How well a record answers to the words a user used for it."""

from collections.abc import Sequence

from assistant.models.embedded.overlap import Overlap, overlap, words_of
from assistant.models.embedded.overlap import likeness as question_likeness
from assistant.models.embedded.situation import Found, Situation
from register.evidence import Evidence
from register.vocabulary import Language, RecordType
from retrieval.analysis import analyse

GOOD = 0.6
# What a kind of document («matura») is worth beside an entry of the register, named whole or in part.
GENERIC = 0.8
GENERIC_IN_PART = 0.65
CLEAR = 0.72
CLEAR_RULE = 0.62
# A name of one word that stands in a longer question.
ONE_WORD = 0.65
# The same where no other word of the question is in any name that was found.
ALONE = 0.78
# What a word of the question counts that no name found has.
STRANGE = 0.4
# What it is worth that the question holds the words of a rule's title.
TOPIC = 0.4
# What the search's confidence alone is worth, where no wording of a rule is near the question.
COVERED = 0.7


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
    known = frozenset[str]().union(*(words for f in found for name in names_of(f.evidence) for words in words_of(name)))
    last = next((word for word in reversed(analyse(subject).content)), None)
    return last is not None and known.isdisjoint(last.lemmas)


def is_official_name(subject: str, evidence: Evidence) -> bool:
    """Tell whether the record's own name, in any inflection or gender, is or stands whole in ``subject``."""
    return official_words(subject, evidence) > 0


def official_words(subject: str, evidence: Evidence) -> int:
    """Return how many words the record's own name has that stands whole in ``subject``, or 0."""
    facts = evidence.facts
    own = (facts["name"], facts.get("feminine", ""), facts.get("masculine", ""))
    return max((overlap(subject, name).contained for name in own if name), default=0)


def best_records(situation: Situation, subjects: Sequence[str], *kinds: RecordType) -> tuple[Found, ...]:
    """Return the records found, best fit to one of ``subjects`` first; the fit replaces the search's own confidence."""
    found = situation.found(*kinds)
    known = frozenset[str]().union(*(words for f in found for name in names_of(f.evidence) for words in words_of(name)))
    fits = (Found(f.evidence, max(_fit(subject, f, known) for subject in subjects or ("",))) for f in found)
    return tuple(sorted(fits, key=lambda f: -f.confidence))


def best_facts(situation: Situation, *questions: str) -> tuple[Found, ...]:
    """Return the rules found, best fit first: how like one of the questions is to a wording that the rule answers."""
    # Ukrainian endings hide matches from the search, so its doubts count for less there.
    least = 0.7 if situation.language is Language.UK else 0.0
    ahead = _ahead(situation)
    found = (
        Found(
            f.evidence,
            round(
                max(_fact_fit(question, f, least) for question in questions) + ahead.get(f.evidence.record_id, 0.0), 4
            ),
        )
        for f in situation.found(RecordType.SYSTEM_FACT)
    )
    return tuple(sorted(found, key=lambda f: -f.confidence))


def _ahead(situation: Situation) -> dict[str, float]:
    """What being first or second in the search's own order is worth: it sees meaning that shared words do not show."""
    worth: dict[str, float] = {}
    for asked in situation.asked:
        for place, item in zip((0.1, 0.05), asked.result.evidence, strict=False):
            worth[item.record_id] = max(place, worth.get(item.record_id, 0.0))
    return worth


def fits_nothing(situation: Situation, subjects: Sequence[str], *questions: str) -> bool:
    """Tell whether neither a record nor a rule that was found is clearly what the words are about."""
    records = best_records(situation, subjects, RecordType.OCCUPATION, RecordType.QUALIFICATION)
    rules = best_facts(situation, *questions)
    return (not records or records[0].confidence < CLEAR) and (not rules or rules[0].confidence < CLEAR_RULE)


def _fact_fit(question: str, found: Found, least: float) -> float:
    facts = found.evidence.facts
    wordings = (*facts["asked_as"], *filter(None, facts["title"].values()))
    alike = max((question_likeness(question, text) for text in wordings), default=0.0)
    # The search's confidence weighs rare words; the wordings tell whether the same thing is asked of them.
    sure = alike * (0.1 + 0.9 * max(found.confidence, least))
    titles = [overlap(question, title) for title in filter(None, facts["title"].values())]
    topic = max((one.back / one.second for one in titles if one.second), default=0.0)
    return max(sure, (TOPIC * topic + 0.25 * found.confidence) if topic else 0.0, COVERED * found.confidence)


def _fit(subject: str, found: Found, known: frozenset[str]) -> float:
    """The best of: a name that is alike, the subject within a name, a longer name within the subject, the search.

    A word of the subject that no name found has («wypisz», «w mojej szkole») counts for little.
    """
    compared = [overlap(subject, name) for name in names_of(found.evidence)]
    strange = sum(word.isdisjoint(known) for word in words_of(subject))
    lost = (1 - STRANGE) * strange
    alike = max((_dice(one, lost) for one in compared), default=0.0)
    covered = max((one.there / (one.first - lost) for one in compared if one.first), default=0.0)
    longest = max((one.contained for one in compared), default=0)
    alone = ALONE if strange + longest >= len(words_of(subject)) else ONE_WORD
    inside = min(0.95, 0.8 + 0.04 * longest) if longest > 1 else alone * longest
    fit = max(alike, 0.75 * covered, inside, 0.8 * found.confidence * min(1.0, 0.4 + covered))
    generic = GENERIC if alike == 1.0 else GENERIC_IN_PART
    return round(fit * (generic if is_generic(found.evidence) else 1.0), 4)


def _dice(one: Overlap, lost: float) -> float:
    first = one.first - lost
    return 2 * min(one.there, one.back) / (first + one.second) if one.first and one.second else 0.0


def is_generic(evidence: Evidence) -> bool:
    """Tell whether it is a kind of document rather than an entry of the register: no code, no id, no notice."""
    facts = evidence.facts
    known = facts.get("code") or facts.get("register_id") or facts.get("notice")
    return evidence.kind is RecordType.QUALIFICATION and not known and facts["category"] not in ("market", "sectoral")
