"""The signals of the statements a sentence rests on."""

from dataclasses import dataclass

from guardrails.output.claim import Claim


@dataclass(frozen=True, slots=True)
class Aligned:
    """The signals of the statements a sentence rests on."""

    any: frozenset[str]
    best: frozenset[str]


def aligned_with(claim: Claim) -> Aligned:
    """Return the signals of the statements that match a sentence best; of all, where a foreign one matches none."""
    units = [unit.signals for _, unit in claim.aligned]
    if not units and claim.language != "pl":
        # No word in common with Polish evidence: its signals are all there is to compare with
        units = [unit.signals for source in claim.cited for unit in source.units]
    return Aligned(frozenset().union(*units), units[0] if units else frozenset())
