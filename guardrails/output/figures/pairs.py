"""Figures that belong together: the ends of a range, two codes of one clause."""

from collections.abc import Iterator
from itertools import pairwise

from guardrails.output.claim import Claim
from guardrails.output.figures.equal import Known
from guardrails.output.quantities import Dimension
from guardrails.output.source import Unit

_RANGE = (
    frozenset({"od", "from", "between", "miedzy", "від"}),
    frozenset({"do", "to", "and", "a", "–", "-", "до", "i"}),
)
_EXACT = frozenset({Dimension.CODE, Dimension.DATE, Dimension.YEAR})


def broken_ranges(claim: Claim, known: Known) -> Iterator[str]:
    """Yield ranges (``od 45 do 120 minut``) whose ends no single statement of the evidence holds."""
    tokens = claim.reading.tokens
    for one, two in pairwise(claim.reading.quantities):
        between = {token.word for token in tokens[one.end : two.start]}
        opens = one.start and tokens[one.start - 1].word in _RANGE[0]
        if (
            one.dimension is not two.dimension
            or one.dimension in _EXACT
            or not opens
            or not between & _RANGE[1]
            or two.start - one.end > 3
        ):
            continue
        if not {one.value, two.value} <= {other.value for other, _ in known if other.dimension is one.dimension}:
            continue
        units = [
            {other.value for other in unit.reading.quantities if other.dimension is one.dimension} for _, unit in known
        ]
        if not any({one.value, two.value} <= values for values in units):
            yield f"range {one.text}-{two.text}"


def strange_pairs(claim: Claim) -> Iterator[str]:
    """Yield pairs of codes that the evidence keeps in different clauses, each with another partner."""
    codes = [item.key for item in claim.reading.quantities if item.dimension is Dimension.CODE]
    if len(codes) != 2 or codes[0] == codes[1]:
        return
    together = [
        clause for source in claim.cited for unit in source.units for clause in _code_clauses(unit) if len(clause) == 2
    ]
    partners = {code: {other for clause in together if code in clause for other in clause - {code}} for code in codes}
    if partners[codes[0]] and partners[codes[1]] and codes[1] not in partners[codes[0]]:
        yield f"code {codes[0]} with {codes[1]}"


def _code_clauses(unit: Unit) -> Iterator[frozenset[str]]:
    for start, end in unit.reading.clauses:
        yield frozenset(
            item.key
            for item in unit.reading.quantities
            if item.dimension is Dimension.CODE and start <= item.start < end
        )
