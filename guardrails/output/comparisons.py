"""Comparisons and sequences: who is higher, longer, more, and what comes before what, computed from the evidence."""

import math

from guardrails.output.claim import Claim
from guardrails.output.duels import duel
from guardrails.output.figures import grades_in, surroundings
from guardrails.output.lists import word_list
from guardrails.output.quantities import Dimension
from guardrails.output.source import Source, stems_of
from guardrails.output.words import Kind, Token, plain_code

_THAN = frozenset(["niz", "nizeli", "anizeli", "than", "ніж"])
_UP = (
    "wyzs",
    "wyzej",
    "dluz",
    "wiecej",
    "wieks",
    "droz",
    "bardziej",
    "expensive",
    "дорожч",
    "higher",
    "longer",
    "more",
    "greater",
    "вищ",
    "довш",
    "більш",
)
_DOWN = (
    "nizs",
    "nizej",
    "krot",
    "krocej",
    "mniej",
    "tans",
    "cheaper",
    "дешевш",
    "lower",
    "shorter",
    "less",
    "fewer",
    "smaller",
    "нижч",
    "коротш",
    "менш",
)
_SAME = word_list("comparisons.same")
_POINTING = frozenset("tak ten tym ta te to tej tego taki takim taka takie taką".split())  # noqa: SIM905
_MEASURES = {
    "valid": Dimension.MONTHS, "hour": Dimension.MINUTES, "volume": Dimension.MINUTES, "threshold": Dimension.PERCENT,
    "price": Dimension.MONEY, "level": Dimension.LEVEL, "prk": Dimension.LEVEL,
}  # fmt: skip
_FROM = frozenset(["od", "за", "від"])
_BEST = ("najwyzs", "najnizs", "najdluz", "najkrot", "najdroz", "najtan", "highest", "lowest", "longest", "shortest")
_LEAST = ("najnizs", "najkrot", "najtan", "lowest", "shortest")
_COSTS = ("droz", "tansz", "cheaper", "expensive", "дорожч", "дешевш")
_PLACE = ("wyzej", "nizej", "stoi", "higher", "lower")
_CONTEXT = {Dimension.MONTHS: "#valid", Dimension.MINUTES: "#volume", Dimension.LEVEL: "#level"}


def false_comparison(claim: Claim) -> str:
    """Return why a comparison in the sentence is false by the figures of its evidence, or nothing."""
    if (pair := duel(claim)) is not None:
        return "" if pair.holds else f"comparison of {pair.first:g} with {pair.second:g}"
    tokens = claim.reading.tokens
    than = _than(tokens)
    if than is None:
        return _false_superlative(claim) or _false_equality(claim)
    direction = _direction(tokens[max(0, than - 14) : than])
    sides = _values_of_sides(claim, than) if direction else None
    if sides and (sides[0] - sides[1]) * direction <= 0:
        return f"comparison of {sides[0]:g} with {sides[1]:g}"
    return ""


def compared(claim: Claim) -> tuple[float, float]:
    """Return (1 where a comparison with *than* is borne out by figures, 1 where no figures speak to it)."""
    if (sides := duel(claim)) is not None:
        return float(sides.holds), 0.0
    tokens = claim.reading.tokens
    than = _than(tokens)
    if than is None:
        return 0.0, float(any(token.word.startswith((*_UP, *_DOWN)) for token in tokens))
    direction = _direction(tokens[max(0, than - 14) : than])
    pair = _values_of_sides(claim, than) if direction else None
    return float(pair is not None), float(pair is None)


def _than(tokens: tuple[Token, ...]) -> int | None:
    """Return where the second side of a comparison begins: at *than*, or at *od* soon after a comparative."""
    for at, token in enumerate(tokens):
        if token.word in _THAN:
            return at
        if token.word in _FROM and any(near.word.startswith((*_UP, *_DOWN)) for near in tokens[max(0, at - 3) : at]):
            return at
    return None


def _false_superlative(claim: Claim) -> str:
    """Check ``najniższy poziom z tych trzech ma …`` over all cited records."""
    tokens = claim.reading.tokens
    at = next((at for at, token in enumerate(tokens) if token.word.startswith(_BEST)), None)
    if at is None or len(claim.cited) < 2 or (at and tokens[at - 1].word in ("od", "from", "від")):
        return ""
    named = _record(claim, tokens, ())
    dimension = _dimension(claim.reading.keys, tokens)
    values = {source.record_id: _value(source, dimension) for source in claim.cited}
    known = [value for value in values.values() if value is not None]
    if named is None or len(known) < len(claim.cited) or (mine := values[named.record_id]) is None:
        return ""
    right = min(known) if tokens[at].word.startswith(_LEAST) else max(known)
    return f"{mine:g} called the extreme of {len(known)}" if mine != right else ""


def _direction(tokens: tuple[Token, ...]) -> int:
    for token in reversed(tokens):
        if token.word.startswith(_UP):
            return 1
        if token.word.startswith(_DOWN):
            return -1
    return 0


