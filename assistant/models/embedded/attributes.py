"""Which attribute a question asks for, told by a word of it where no example of a question fits surely."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import yaml

from assistant.models.embedded.intents import Intent, Reading
from retrieval.analysis import Word, fold

FILE = Path(__file__).with_name("attributes.yaml")
CUED = 0.6
"""What a cue is worth as a score of a reading: surer than ``SURE``, less than an example that fits."""

_FIRM = 0.8
"""From this score on another reading is kept against a cue."""

_OPEN = frozenset(
    {Intent.FIND, Intent.SYSTEM, Intent.ABOUT, Intent.MORE, Intent.SIMPLER, Intent.ANOTHER, Intent.BECOME}
)
"""Readings that say little of what is asked: a cue counts for more than an unsure one of them."""

_DOUBTFUL = 0.5
_STRONG = frozenset({Intent.PAY, Intent.PRICE, Intent.JOBS})

Pattern = tuple[str, ...]


def attributes_in(words: Sequence[Word]) -> tuple[tuple[Intent, frozenset[int]], ...]:
    """Return the attributes named in ``words``, in their order, each once with the places of its words."""
    said = [fold(word.surface) for word in words]
    found: dict[Intent, frozenset[int]] = {}
    for start in range(len(said)):
        for intent, pattern in _patterns():
            end = start + len(pattern)
            if end <= len(said) and all(map(_fits, pattern, said[start:end])):
                found[intent] = found.get(intent, frozenset()) | frozenset(range(start, end))
    return tuple(found.items())


def with_cue(readings: Sequence[Reading], words: Sequence[Word]) -> Reading | None:
    """Return the reading a cue makes of the question, or ``None`` where an example surely says what is asked."""
    best = readings[0] if readings else Reading(Intent.FIND, 0.0, frozenset())
    named = attributes_in(words)
    if not named or (best.intent in {intent for intent, _ in named} and best.score >= _DOUBTFUL):
        return None
    intent, places = next((one for one in named if one[0] in _STRONG), named[0])
    limit = _FIRM if best.intent in _OPEN else _DOUBTFUL
    if best.score >= limit:
        return None
    own = next((reading for reading in readings if reading.intent is intent), None)
    return Reading(intent, max(CUED, own.score if own else 0.0), places | (own.used if own else frozenset()))


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def _patterns() -> tuple[tuple[Intent, Pattern], ...]:
    lists: dict[str, Iterable[str]] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return tuple((Intent(name), tuple(map(fold, str(text).split()))) for name, texts in lists.items() for text in texts)
