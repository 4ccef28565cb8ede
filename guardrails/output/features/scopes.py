"""Certainty, time, scope and reasons: what a sentence adds to a statement that its record makes with reserve."""

from guardrails.output.claim import Claim

_FIRST_WORDS = 8


def scopes(claim: Claim, uncovered: float) -> dict[str, float]:
    """Return features of *certainly* for *probably*, *today* for dated figures, *not its task*, and of bare reasons."""
    said = claim.reading.names
    known = frozenset().union(*(source.signals for source in claim.cited))
    near = frozenset().union(*(unit.signals for _, unit in claim.aligned))
    return {
        "certain_for_hedged": float("certain" in said and "hedged" in known and "hedged" not in said),
        "present_for_dated": float("present" in said and bool(known & {"past", "hedged"})),
        "outside_new": float("outside" in said and "outside" not in near),
        "outside_told": float("outside" in said and "outside" not in near) * max(0.0, 1 - 2 * uncovered),
        "reason_unfounded": _reason_unfounded(claim),
    }


def _reason_unfounded(claim: Claim) -> float:
    """Return the share of the words of a reason (*bo …*, *because …*) that the cited records lack."""
    at = next((signal.end for signal in claim.reading.signals if signal.name == "ground"), None)
    if at is None:
        return 0.0
    words = [(form, weight) for place, form, weight in claim.words if place >= at and weight > 0.3][:_FIRST_WORDS]
    total = sum(weight for _, weight in words)
    lacking = sum(weight for form, weight in words if claim.support(form) < 0.5)
    return lacking / total if total else 0.0
