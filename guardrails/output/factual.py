"""Which sentences claim something of the world and which only talk with the user."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from guardrails.output import morphology
from guardrails.output.claim import weight_of
from guardrails.output.concepts import firm
from guardrails.output.folding import fold
from guardrails.output.quantities import Dimension
from guardrails.output.reading import Reading
from guardrails.output.speech import language_of
from guardrails.output.words import Kind

_MOST_WORDS_OF_A_HEADING = 9
_CLAIMING, _LEAST_CLAIMING = 0.7, 2
"""Words of such weight carry a claim, and so many of them make one."""


def states_a_fact(reading: Reading) -> bool:
    """Tell whether a sentence without a citation claims something that a record would have to found."""
    if not any(token.kind is Kind.WORD for token in reading.tokens):
        return any(item.dimension in (Dimension.MONEY, Dimension.PERCENT) for item in reading.quantities)
    if hard(reading):
        return not (is_question(reading) or _heading(reading)) or _priced(reading)
    if is_question(reading) or _heading(reading):
        return False
    return not (talks(reading) or _speaks_to_user(reading) or _wish(reading)) and _claims(reading)


def _claims(reading: Reading) -> bool:
    """Tell whether a sentence without figures holds enough words of the field to claim something.

    Polish ones need a verb too: *Fotografia, świetny wybór.* and *To się da załatwić.* say nothing of the world.
    """
    weighty = [form for _, form in reading.content if weight_of(form) >= _CLAIMING]
    field = sum(bool(form.concepts) for form in weighty)
    verb = language_of(reading) != "pl" or any(_finite(token.text) for token in reading.tokens)
    return verb and field >= 1 and len(weighty) >= _LEAST_CLAIMING


def is_question(reading: Reading) -> bool:
    """Tell whether the sentence asks."""
    return reading.text.rstrip(" \"'”»)*_").endswith("?")


def hard(reading: Reading) -> bool:
    """Tell whether a sentence holds figures or firm words (prices, institutions, promises)."""
    figures = {item.dimension for item in reading.quantities if not item.ordinal} - {Dimension.COUNT}
    if figures == {Dimension.CODE} and talks(reading):
        return False  # "już tłumaczę, na czym polega INF.04" names what is talked of
    return bool(figures) or (any(firm(form.concepts) for _, form in reading.content) and not talks(reading))


def _priced(reading: Reading) -> bool:
    return any(item.dimension in (Dimension.MONEY, Dimension.PERCENT) for item in reading.quantities)


def _heading(reading: Reading) -> bool:
    """Tell whether the line only introduces a list or names something (no finite verb)."""
    words = [token for token in reading.tokens if token.kind is Kind.WORD]
    if reading.text.rstrip(" *_").endswith(":"):
        return not _priced(reading)
    ends = reading.text.rstrip(" *_").endswith((".", "!"))
    return len(words) <= _MOST_WORDS_OF_A_HEADING and not ends and not any(_finite(token.text) for token in words)


def _wish(reading: Reading) -> bool:
    """Tell whether the sentence is a short exclamation without a verb (``Bezpiecznych lotów!``)."""
    words = [token for token in reading.tokens if token.kind is Kind.WORD]
    return reading.text.rstrip().endswith("!") and len(words) <= 6 and not any(_finite(token.text) for token in words)


def _finite(word: str) -> bool:
    return bool(
        morphology.part_of_speech(word) & {"fin", "praet", "bedzie", "imps", "winien", "pred"}
    ) or word.casefold() in ("is", "are", "has", "have", "costs", "є", "має", "коштує")


def talks(reading: Reading) -> bool:
    """Tell whether the sentence greets, offers, leaves the decision to the user or speaks of the answer itself."""
    words = [token.word for token in reading.tokens if token.kind is Kind.WORD]
    return any(_fits(words[at:], pattern) for at in range(len(words)) for pattern in _patterns().get(words[at][:2], ()))


def _speaks_to_user(reading: Reading) -> bool:
    """Tell whether the first verb is in the first or second person or an imperative."""
    for token in reading.tokens:
        tags = [tag for _, tag in morphology.readings(token.text)] if token.kind is Kind.WORD else []
        if any(tag.startswith(("fin", "impt")) and (":pri:" in tag or ":sec:" in tag) for tag in tags):
            return True
        if any(tag.startswith(("fin", "praet", "bedzie")) for tag in tags):
            return False
    return False


def _fits(words: list[str], pattern: tuple[str, ...]) -> bool:
    if len(words) < len(pattern):
        return False
    return all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(pattern, words, strict=False)
    )


@cache
def _patterns() -> dict[str, list[tuple[str, ...]]]:
    data: dict[str, Iterable[str]] = json.loads(
        files("guardrails.output").joinpath("data", "harmless.json").read_text("utf-8")
    )
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in (phrase for phrases in data.values() for phrase in phrases):
        parts = tuple(fold(part) for part in phrase.split())
        table.setdefault(parts[0].rstrip("*")[:2], []).append(parts)
    return table
