"""What the small model weighs: each feature is one readable question about a sentence and its evidence."""

from collections.abc import Callable
from dataclasses import dataclass

from guardrails.output.claim import Claim, support_in
from guardrails.output.comparisons import reversed_order
from guardrails.output.concepts import firm, lexicon
from guardrails.output.figures import swapped_context
from guardrails.output.polarity import denies, polarities
from guardrails.output.reading import Reading
from guardrails.output.source import Source, Unit

Similarity = Callable[[str, str], float]
"""How near in meaning two texts are, 0-1."""

NAMES = (
    "uncovered",
    "mostly_uncovered",
    "best_unit_gap",
    "unfounded_nouns",
    "unfounded_others",
    "unfounded_firm",
    "two_nouns",
    "elsewhere",
    "wrong_subject",
    "topic_away",
    "must_new",
    "must_for_may",
    "free_for_must",
    "may_for_must",
    "forbid_new",
    "forbid_lost",
    "recommend_shift",
    "suffice_new",
    "negation_new",
    "negation_lost",
    "polarity",
    "denial",
    "condition_dropped",
    "universal_new",
    "universal_for_some",
    "exclusive_new",
    "exclusive_dropped",
    "cause_new",
    "promise_new",
    "order",
    "past_dropped",
    "rival",
    "swap",
    "swap_own",
    "swap_clear",
    "endless_new",
    "absence",
    "absence_wrong",
    "foreign_language",
    "foreign_uncovered",
    "length",
    "several_cited",
)
_MANY = 4.0


@dataclass(frozen=True, slots=True)
class Aligned:
    """The signals of the statements a sentence rests on."""

    any: frozenset[str]
    best: frozenset[str]


def features(claim: Claim, similarity: Similarity | None = None) -> dict[str, float]:
    """Return the features of one cited sentence, each between 0 and 1."""
    aligned = _aligned(claim)
    found = {
        **_words(claim, similarity),
        **_modality(claim, aligned),
        **_scope(claim, aligned),
        **_negation(claim),
    }
    found["condition_dropped"] = _condition_dropped(claim)
    found["order"] = reversed_order(claim)
    found["rival"] = min(1.0, float(len(rivals(claim))))
    found["swap"], found["swap_own"] = swapped_context(claim)
    found["swap_clear"] = found["swap"] * found["swap_own"]
    found["denial"] = found["negation_new"] * found["polarity"]
    found["endless_new"] = float(
        "endless" in claim.reading.names and not any("#indefinite" in source.keys for source in claim.cited)
    )
    found["wrong_subject"] = wrong_subject(claim)
    found["past_dropped"] = _past_dropped(claim)
    foreign = 0.0 if claim.language == "pl" else 1.0
    found["foreign_language"] = foreign
    found["mostly_uncovered"] = (1 - foreign) * float(found["uncovered"] >= 0.65)
    found["foreign_uncovered"] = foreign * found["uncovered"]
    found["length"] = min(1.0, len(claim.words) / 20)
    found["several_cited"] = float(len(claim.cited) > 1)
    found["absence"] = float("absence" in claim.reading.names)
    found["absence_wrong"] = found["absence"] * _labelled(claim)
    return {name: found[name] for name in NAMES}


def _words(claim: Claim, similarity: Similarity | None) -> dict[str, float]:
    unfounded = [form for form in claim.unfounded if not _rescued(form.folded, claim, similarity)]
    best = claim.units[0][0] if claim.units else 0.0
    firm_words = [form for form in unfounded if firm(form.concepts)]
    nouns = [form for form in unfounded if form.noun and form not in firm_words]
    away = [form for form in unfounded if any(support_in(form, source) >= 0.9 for source in claim.others)]
    return {
        "uncovered": 1.0 - claim.coverage,
        "best_unit_gap": max(0.0, claim.coverage - best),
        "unfounded_nouns": min(1.0, len(nouns) / _MANY),
        "unfounded_others": min(1.0, (len(unfounded) - len(nouns) - len(firm_words)) / _MANY),
        "unfounded_firm": min(1.0, len(firm_words) / 2),
        "two_nouns": float(len(nouns) >= 2),
        "elsewhere": min(1.0, len(away) / 2),
        "topic_away": min(1.0, max(0.0, claim.better_elsewhere) * 2),
    }


