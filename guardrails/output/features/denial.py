"""What a sentence denies against what its evidence denies."""

from guardrails.output.claim import Claim
from guardrails.output.polarity import denies, polarities


def negation(claim: Claim) -> dict[str, float]:
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
