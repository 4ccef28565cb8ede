"""Which figures of a sentence its cited records bear out."""

from collections.abc import Iterator

from guardrails.output.claim import Claim
from guardrails.output.figures.derived import derived
from guardrails.output.figures.equal import Known, as_written, equal, same_date
from guardrails.output.figures.implied import implied
from guardrails.output.figures.pairs import broken_ranges, strange_pairs
from guardrails.output.quantities import Dimension, Quantity

_THREE = frozenset({"trzy", "trzech", "three", "три"})
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_UNSURE = frozenset({Dimension.COUNT, Dimension.MONTHS, Dimension.DAYS, Dimension.MINUTES, Dimension.GRADE})
_QUARTERS = ("czwart", "quarter", "чверт")


def unfounded_figures(claim: Claim) -> Iterator[str]:
    """Yield the written figures of the sentence that its cited records do not hold, with the reason."""
    known: Known = [(other, unit) for source in claim.cited for other, unit in source.quantities]
    for item in _unfounded(claim, known):
        if not in_words(item):
            yield f"{item.dimension.value} {item.text}"
    yield from broken_ranges(claim, known)
    yield from strange_pairs(claim)


def unfounded_words(claim: Claim) -> Iterator[Quantity]:
    """Yield the figures said in words that the cited records do not hold; how a word counts is less sure."""
    known: Known = [(other, unit) for source in claim.cited for other, unit in source.quantities]
    return (item for item in _unfounded(claim, known) if in_words(item))


def in_words(item: Quantity) -> bool:
    """Tell whether a length or count is said in words (``osiem lat``, ``a year``); levels and dates are sure in any."""
    written = any(letter.isdigit() for letter in item.text) or item.text.isupper()
    return item.dimension in _UNSURE and not written


def _unfounded(claim: Claim, known: Known) -> Iterator[Quantity]:
    for item in claim.figures:
        if not (item.ordinal and item.dimension is Dimension.COUNT) and not founded(item, claim, known):
            yield item


def founded(item: Quantity, claim: Claim, known: Known) -> bool:
    """Tell whether a cited record holds a figure, or it follows from what they hold."""
    if _three_quarters(item, claim):
        return any(other.dimension is Dimension.PERCENT and other.value == 75 for other, _ in known)
    if item.dimension is Dimension.CODE:
        own = any(item.key in source.codes or item.key in source.own_codes for source in claim.cited)
        return own or as_written(item, known)
    if item.dimension is Dimension.DATE:
        return any(same_date(item.key, other) for other, _ in known)
    if item.dimension is Dimension.YEAR:
        dated = (other.key[:4] for other, _ in known if other.dimension in (Dimension.DATE, Dimension.YEAR))
        return item.key in dated or as_written(item, known)
    if any(equal(item, other) for other, _ in known):
        return True
    if item.dimension is Dimension.LEVEL and _roman_in(item, claim):
        return True
    return derived(item, claim, known) or implied(item, claim, known)


def _roman_in(item: Quantity, claim: Claim) -> bool:
    """Tell whether a record about levels writes the level in Roman figures (``fryzjer i mechatronik mają IV``)."""
    roman = _ROMAN[int(item.value)] if item.value in range(len(_ROMAN)) else ""
    return any(
        token.text == roman
        for source in claim.cited
        if "#prk" in source.keys
        for unit in source.units
        for token in unit.reading.tokens
    )


def _three_quarters(item: Quantity, claim: Claim) -> bool:
    """Tell whether the figure is the *three* of ``trzy czwarte`` or ``three quarters``."""
    near = claim.reading.tokens[item.start : item.end + 1]
    return near[0].word in _THREE and any(token.word.startswith(_QUARTERS) for token in near[1:])