def _rescued(word: str, claim: Claim, similarity: Similarity | None) -> bool:
    """Ask the embedding, where there is one, whether a word without support is near the statement it belongs to."""
    if similarity is None or not claim.units:
        return False
    return any(similarity(word, unit.reading.text) > 0.75 for _, unit in claim.aligned[:2])


def _aligned(claim: Claim) -> Aligned:
    units = [unit.signals for _, unit in claim.aligned]
    if not units and claim.language != "pl":
        # No word in common with Polish evidence: its signals are all there is to compare with
        units = [unit.signals for source in claim.cited for unit in source.units]
    return Aligned(frozenset().union(*units), units[0] if units else frozenset())


def _modality(claim: Claim, aligned: Aligned) -> dict[str, float]:
    said, known = claim.reading.names, aligned.any
    words = {token.word for token in claim.reading.tokens}
    without = (
        "endless" not in said
        and bool(words & {"bez", "without", "без"})
        and ("forbid" in said or bool(words & {"nie", "not", "не", "cannot"}))
    )
    must = "must" in said or without
    free = bool(said & {"free", "suffice"})
    permits = known & {"may", "free", "recommend"}
    needed = known & {"must", "requirement"} or any(item.bound == "min" for item in claim.reading.quantities)
    absent = "absence" in said
    return {
        "must_new": float(must and not free and not needed and not permits and not known & {"forbid", "exclusive"}),
        "must_for_may": float(must and not free and bool(permits) and "must" not in known),
        "free_for_must": float(free and not absent and bool(needed) and "free" not in known),
        "may_for_must": float("may" in said and not must and "must" in known and not known & {"may", "free"}),
        "forbid_new": float("forbid" in said and not without and not known & {"forbid", "exclusive"}),
        "forbid_lost": float(
            "may" in said and not said & {"forbid", "free", "must"} and "forbid" in known and "may" not in known
        ),
        "recommend_shift": float(
            ("recommend" in said and bool(needed) and "recommend" not in known) or (must and "recommend" in known)
        ),
        "suffice_new": float("suffice" in said and "suffice" not in known and "absence" not in said),
    }


def _scope(claim: Claim, aligned: Aligned) -> dict[str, float]:
    said, known = claim.reading.names, aligned.any
    universal = "universal" in said and "universal" not in known
    negative = bool(claim.reading.negated)
    return {
        "universal_new": float(universal and "free" not in known and not negative),
        "universal_for_some": float(universal and bool(known & {"some", "condition", "exclusive"})),
        "exclusive_new": float("exclusive" in said and "exclusive" not in known),
        "exclusive_dropped": float("exclusive" in known and not said & {"exclusive", "condition", "forbid"}),
        "cause_new": float("cause" in said and "cause" not in known),
        "promise_new": float("promise" in said and "promise" not in known),
    }


def _negation(claim: Claim) -> dict[str, float]:
    """Compare what is denied: as a whole with the statements the sentence rests on, and word by word."""
    said = claim.reading.names
    mine = denies(claim.reading) and "absence" not in said
    theirs = [
        denies(unit.reading) or bool(unit.signals & {"forbid", "free", "exclusive", "past", "absence"})
        for _, unit in claim.aligned
    ]
    softer = bool(said & {"forbid", "free", "suffice", "exclusive", "past", "absence", "promise"})
    return {
        "negation_new": float(mine and not any(theirs) and not said & {"free", "suffice"}),
        "negation_lost": float(
            bool(theirs) and not mine and not softer and all(denies(unit.reading) for _, unit in claim.aligned)
        ),
        "polarity": _polar_conflict(claim) if "absence" not in said else 0.0,
    }


def _past_dropped(claim: Claim) -> float:
    """Return 1 when what the sentence says as current stands in a clause about the past, 0.5 for a new *now*."""
    said = claim.reading.names
    if "past" in said:
        return 0.0
    for item in claim.reading.quantities:
        places = [
            (other, unit)
            for source in claim.cited
            for other, unit in source.quantities
            if (other.dimension, other.value, other.key) == (item.dimension, item.value, item.key)
        ]
        if places and all(_past_in(unit, unit.reading.clause_of(other.start)) for other, unit in places):
            return 1.0
    best = claim.aligned[0][1].signals if claim.aligned else frozenset()
    return (
        0.6
        if "past" in best
        else 0.5 * float("present" in said and any("past" in unit.signals for _, unit in claim.aligned))
    )


