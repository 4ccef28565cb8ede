"""How well a record answers to the words a user used for it."""

from assistant.models.embedded.overlap import likeness as question_likeness
from assistant.models.embedded.overlap import overlap
from assistant.models.embedded.situation import Found, Situation
from register.evidence import Evidence
from register.vocabulary import Language, RecordType

GOOD = 0.6
GENERIC = 0.8


def names_of(evidence: Evidence) -> tuple[str, ...]:
    """Return everything the record is called: its name, forms, code, translations and everyday words."""
    facts = evidence.facts
    called = [facts.get("name", ""), facts.get("feminine", ""), facts.get("masculine", ""), facts.get("code", "")]
    called += facts.get("translations", {}).values()
    called += facts.get("also_called", ())
    return tuple(name for name in called if name)


def likeness(subject: str, evidence: Evidence) -> float:
    """Return the Dice overlap (0-1) of the subject's words with the name that fits best."""
    return max((overlap(subject, name).dice for name in names_of(evidence)), default=0.0)


def is_official_name(subject: str, evidence: Evidence) -> bool:
    """Tell whether ``subject`` is the record's own name, in any inflection or gender, rather than an everyday word."""
    facts = evidence.facts
    own = (facts["name"], facts.get("feminine", ""), facts.get("masculine", ""))
    return any(overlap(subject, name).dice == 1.0 for name in own if name)


def best_records(situation: Situation, subject: str, *kinds: RecordType) -> tuple[Found, ...]:
    """Return the records found, best fit to ``subject`` first; the fit replaces the search's own confidence."""
    found = (Found(f.evidence, _fit(subject, f)) for f in situation.found(*kinds))
    return tuple(sorted(found, key=lambda f: -f.confidence))


def best_facts(situation: Situation, question: str) -> tuple[Found, ...]:
    """Return the rules found, best fit first: how like the question is to a wording that the rule answers."""
    # Ukrainian endings hide matches from the search, so its doubts count for less there.
    least = 0.7 if situation.language is Language.UK else 0.0
    found = (Found(f.evidence, _fact_fit(question, f, least)) for f in situation.found(RecordType.SYSTEM_FACT))
    return tuple(sorted(found, key=lambda f: -f.confidence))


def _fact_fit(question: str, found: Found, least: float) -> float:
    facts = found.evidence.facts
    wordings = (*facts["asked_as"], *filter(None, facts["title"].values()))
    alike = max((question_likeness(question, text) for text in wordings), default=0.0)
    # The search's confidence weighs rare words; the wordings tell whether the same thing is asked of them.
    return round(alike * (0.3 + 0.7 * max(found.confidence, least)), 4)


def _fit(subject: str, found: Found) -> float:
    """The best of: a name that is alike, the subject within a name, a longer name within the subject, the search."""
    compared = [overlap(subject, name) for name in names_of(found.evidence)]
    alike = max((one.dice for one in compared), default=0.0)
    covered = max((one.coverage for one in compared), default=0.0)
    longest = max((one.contained for one in compared), default=0)
    inside = min(0.95, 0.8 + 0.04 * longest) if longest > 1 else 0.0
    fit = max(alike, 0.75 * covered, inside, 0.8 * found.confidence * min(1.0, 0.4 + covered))
    return round(fit * (GENERIC if _is_generic(found.evidence) else 1.0), 4)


def _is_generic(evidence: Evidence) -> bool:
    """A kind of document rather than an entry of the register: no code, no id, no notice."""
    facts = evidence.facts
    known = facts.get("code") or facts.get("register_id") or facts.get("notice")
    return evidence.kind is RecordType.QUALIFICATION and not known and facts["category"] not in ("market", "sectoral")
