"""Two cited records side by side: which the sentence puts above the other, and what their fields say of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guardrails.output.claim import Claim
from guardrails.output.lists import word_list
from guardrails.output.reading import read
from guardrails.output.source import Source, stems_of
from guardrails.output.words import Kind, Token

_UP = tuple(word_list("duels.up"))
_DOWN = tuple(word_list("duels.down"))
_SAME = tuple(word_list("duels.same"))
_THAN = frozenset(word_list("duels.than"))
_LENGTH = tuple(word_list("duels.length"))
_ONE = frozenset({"jeden", "jedna", "jedno", "one", "один", "одну"})
_RANKED = ("wyzs", "nizs", "higher", "lower", "вищ", "нижч")
_QUALIFICATION = ("kwalifik", "qualif", "кваліф")
_NAMES = ("name", "feminine", "short_name", "also_called", "translations", "field", "city", "regions")
_MOST_NAMES = 600
# What a sentence compares, by the words it has, and the fields that hold it
_MEASURES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("wojewodz", "voivodeship", "воєводств"), ("regions",)),
    (("zestaw", "set", "наб"), ("outcome_sets",)),
    (("poziom", "level", "рів", "prk", "framework", "ram"), ("prk_level", "full_prk_level")),
    (("godzin", "hour", "годин", "objetos", "obsyg", "обсяг", "czasochlon"), ("volume_hours",)),
)


@dataclass(frozen=True, slots=True)
class Duel:
    """The values of what a sentence puts first and second, and in which direction: 1 above, -1 below, 0 equal."""

    first: float
    second: float
    direction: int

    @property
    def holds(self) -> bool:
        """Whether the fields bear the comparison out."""
        difference = self.first - self.second
        return difference == 0 if self.direction == 0 else difference * self.direction > 0


def duel(claim: Claim) -> Duel | None:
    """Return the comparison of two cited records by a field that both have; ``None`` where there is none."""
    if len(claim.cited) != 2 or claim.reading.negated:
        return None
    words = [token for token in claim.reading.tokens if token.kind is not Kind.HANDLE]
    marker, direction = _direction(words)
    if marker is None:
        return None
    if direction and not any(token.word in _THAN for token in words[marker:]):
        return None
    values = _values(claim, words, words[marker].word)
    sides = _sides(claim, words) if direction else (0, 1)
    if values is None or sides is None:
        return None
    return Duel(values[sides[0]], values[sides[1]], direction)


def _direction(words: list[Token]) -> tuple[int | None, int]:
    for at, token in enumerate(words):
        for beginnings, direction in ((_UP, 1), (_DOWN, -1), (_SAME, 0)):
            if token.kind is Kind.WORD and token.word.startswith(beginnings):
                return at, direction
    return None, 0


def _values(claim: Claim, words: list[Token], marker: str) -> tuple[float, float] | None:
    said = tuple(token.word for token in words if token.kind is Kind.WORD)
    named = [fields for beginnings, fields in _MEASURES if any(word.startswith(beginnings) for word in said)]
    if len(named) > 1:
        return None  # two measures, perhaps with two comparisons
    chosen = named[0] if named else _unnamed(claim, said, marker)
    one, two = (_value(source, chosen) for source in claim.cited)
    return (one, two) if one is not None and two is not None else None


def _unnamed(claim: Claim, said: tuple[str, ...], marker: str) -> tuple[str, ...]:
    """Return the fields of a measure without a name: hours of what is longer, the level of a higher qualification."""
    units = {source.fields.get("unit") for source in claim.cited}
    if len(units) == 1 and units != {None}:
        return ("value",)
    if marker.startswith(_LENGTH):
        return ("volume_hours",)
    ranked = marker.startswith(_RANKED) and any(word.startswith(_QUALIFICATION) for word in said)
    return ("prk_level", "full_prk_level") if ranked else ()


def _value(source: Source, names: tuple[str, ...]) -> float | None:
    for name in names:
        found = source.fields.get(name)
        if isinstance(found, list) and found:
            return float(len(found))
        if isinstance(found, int | float) and not isinstance(found, bool):
            return float(found)
    return None


def _sides(claim: Claim, words: list[Token]) -> tuple[int, int] | None:
    """Return which cited record the sentence speaks of first, and which after *than*, by what only one is called."""
    called = [_called(source) for source in claim.cited]
    places: list[list[int]] = [[], []]
    for at, token in enumerate(words):
        keys = {token.word, *token.form.keys, *stems_of(token.word)} if len(token.text) > 2 else {token.word}
        mine = [not keys.isdisjoint(names) for names in called]
        if mine[0] is not mine[1]:
            places[mine.index(True)].append(at)
    than = next((at for at, token in enumerate(words) if token.word in _THAN), None)
    if places[0] and places[1]:
        return (0, 1) if places[0][0] < places[1][0] else (1, 0)
    if not places[0] and not places[1]:
        return None
    known = 0 if places[0] else 1
    second = than is not None and places[known][0] > than
    return (1 - known, known) if second else (known, 1 - known)


def _called(source: Source) -> frozenset[str]:
    """Return the words by which a record is called in its title and facts, with lemmas and stems."""
    texts = [source.title.text, *(text for name in _NAMES for text in _texts(source.fields.get(name)))]
    text = " ".join(texts)[:_MOST_NAMES]
    return frozenset(
        key
        for token in read(text).tokens
        if token.form.content or token.kind is Kind.CODE
        for key in (token.word, *token.form.keys, *stems_of(token.word))
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (str(one) for one in value.values())
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, str))
