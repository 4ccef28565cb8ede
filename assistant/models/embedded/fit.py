"""How well a record answers to the words a user used for it."""

from collections.abc import Iterable
from functools import lru_cache

from assistant.models.embedded import lexicon
from assistant.models.embedded.situation import Found, Situation
from register.evidence import Evidence
from register.vocabulary import Language, RecordType
from retrieval.analysis import analyse

Words = frozenset[frozenset[str]]
GOOD = 0.6
GENERIC = 0.8
SHORTEST_STEM = 4
LONGEST_ENDING = 3


def names_of(evidence: Evidence) -> tuple[str, ...]:
    """Return everything the record is called: its name, forms, code, translations and everyday words."""
    facts = evidence.facts
    called = [
        facts.get("name", ""),
        facts.get("feminine", ""),
        facts.get("masculine", ""),
        facts.get("code", ""),
    ]
    called += facts.get("translations", {}).values()
    called += facts.get("also_called", ())
    return tuple(name for name in called if name)


def likeness(subject: str, evidence: Evidence) -> float:
    """Return the Dice overlap (0-1) of the subject's words with the name that fits best."""
    wanted = _words(subject)
    return max((_dice(wanted, _words(name)) for name in names_of(evidence)), default=0.0)


def is_official_name(subject: str, evidence: Evidence) -> bool:
    """Tell whether ``subject`` is the record's own name, in any inflection or gender, rather than an everyday word."""
    facts = evidence.facts
    own = (facts["name"], facts.get("feminine", ""), facts.get("masculine", ""))
    wanted = _words(subject)
    return any(_dice(wanted, _words(name)) == 1.0 for name in own if name)


def coverage(subject: str, evidence: Evidence) -> float:
    """Return the share (0-1) of the subject's words that one name of the record holds."""
    wanted = _words(subject)
    if not wanted:
        return 0.0
    return max((_common(wanted, _words(name)) / len(wanted) for name in names_of(evidence)), default=0.0)


def best_records(situation: Situation, subject: str, *kinds: RecordType) -> tuple[Found, ...]:
    """Return the records found, best fit to ``subject`` first; the fit replaces the search's own confidence."""
    found = (Found(f.evidence, _fit(subject, f)) for f in situation.found(*kinds))
    return tuple(sorted(found, key=lambda f: -f.confidence))


def best_facts(situation: Situation, question: str) -> tuple[Found, ...]:
    """Return the rules found, best fit first: how like the question is to a wording that the rule answers."""
    wanted = _words(question, keep_all=True)
    # Ukrainian endings hide matches from the search, so its doubts count for less there.
    least = 0.7 if situation.language is Language.UK else 0.0
    found = (Found(f.evidence, _fact_fit(wanted, f, least)) for f in situation.found(RecordType.SYSTEM_FACT))
    return tuple(sorted(found, key=lambda f: -f.confidence))


def _fact_fit(wanted: Words, found: Found, least: float) -> float:
    facts = found.evidence.facts
    wordings = (*facts["asked_as"], *filter(None, facts["title"].values()))
    alike = max((_weighted_dice(wanted, _words(text, keep_all=True)) for text in wordings), default=0.0)
    # The search's confidence weighs rare words; the wordings tell whether the same thing is asked of them.
    return round(alike * (0.3 + 0.7 * max(found.confidence, least)), 4)


def _weighted_dice(a: Words, b: Words) -> float:
    if not a or not b:
        return 0.0
    shared = sum(_weight(word) for word in a if any(_same(word, other) for other in b))
    back = sum(_weight(word) for word in b if any(_same(word, other) for other in a))
    return (shared + back) / (sum(map(_weight, a)) + sum(map(_weight, b)))


def _weight(word: frozenset[str]) -> float:
    """Words that stand in every second question count for little."""
    return 0.2 if word & lexicon.words("asking") else 0.5 if word & lexicon.words("around") else 1.0


def _fit(subject: str, found: Found) -> float:
    named = likeness(subject, found.evidence)
    covered = coverage(subject, found.evidence)
    inside = _contained(subject, found.evidence)
    fit = max(named, 0.75 * covered, inside, 0.8 * found.confidence * min(1.0, 0.4 + covered))
    return round(fit * (GENERIC if _is_generic(found.evidence) else 1.0), 4)


def _is_generic(evidence: Evidence) -> bool:
    """A kind of document rather than an entry of the register: no code, no id, no notice."""
    facts = evidence.facts
    known = facts.get("code") or facts.get("register_id") or facts.get("notice")
    return evidence.kind is RecordType.QUALIFICATION and not known and facts["category"] not in ("market", "sectoral")


def _contained(subject: str, evidence: Evidence) -> float:
    """A name of two words or more that stands whole in a longer question is what the question is about."""
    wanted = _words(subject)
    lengths = [len(name) for name in map(_words, names_of(evidence)) if name and _common(name, wanted) == len(name)]
    longest = max(lengths, default=0)
    return 0.0 if longest < 2 else min(0.95, 0.8 + 0.04 * longest)


def _dice(a: Words, b: Words) -> float:
    return 2 * min(_common(a, b), _common(b, a)) / (len(a) + len(b)) if a and b else 0.0


def _common(a: Iterable[frozenset[str]], b: Words) -> int:
    return sum(any(_same(word, other) for other in b) for word in a)


def _same(word: frozenset[str], other: frozenset[str]) -> bool:
    """One reading in common; words in Cyrillic, which have no dictionary here, may differ in their endings."""
    if word & other:
        return True
    return any(_same_stem(a, b) for a in word for b in other if "\u0400" <= a[0] <= "\u04ff")


def _same_stem(a: str, b: str) -> bool:
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= SHORTEST_STEM and max(len(a), len(b)) - shared <= LONGEST_ENDING


@lru_cache(maxsize=16_384)
def _words(text: str, *, keep_all: bool = False) -> Words:
    analysis = analyse(text)
    said = {frozenset(word.lemmas) for word in analysis.content}
    if not keep_all:
        said = {word for word in said if not word & lexicon.words("around")}
    return frozenset(said | {frozenset({code}) for code in analysis.codes})
