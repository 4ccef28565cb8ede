"""What stands after a number: its unit, the thing it counts, the next number."""

from bisect import bisect_left

from guardrails.output.morphology import part_of_speech
from guardrails.output.numerals import Number
from guardrails.output.quantities.dimensions import unit_of
from guardrails.output.words import Form, Kind, Token


def unit_after(tokens: tuple[Token, ...], number: Number, all_numbers: tuple[Number, ...], depth: int = 0) -> str:
    """Return the unit that follows, over one adjective or over a range (``2-4 semestry``, ``8, 9 i 10 procent``)."""
    ahead = tokens[number.end : number.end + 4]
    if number.digits and ahead and ahead[0].text == "." and ahead[1:] and ahead[1].text.islower():
        ahead = ahead[1:]
    for token in ahead:
        if unit := unit_of(token):
            return unit
        if token.kind is Kind.MARK and token.text not in "-–—%":
            break
        if token.kind not in (Kind.WORD, Kind.MARK):
            break
        if token.kind is Kind.WORD and not _qualifies(token):
            break
    following = neighbour(all_numbers, number, 1)
    following = following if following and following.start - number.end <= 1 else None
    joined = tokens[number.end : following.start] if following else ()
    if (
        following
        and depth < 4
        and all(
            token.text
            in ("-", "–", "—", ",", "i", "lub", "albo", "do", "or", "to", "and", "або", "і", "та", "oraz", "a")
            for token in joined
        )
    ):
        return following.unit or unit_after(tokens, following, all_numbers, depth + 1)
    return ""


def _qualifies(token: Token) -> bool:
    """Tell whether a word may stand between a number and its unit (``5 ostatnich lat``, ``120 full hours``)."""
    return "adj" in part_of_speech(token.text) or token.word in (
        "full",
        "last",
        "school",
        "teaching",
        "останніх",
        "повних",
    )


def neighbour(numbers: tuple[Number, ...], number: Number, step: int) -> Number | None:
    """Return the number before or after ``number`` in the text."""
    at = bisect_left(numbers, number.start, key=lambda other: other.start) + step
    return numbers[at] if 0 <= at < len(numbers) else None


def noun_after(tokens: tuple[Token, ...], at: int) -> Form | None:
    """Return the noun that follows over adjectives, or ``None``."""
    for token in tokens[at : at + 4]:
        if token.kind is not Kind.WORD:
            return None
        if token.form.noun:
            return token.form
        if not token.form.content:
            return None
    return None
