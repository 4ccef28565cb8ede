"""What a sentence speaks of: the record it cites or another, a notion or its rival."""

from guardrails.output.claim import Claim, support_in
from guardrails.output.concepts import lexicon
from guardrails.output.reading import Reading
from guardrails.output.source import Source


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
