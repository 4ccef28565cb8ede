"""Figures of a sentence against its evidence: every number, date, level and code must be founded."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from guardrails.output.claim import Claim
from guardrails.output.lists import word_list
from guardrails.output.numerals import month_of
from guardrails.output.quantities import Dimension, Quantity, unit_of
from guardrails.output.reading import Reading, keys_of
from guardrails.output.source import Source, Unit
from guardrails.output.words import Form, Kind

Known = list[tuple[Quantity, Unit]]

_SUMMED = word_list("figures.summed")
_DIFFERENCE = tuple(word_list("figures.difference"))
_FRACTIONS = {
    "polowa": 50.0,
    "polowe": 50.0,
    "polowy": 50.0,
    "half": 50.0,
    "половина": 50.0,
    "половину": 50.0,
    "половини": 50.0,
}
_THREE = frozenset({"trzy", "trzech", "three", "три"})
_QUARTERS = ("czwart", "quarter", "чверт")
_TIMES = frozenset({"razy", "krotnie", "times", "рази", "разів"})
_RANGE = (
    frozenset({"od", "from", "between", "miedzy", "від"}),
    frozenset({"do", "to", "and", "a", "–", "-", "до", "i"}),
)
_MONTHS_A_SEMESTER, _DAYS_A_MONTH, _WEEKS = 6.0, 30.0, 7.0
_NO_MEASURE = frozenset({Dimension.CODE, Dimension.YEAR, Dimension.COUNT, Dimension.GRADE})
_COMPARING = frozenset({"niz", "than", "ніж"})
_ABOUT = 0.12
_EXACT = frozenset({Dimension.CODE, Dimension.DATE, Dimension.YEAR})


def unfounded_figures(claim: Claim) -> Iterator[str]:
    """Yield the figures of the sentence that its cited records do not hold, with the reason."""
    known: Known = [(other, unit) for source in claim.cited for other, unit in source.quantities]
    for item in claim.figures:
        if not (item.ordinal and item.dimension is Dimension.COUNT) and not founded(item, claim, known):
            yield f"{item.dimension.value} {item.text}"
    yield from _broken_ranges(claim, known)
    yield from _strange_pairs(claim)


def founded(item: Quantity, claim: Claim, known: Known) -> bool:
    """Tell whether a cited record holds a figure, or it follows from what they hold."""
    if _three_quarters(item, claim):
        return any(other.dimension is Dimension.PERCENT and other.value == 75 for other, _ in known)
    if item.dimension is Dimension.CODE:
        own = any(item.key in source.codes or item.key in source.own_codes for source in claim.cited)
        return own or _as_written(item, known)
    if item.dimension is Dimension.DATE:
        return any(_same_date(item.key, other) for other, _ in known)
    if item.dimension is Dimension.YEAR:
        dated = (other.key[:4] for other, _ in known if other.dimension in (Dimension.DATE, Dimension.YEAR))
        return item.key in dated or _as_written(item, known)
    return any(_equal(item, other) for other, _ in known) or _derived(item, claim, known)


def _three_quarters(item: Quantity, claim: Claim) -> bool:
    """Tell whether the figure is the *three* of ``trzy czwarte`` or ``three quarters``."""
    near = claim.reading.tokens[item.start : item.end + 1]
    return near[0].word in _THREE and any(token.word.startswith(_QUARTERS) for token in near[1:])


def _as_written(item: Quantity, known: Known) -> bool:
    return any(other.text.replace(" ", "") == item.text for other, _ in known)


def _same_date(key: str, other: Quantity) -> bool:
    if other.dimension is Dimension.YEAR:
        return key == f"{other.key}-??-??"
    if other.dimension is not Dimension.DATE:
        return False
    return all(
        mine in (theirs, "??", "????") or theirs == "????"
        for mine, theirs in zip(key.split("-"), other.key.split("-"), strict=True)
    )


def _equal(item: Quantity, other: Quantity) -> bool:
    if item.dimension is Dimension.COUNT and item.noun is None and not item.ordinal:
        # "1000 dla lakiernika": the unit was said before
        return _plain(other) == item.value
    if item.dimension is not other.dimension:
        return _across(item, other)
    if abs(item.value - other.value) < 1e-6:
        return {item.bound, other.bound} != {"min", "max"} and _nouns_agree(item, other)
    if item.bound == "about" and other.value:
        return abs(item.value - other.value) <= _ABOUT * other.value
    close = 0 < other.value - item.value <= _ABOUT * other.value
    return item.bound == "min" and close and item.dimension is not Dimension.PERCENT and other.bound != "max"


def _plain(item: Quantity) -> float:
    """Return the number as it was written, before units were led to one."""
    factor = {"year": 12.0, "quarter": 3.0, "week": 7.0, "hour": 60.0}.get(item.key, 1.0)
    return item.value / factor


def _across(item: Quantity, other: Quantity) -> bool:
    """Compare what different words measure: semesters with months, days with months, a written number with a code."""
    if item.dimension is Dimension.COUNT:
        return other.dimension in (Dimension.YEAR, Dimension.CODE) and other.text == item.text
    pair = (item.dimension, other.dimension)
    if pair == (Dimension.MONTHS, Dimension.SEMESTERS):
        return item.value == other.value * _MONTHS_A_SEMESTER
    if pair == (Dimension.SEMESTERS, Dimension.MONTHS):
        return item.value * _MONTHS_A_SEMESTER == other.value
    return pair == (Dimension.DAYS, Dimension.MONTHS) and item.value == other.value * _DAYS_A_MONTH


def _nouns_agree(item: Quantity, other: Quantity) -> bool:
    """Tell whether two counts may count the same: 40 questions are not 40 places."""
    if item.dimension is not Dimension.COUNT or item.noun is None or other.noun is None or item.value > 100:
        return True
    return shares(item.noun, other.noun) or not (item.noun.concepts and other.noun.concepts)


def shares(one: Form, two: Form) -> bool:
    """Tell whether two words may mean the same."""
    return bool(one.keys & two.keys or one.concepts & two.concepts)


def _derived(item: Quantity, claim: Claim, known: Known) -> bool:
    words = {token.word for token in claim.reading.tokens}
    if item.dimension is Dimension.COUNT and _counted(item, claim, known):
        return True
    same = [
        other.value if item.noun or item.dimension is not Dimension.COUNT else _plain(other)
        for other, _ in known
        if other.dimension is item.dimension or (item.dimension is Dimension.COUNT and item.noun is None)
    ]
    if item.dimension is Dimension.COUNT and not (
        item.noun is None or item.noun.concepts & {"level"} or words & _TIMES
    ):
        return False
    if item.dimension is Dimension.COUNT and item.noun and "level" in item.noun.concepts:
        same = [other.value for other, _ in known if other.dimension is Dimension.LEVEL]
    pairs = list(combinations(dict.fromkeys(same), 2)) + [
        (value, value) for value in set(same) if same.count(value) > 1
    ]
    if (len(claim.cited) > 1 or words & _SUMMED) and any(abs(one + two - item.value) < 1e-6 for one, two in pairs):
        return True
    if len(claim.cited) > 2 and any(abs(sum(three) - item.value) < 1e-6 for three in combinations(same[:12], 3)):
        return True
    differs = any(word.startswith(_DIFFERENCE) for word in words) or words & {"od", "roznicy"}
    if differs and any(abs(abs(one - two) - item.value) < 1e-6 for one, two in pairs):
        return True
    if item.dimension is Dimension.PERCENT and item.text.casefold() in _FRACTIONS:
        return _FRACTIONS[item.text.casefold()] in same
    return item.dimension is Dimension.DAYS and _days_between(item, known)


def _days_between(item: Quantity, known: Known) -> bool:
    """Tell whether two dates of the evidence lie so many days apart."""
    days = []
    for other, _ in known:
        if other.dimension is Dimension.DATE and "?" not in other.key:
            try:
                days.append(date.fromisoformat(other.key))
            except ValueError:
                continue
    return any(abs((one - two).days) == item.value for one, two in combinations(set(days), 2))


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


def _counted(item: Quantity, claim: Claim, known: Known) -> bool:
    """Tell whether a small count is the number of things a record lists, or of records cited."""
    if item.text.casefold() in _FRACTIONS or item.value == 0.5:
        return _half(item, claim, known)
    if item.value > 40 or item.value != int(item.value):
        return False
    count = int(item.value)
    if {token.word for token in claim.reading.tokens} & _TIMES:
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


def _in_list(claim: Claim, item: Quantity, count: int) -> bool:
    """Tell whether a list of a record, named by the counted noun, has so many entries."""
    noun = item.noun
    lists = (entry for source in claim.cited for entry in source.counts)
    return noun is not None and any(
        length == count and any(shares(noun, form) for _, form in label.content) for label, length in lists
    )


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


def _broken_ranges(claim: Claim, known: Known) -> Iterator[str]:
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


def _strange_pairs(claim: Claim) -> Iterator[str]:
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


def swapped_context(claim: Claim) -> tuple[float, float]:
    """Return how far a figure's surroundings speak for another figure of the evidence than the one it equals (0-1).

    First with clauses that inherit the opening of their sentence (``stal 3 lata, a miedź 2 lata``), then without.
    """
    items = [item for item in claim.reading.quantities if item.dimension not in _NO_MEASURE]
    scores = [_swap(item, claim) for item in items]
    return max((one for one, _ in scores), default=0.0), max((two for _, two in scores), default=0.0)


def _swap(item: Quantity, claim: Claim) -> tuple[float, float]:
    def same(one: Quantity, two: Quantity) -> bool:
        return _same_date(one.key, two) if one.dimension is Dimension.DATE else abs(one.value - two.value) < 1e-6

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
    own = (beside | _grades(claim.reading, (start, end))) - _unit_keys(claim.reading)
    return own | claim.reading.keys_in((0, start)) if 0 < len(own) < 4 else own


def _grades(reading: Reading, span: tuple[int, int]) -> frozenset[str]:
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
    near = (reading.keys_in(span) | _grades(reading, span)) - _unit_keys(reading)
    first = reading.keys_in(reading.clauses[0]) - _unit_keys(reading) if inherit and reading.clauses else frozenset()
    # A clause that names its subject again needs no other's
    near |= frozenset() if near & first else first
    return near | (unit.label.content_keys if unit.label else frozenset()) | source.title.content_keys


__all__ = ["Kind", "founded", "shares", "surroundings", "swapped_context", "unfounded_figures"]
