"""What was left out: the condition of a statement, that it is past."""

from guardrails.output.claim import Claim
from guardrails.output.source import Unit


def condition_dropped(claim: Claim) -> float:
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


def past_dropped(claim: Claim) -> float:
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
