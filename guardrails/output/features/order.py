"""What comes before what: a preposition turned round, a list of the evidence told in another order."""

from collections.abc import Iterator
from itertools import product

from guardrails.output.claim import Claim
from guardrails.output.lists import word_list
from guardrails.output.reading import Reading
from guardrails.output.source import Unit
from guardrails.output.words import Kind

_FIRST, _LATER = (tuple(sorted(word_list(name))) for name in ("order.first", "order.later"))
_BEFORE = frozenset(["przed", "zanim", "before", "prior", "перед"])
_AFTER = frozenset(["po", "after", "following", "upon", "після"])


def out_of_order(claim: Claim) -> float:
    """Return 1 when what the sentence puts first stands after what it puts later in the record's own order."""
    first, later = _parts(claim.reading)
    if not first or not later:
        return 0.0
    for source in claim.cited:
        places = {key: at for at, key in reversed(list(_places(source.units)))}
        mine = [places[key] for key in first - later if key in places]
        theirs = [places[key] for key in later - first if key in places]
        if mine and theirs and min(mine) > max(theirs):
            return 1.0
    return 0.0


def _parts(reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the clauses that say *first* and of those that say *then* or *last*."""
    first: set[str] = set()
    later: set[str] = set()
    for span in reading.clauses:
        words = [token.word for token in reading.tokens[span[0] : span[1]] if token.kind is Kind.WORD]
        if any(word.startswith(_LATER) for word in words):
            later |= reading.keys_in(span)
        elif any(word.startswith(_FIRST) for word in words):
            first |= reading.keys_in(span)
    return frozenset(first), frozenset(later)


def _places(units: tuple[Unit, ...]) -> Iterator[tuple[int, str]]:
    at = 0
    for unit in units:
        for token in unit.reading.tokens:
            at += 1
            for key in token.form.keys if token.form.content else ():
                yield at, key


def reversed_order(claim: Claim) -> float:
    """Return 1 when the sentence says *before* of what the evidence says *after*, or the other way round."""
    mine = set(_sequence(claim.reading))
    theirs = {pair for source in claim.cited for unit in source.units for pair in _sequence(unit.reading)}
    for (when, key), (other, known) in product(mine, theirs):
        if key == known and when != other and (when, key) not in theirs:
            return 1.0
    return 0.0


def _sequence(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield (before or after, key) for the first content words that follow such a preposition."""
    for at, token in enumerate(reading.tokens):
        when = "before" if token.word in _BEFORE else "after" if token.word in _AFTER else ""
        if when and token.kind is Kind.WORD:
            ahead = [other for other in reading.tokens[at + 1 : at + 5] if other.form.content][:2]
            yield from ((when, key) for other in ahead for key in other.form.keys)
