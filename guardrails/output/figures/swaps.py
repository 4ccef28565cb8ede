"""Figures told of the wrong thing: the words around speak for another figure of the evidence."""

from guardrails.output.claim import Claim
from guardrails.output.figures.equal import same_date
from guardrails.output.quantities import Dimension, Quantity, unit_of
from guardrails.output.reading import Reading, keys_of
from guardrails.output.source import Source, Unit

_NO_MEASURE = frozenset({Dimension.CODE, Dimension.YEAR, Dimension.COUNT, Dimension.GRADE})
_COMPARING = frozenset({"niz", "than", "ніж"})


def swapped_context(claim: Claim) -> tuple[float, float]:
    """Return how far a figure's surroundings speak for another figure of the evidence than the one it equals (0-1).

    First with clauses that inherit the opening of their sentence (``stal 3 lata, a miedź 2 lata``), then without.
    """
    items = [item for item in claim.reading.quantities if item.dimension not in _NO_MEASURE]
    scores = [_swap(item, claim) for item in items]
    return max((one for one, _ in scores), default=0.0), max((two for _, two in scores), default=0.0)


def _swap(item: Quantity, claim: Claim) -> tuple[float, float]:
    def same(one: Quantity, two: Quantity) -> bool:
        return same_date(one.key, two) if one.dimension is Dimension.DATE else abs(one.value - two.value) < 1e-6

    said_too = {other.value for other in claim.reading.quantities if other.dimension is item.dimension or other.ordinal}
    known = [
        (other, unit, source)
        for source in claim.cited
        for other, unit in source.quantities
        if other.dimension is item.dimension
    ]
    mine = [entry for entry in known if same(item, entry[0])]
    others = (entry for entry in known if not same(item, entry[0]))
    rival = [entry for entry in others if entry[0].value not in said_too or not entry[0].value]
    if not mine or not rival:
        return 0.0, 0.0
    said = _beside(claim, item)
    if not said or any(token.word in _COMPARING for token in claim.reading.tokens):
        return 0.0, 0.0
    found = []
    for inherit in (True, False):
        founding = [surroundings(*entry, inherit=inherit) for entry in mine]
        found.append(
            max(0.0, -min(_preference(said, surroundings(*entry, inherit=inherit), founding) for entry in rival))
        )
    return found[0], found[1]


def _preference(said: frozenset[str], rival: frozenset[str], mine: list[frozenset[str]]) -> float:
    """Return above 0 when the words around speak for a founding statement, below for the rival (-1 to 1)."""
    best = -1.0
    for keys in mine:
        plus, minus = len(said & (keys - rival)), len(said & (rival - keys))
        best = max(best, (plus - minus) / (plus + minus) if plus + minus else 0.0)
    return best


def _beside(claim: Claim, item: Quantity) -> frozenset[str]:
    """Return the words beside the figure, and those before its clause where the clause alone says little."""
    start, end = claim.reading.clause_of(item.start)
    beside = claim.reading.keys_in((start, item.start)) | claim.reading.keys_in((item.end, end))
    own = (beside | grades_in(claim.reading, (start, end))) - _unit_keys(claim.reading)
    return own | claim.reading.keys_in((0, start)) if 0 < len(own) < 4 else own


def grades_in(reading: Reading, span: tuple[int, int]) -> frozenset[str]:
    """Return the grades of schools a clause names: they tell one school from another as words do."""
    grades = (item for item in reading.quantities if item.dimension is Dimension.GRADE)
    return frozenset(f"@{item.value:g}" for item in grades if span[0] <= item.start < span[1])


def _unit_keys(reading: Reading) -> frozenset[str]:
    """Return the words for units: that both say *months* tells nothing of what lasts so long."""
    return keys_of(token.form for token in reading.tokens if unit_of(token))


def surroundings(item: Quantity, unit: Unit, source: Source, *, inherit: bool = False) -> frozenset[str]:
    """Return the words that stand by a figure of the evidence: its clause, its label, its record's title.

    With ``inherit`` also those of the first clause of its statement, whose subject later clauses leave out.
    """
    reading = unit.reading
    span = reading.clause_of(item.start)
    near = (reading.keys_in(span) | grades_in(reading, span)) - _unit_keys(reading)
    first = reading.keys_in(reading.clauses[0]) - _unit_keys(reading) if inherit and reading.clauses else frozenset()
    # A clause that names its subject again needs no other's
    near |= frozenset() if near & first else first
    return near | (unit.label.content_keys if unit.label else frozenset()) | source.title.content_keys
