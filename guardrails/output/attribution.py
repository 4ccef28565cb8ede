"""Whose figure it is: a clause that names one of the cited records may not give it what only another one holds."""

from collections.abc import Iterator

from guardrails.output.claim import Claim
from guardrails.output.figures.equal import same_date
from guardrails.output.quantities import Dimension, Quantity
from guardrails.output.source import Source, stems_of
from guardrails.output.words import Kind

_LEAST_NAMED = 0.34
_LEAST_LEAD = 0.3
_UNOWNED = frozenset({Dimension.COUNT, Dimension.GRADE})
_COMPARING = ("niz", "than", "ніж")


def misattributed(claim: Claim) -> Iterator[str]:
    """Yield figures of clauses that name one cited record while another cited record alone holds the figure."""
    if (
        claim.gaps is not None
        or len(claim.cited) < 2
        or any(token.word in _COMPARING for token in claim.reading.tokens)
    ):
        return
    subject: Source | None = None
    for span in claim.reading.clauses:
        subject = _named(claim, span) or subject
        if subject is None:
            continue
        for item in claim.reading.quantities:
            if span[0] <= item.start < span[1] and item.dimension not in _UNOWNED and _of_another(item, subject, claim):
                yield f"{item.dimension.value} {item.text} is not of {subject.title.text[:40]!r}"


def _of_another(item: Quantity, subject: Source, claim: Claim) -> bool:
    # A record that says nothing of the kind may be told of beside a rule that does
    if not any(other.dimension is item.dimension for other, _ in subject.quantities):
        return False
    return not _holds(subject, item) and any(_holds(source, item) for source in claim.cited if source is not subject)


def _holds(source: Source, item: Quantity) -> bool:
    own = (other for other, _ in source.quantities if other.dimension is item.dimension)
    if item.dimension is Dimension.CODE:
        return item.key in source.codes or item.key in source.own_codes
    if item.dimension is Dimension.DATE:
        return any(same_date(item.key, other) for other in own)
    return any(abs(other.value - item.value) < 1e-6 for other in own)


def _named(claim: Claim, span: tuple[int, int]) -> Source | None:
    """Return the cited record that a clause names by words of its title which no other cited title has."""
    words = [token for token in claim.reading.tokens[span[0] : span[1]] if token.kind is Kind.WORD]
    said = {key for token in words if token.form.content for key in (*token.form.keys, *stems_of(token.word))}
    codes = {
        item.key
        for item in claim.reading.quantities
        if span[0] <= item.start < span[1] and item.dimension is Dimension.CODE
    }
    titles = {id(source): _title(source) for source in claim.cited}
    scored = []
    for source in claim.cited:
        others = frozenset().union(*(keys for other, keys in titles.items() if other != id(source)))
        own = titles[id(source)] - others
        score = 1.0 if codes & source.own_codes else len(own & said) / len(own) if own else 0.0
        scored.append((score, source))
    scored.sort(key=lambda entry: -entry[0])
    clear = scored[0][0] >= _LEAST_NAMED and scored[0][0] - scored[1][0] >= _LEAST_LEAD
    return scored[0][1] if clear else None


def _title(source: Source) -> frozenset[str]:
    """Return the lemmas of the title's content words; one key a word, so that shares are of words."""
    return frozenset(form.lemmas[0] if form.lemmas else form.folded for _, form in source.title.content)