def _past_in(unit: Unit, span: tuple[int, int]) -> bool:
    return any(signal.name == "past" and span[0] <= signal.start < span[1] for signal in unit.reading.signals)


def _labelled(claim: Claim) -> float:
    """Return the share of the words of a sentence that are labels with a value in the cited records."""
    labels = frozenset().union(
        *(unit.label.content_keys for source in claim.cited for unit in source.units if unit.label)
    )
    asked = [form for _, form, weight in claim.words if weight > 0.3 and "lack" not in form.concepts]
    return (
        sum(not labels.isdisjoint({*form.keys, *(f"#{name}" for name in form.concepts)}) for form in asked) / len(asked)
        if asked
        else 0.0
    )


def _polar_conflict(claim: Claim) -> float:
    """Return how clearly a clause denies what its nearest one in the evidence affirms, or the reverse (0-1)."""
    known = [clause for source in claim.cited for unit in source.units for clause in unit.polarities]
    worst = 0.0
    for clause in polarities(claim.reading):
        shared = [(len(clause.keys & other.keys), other) for other in known]
        best = max((count for count, _ in shared), default=0)
        if not best or (best < 2 and len(clause.keys) > 2):
            continue
        if all(clause.contradicts(other) for count, other in shared if count == best):
            worst = max(worst, min(1.0, best / max(2.0, 0.5 * len(clause.keys))))
    return worst


def _condition_dropped(claim: Claim) -> float:
    """Return how clearly the sentence keeps a statement and leaves its condition out (0-1)."""
    if not claim.aligned:
        return 0.0
    _, unit = claim.aligned[0]
    said = claim.reading.keys
    worst = 0.0
    for main, condition in conditions_of(unit):
        kept = len(main & said) / len(main) if main else 0.0
        left = 1 - len(condition & said) / len(condition)
        worst = max(worst, kept * left)
    return worst


def conditions_of(unit: Unit) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return (what is claimed, under which condition) for each condition of a statement."""
    reading = unit.reading
    found = []
    for signal in reading.signals:
        if signal.name != "condition":
            continue
        _, end = reading.clause_of(signal.start)
        condition = reading.keys_in((signal.end, end))
        main = reading.content_keys - condition
        if condition and main:
            found.append((main, condition))
    return tuple(found)


def rivals(claim: Claim) -> tuple[str, ...]:
    """Return concepts of the sentence that its evidence lacks while it has their rival (written for practical)."""
    table = lexicon().rivals
    known = {key[1:] for source in claim.cited for key in source.keys if key.startswith("#")}
    said = {name for _, form in claim.reading.content for name in form.concepts} | _spoken(claim.reading)
    return tuple(
        name for name in said if name in table and name not in known and table[name] & known and not table[name] & said
    )


def _spoken(reading: Reading) -> frozenset[str]:
    return frozenset(name for token in reading.tokens for name in token.form.concepts)


def wrong_subject(claim: Claim) -> float:
    """Return how clearly the sentence names an uncited record and no cited one (0-1)."""
    best = max((_named(source, claim) for source in claim.others), default=0.0)
    own = max((_named(source, claim) for source in claim.cited), default=0.0)
    return max(0.0, best - own) if best > 0.5 else 0.0


def _named(source: Source, claim: Claim) -> float:
    """Return the share of the record's own title words (those no other record of the turn has) in the sentence."""
    told = {key for other in claim.cited for key in other.codes}
    if (source.own_codes - told) & {item.key for item in claim.reading.quantities}:
        return 1.0
    others = [other for other in (*claim.cited, *claim.others) if other is not source]
    own = [form for _, form in source.title.content if not any(support_in(form, other) for other in others)]
    said = claim.reading.keys
    return sum(not said.isdisjoint(form.keys) for form in own) / len(own) if own else 0.0
