"""Duty, permission and scope: must for may, all for some, only, because, promised."""

from guardrails.output.claim import Claim
from guardrails.output.features.aligned import Aligned


def modality(claim: Claim, aligned: Aligned) -> dict[str, float]:
    """Return the features of duty and permission: what is new, and what stands for something else."""
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


def scope(claim: Claim, aligned: Aligned) -> dict[str, float]:
    """Return the features of *all*, *only*, *because* and promises."""
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
