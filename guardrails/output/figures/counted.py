"""Small counts: how many things a record lists, a sentence names or cites, and how many times as much."""

from itertools import combinations

from guardrails.output.claim import Claim
from guardrails.output.figures.equal import Known, shares
from guardrails.output.numerals import month_of
from guardrails.output.quantities import Dimension, Quantity
from guardrails.output.source import Unit
from guardrails.output.words import Form

FRACTIONS = {
    "polowa": 50.0,
    "polowe": 50.0,
    "polowy": 50.0,
    "half": 50.0,
    "половина": 50.0,
    "половину": 50.0,
    "половини": 50.0,
}
TIMES = frozenset({"razy", "krotnie", "times", "рази", "разів"})


def counted(item: Quantity, claim: Claim, known: Known) -> bool:
    """Tell whether a small count is the number of things a record lists, or of records cited."""
    if item.text.casefold() in FRACTIONS or item.value == 0.5:
        return _half(item, claim, known)
    if item.value > 40 or item.value != int(item.value):
        return False
    count = int(item.value)
    if {token.word for token in claim.reading.tokens} & TIMES:
        return _ratio(item.value, known)
    if count == len(claim.cited) > 1:
        return True
    codes = [other for other in claim.reading.quantities if other.dimension is Dimension.CODE]
    if codes and count == len(codes):
        return True
    if count == _enumerated(claim, item) or _in_list(claim, item, count):
        return True
    if any(count in _listed(unit, item.noun) for source in claim.cited for unit in source.units):
        return True
    return any(count in _listed(unit, None) for _, unit in claim.aligned)


def _half(item: Quantity, claim: Claim, known: Known) -> bool:
    """Tell whether a half is 50 %, the middle of a month, or what one figure of the evidence is of another."""
    if any(other.dimension is Dimension.PERCENT and other.value == 50 for other, _ in known):
        return True
    tokens = claim.reading.tokens
    if [token.word for token in tokens[max(0, item.start - 2) : item.start]] == ["and", "a"]:
        return True  # "a year and a half" is one figure, and it is checked as one
    after = tokens[item.end : item.end + 1]
    if after and month_of(after[0].text):
        return any(other.dimension is Dimension.DATE for other, _ in known)
    values = {(other.dimension, other.value) for other, _ in known if other.value}
    return any((dimension, 2 * value) in values for dimension, value in values)


def _in_list(claim: Claim, item: Quantity, count: int) -> bool:
    """Tell whether a list of a record, named by the counted noun, has so many entries."""
    lists = [label for source in claim.cited for label, length in source.counts if length == count]
    nouns = (item.noun,) if item.noun else _nouns_before(claim, item)
    return any(shares(noun, form) for noun in nouns for label in lists for _, form in label.content)


def _nouns_before(claim: Claim, item: Quantity) -> tuple[Form, ...]:
    """Return the nouns of the clause before a count that stands alone (``zestawów jest jedenaście``)."""
    start, _ = claim.reading.clause_of(item.start)
    return tuple(token.form for token in claim.reading.tokens[start : item.start] if token.form.noun)


def _enumerated(claim: Claim, item: Quantity) -> int:
    """Return how many things the sentence itself lists after a colon that follows the count."""
    tokens = claim.reading.tokens[item.end :]
    colon = next((at for at, token in enumerate(tokens) if token.text in ":–—"), None)
    if colon is None:
        return 0
    rest = tokens[colon:]
    return 1 + sum(
        token.text == "," or token.word in ("i", "oraz", "albo", "lub", "and", "or", "та", "і", "або") for token in rest
    )


def _ratio(times: float, known: Known) -> bool:
    values = [(other.dimension, other.value) for other, _ in known if other.value]
    return any(
        one[0] is two[0] and abs(max(one[1], two[1]) / min(one[1], two[1]) - times) < 0.05
        for one, two in combinations(values, 2)
    )


def _listed(unit: Unit, noun: Form | None) -> tuple[int, ...]:
    """Return how many things a statement about ``noun`` may list: its commas, ``i`` and ``oraz`` counted."""
    if noun is not None and not any(shares(noun, form) for form in unit.forms):
        return ()
    tokens = unit.reading.tokens
    commas = sum(token.text in (",", ";", "/") for token in tokens)
    joins = sum(token.word in ("i", "oraz", "lub", "albo", "and", "or", "та", "і", "або", "a") for token in tokens)
    codes = sum(item.dimension is Dimension.CODE for item in unit.reading.quantities)
    return tuple({commas + 1, commas + joins + 1, codes}) if commas + joins or codes else ()