def _false_equality(claim: Claim) -> str:
    """Check ``na tym samym poziomie`` over all cited records."""
    if len(claim.cited) < 2 or not _says_same(claim.reading.tokens) or claim.reading.negated:
        return ""
    dimension = _dimension(claim.reading.keys, claim.reading.tokens)
    values = {value for source in claim.cited if (value := _value(source, dimension)) is not None}
    meant = dimension is Dimension.LEVEL or (dimension is Dimension.MONTHS and "#valid" in claim.reading.keys)
    return f"different {dimension.value} called equal" if meant and len(values) > 1 else ""


def _says_same(tokens: tuple[Token, ...]) -> bool:
    """Tell whether something is called the same; ``pracujesz sama`` and ``na samym szczycie`` call nothing so."""
    words = [token.word for token in tokens]
    return any(
        word in _SAME and (not word.startswith("sam") or word == "same" or words[max(0, at - 1)] in _POINTING)
        for at, word in enumerate(words)
    )


def _values_of_sides(claim: Claim, than: int) -> tuple[float, float] | None:
    """Return the values of what stands before and after *than*: of two records, or of two clauses of one."""
    tokens = claim.reading.tokens
    left, right = tokens[:than], tokens[than:]
    dimension = _dimension(claim.reading.keys, tokens)
    one, two = _record(claim, left, right), _record(claim, right, left)
    if len(claim.cited) == 2 and bool(one) != bool(two):
        known = one or two
        other = next(source for source in claim.cited if source is not known)
        one, two = one or other, two or other
    if one and two and one is not two:
        first, second = _value(one, dimension), _value(two, dimension)
        return (first, second) if first is not None and second is not None else None
    before, after = ((0, than), (than, len(tokens)))
    reading = claim.reading
    left_keys, right_keys = (reading.keys_in(span) | grades_in(reading, span) for span in (before, after))
    return _within(claim, left_keys, right_keys, dimension)


def _dimension(keys: frozenset[str], tokens: tuple[Token, ...]) -> Dimension:
    if any(token.word.startswith(_COSTS) for token in tokens):
        return Dimension.MONEY
    named = next((dimension for concept, dimension in _MEASURES.items() if f"#{concept}" in keys), None)
    if named:
        return named
    return Dimension.LEVEL if any(token.word.startswith(_PLACE) for token in tokens) else Dimension.MONTHS


def _record(claim: Claim, side: tuple[Token, ...], other: tuple[Token, ...]) -> Source | None:
    """Return the cited record one side of a comparison names, by its code or the words of its title."""
    codes = {plain_code(token.text) for token in side if token.kind is Kind.CODE}
    words, away = _all_keys(side), _all_keys(other)
    scored = []
    for source in claim.cited:
        if codes & source.own_codes:
            return source
        title = _all_keys(source.title.tokens)
        scored.append((len(title & (words - away)) - len(title & (away - words)), source))
    scored.sort(key=lambda entry: -entry[0])
    clear = scored and scored[0][0] > 0 and (len(scored) == 1 or scored[0][0] > scored[1][0])
    return scored[0][1] if clear else None


def _all_keys(tokens: tuple[Token, ...]) -> set[str]:
    """Return forms, lemmas and stems of the words that are not mere function words."""
    words = [token for token in tokens if token.kind is Kind.WORD and (token.form.content or token.text.isupper())]
    return {key for token in words for key in (token.word, *token.form.keys, *stems_of(token.word))}


def _value(source: Source, dimension: Dimension) -> float | None:
    """Return what a record holds of a dimension: its validity, its hours, its level."""
    found = [(item.value, unit) for item, unit in source.quantities if item.dimension is dimension]
    if dimension is Dimension.MONTHS and any("#indefinite" in unit.reading.keys for unit in source.units):
        return math.inf
    fitting = [value for value, unit in found if _CONTEXT.get(dimension, "") in unit.keys]
    return next(iter(fitting or [value for value, _ in found]), None)


def _within(
    claim: Claim, left: frozenset[str], right: frozenset[str], dimension: Dimension
) -> tuple[float, float] | None:
    for measure in dict.fromkeys((dimension, Dimension.PERCENT, Dimension.MONTHS, Dimension.MINUTES, Dimension.MONEY)):
        values = [
            (item.value, surroundings(item, unit, source))
            for source in claim.cited for item, unit in source.quantities if item.dimension is measure
        ]  # fmt: skip
        # What stands by every figure tells none of them from another
        shared = frozenset.intersection(*(keys for _, keys in values)) if values else frozenset()
        mine, theirs = left - right - shared, right - left - shared
        one, two = _best(values, mine, theirs), _best(values, theirs, mine)
        if one is not None and two is not None and one != two:
            return one, two
    return None


def _best(values: list[tuple[float, frozenset[str]]], wanted: frozenset[str], unwanted: frozenset[str]) -> float | None:
    scored = [(len(keys & wanted) - len(keys & unwanted), value) for value, keys in values]
    best = max(scored, key=lambda entry: entry[0], default=None)
    return best[1] if best and best[0] > 0 else None
