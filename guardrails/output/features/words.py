"""How far the words of a sentence are founded in what it cites."""

from collections.abc import Callable

from guardrails.output.claim import Claim, support_in
from guardrails.output.concepts import firm

Similarity = Callable[[str, str], float]
"""How near in meaning two texts are, 0-1."""
_MANY = 4.0


def words(claim: Claim, similarity: Similarity | None) -> dict[str, float]:
    """Return the features of the words without support."""
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


def labelled(claim: Claim) -> float:
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
