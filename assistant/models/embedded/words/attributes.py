"""Which attribute a question asks for, told by a word of it where no example of a question fits surely."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from assistant.models.embedded.words.intents import Intent, Reading
from assistant.models.embedded.words.patterns import Pattern, fits, pattern_of, starts_of
from retrieval.analysis import Word, analyse, fold

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
SAME_SCHOOL = 4
"""So many letters tell one kind of school from another."""

_PLAIN = frozenset(
    {Intent.LEVEL, Intent.VALIDITY, Intent.DURATION, Intent.WHO_AWARDS, Intent.ENTRY, Intent.PAY, Intent.PRICE}
)
_LEVEL = frozenset({"poziom", "level", "рівен", "рівн"})
_STRONG = frozenset({Intent.PAY, Intent.PRICE, Intent.JOBS})


def attributes_in(words: Sequence[Word]) -> tuple[tuple[Intent, frozenset[int]], ...]:
    """Return the attributes named in ``words``, in their order, each once with the places of its words."""
    return _attributes(tuple(word.surface for word in words))


@lru_cache(maxsize=1_024)
def _attributes(words: tuple[str, ...]) -> tuple[tuple[Intent, frozenset[int]], ...]:
    said = [*map(fold, words)]
    found: dict[Intent, frozenset[int]] = {}
    for start in range(len(said)):
        for intent, pattern in _patterns():
            end = start + len(pattern)
            if end <= len(said) and all(map(fits, pattern, said[start:end])):
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


def strong_in(words: Sequence[Word]) -> tuple[Intent, ...]:
    """Return the attributes named whose word is hardly used for anything else: pay, price, work."""
    return tuple(intent for intent, _ in attributes_in(words) if intent in _STRONG)


def also_asked(words: Sequence[Word], first: Intent) -> tuple[Intent, ...]:
    """Return the plain facts asked beside ``first`` («poziom i ważność?»)."""
    named = dict.fromkeys(intent for intent, _ in attributes_in(words))
    if any(not _LEVEL.isdisjoint(word.lemmas) for word in words):
        named[Intent.LEVEL] = None
    plain = [intent for intent in named if intent in _PLAIN]
    beside = (Intent(name) for name in named_in("beside", words))
    return tuple(intent for intent in (*plain, *beside) if intent is not first) if first in _PLAIN else ()


def asked_first(words: Sequence[Word], read: Intent) -> Intent:
    """Return the plain fact asked beside where a qualification counts: «jaki poziom i w jakich zawodach?»."""
    both = read is Intent.PART_OF and Intent.PART_OF in map(Intent, named_in("beside", words))
    return (plain_in(words) or read) if both else read


def plain_in(words: Sequence[Word]) -> Intent | None:
    """Return the plain fact asked for by its own word («poziom», «na ile lat»), or ``None``; no sum of money."""
    named = [intent for intent, _ in attributes_in(words) if intent in _PLAIN - {Intent.PAY, Intent.PRICE}]
    leveled = any(not _LEVEL.isdisjoint(word.lemmas) for word in words)
    return next(iter(named), Intent.LEVEL if leveled else None)


def kinds_of_school(words: Sequence[Word]) -> frozenset[int]:
    """Return the places of different kinds of school named («technikum», «branżówka»), the first of each."""
    first: dict[str, int] = {}
    said = [fold(word.surface) for word in words]
    for _, pattern in _phrases("kinds_of_school"):
        for at in starts_of(pattern, said):
            first.setdefault(pattern[0][:SAME_SCHOOL], at)
    return frozenset(first.values())


def unheld_in(words: Sequence[Word]) -> str:
    """Return what is asked that no record holds (``contact``, ``dates`` …), or nothing."""
    held = named_in("held_of", words)
    return next((kind for kind in named_in("unheld", words) if kind not in held), "")


def own_words(kind: str, text: str) -> bool:
    """Tell whether ``text`` has a word of its own for a kind of what no record holds; a kind without a list has all."""
    patterns = [pattern for name, pattern in _phrases("own") if name == kind]
    said = [fold(word.surface) for word in analyse(text, max_words=400).words]
    return not patterns or any(True for pattern in patterns for _ in starts_of(pattern, said))


def named_in(part: str, words: Sequence[Word]) -> tuple[str, ...]:
    """Return the names of the lists in one part of the file that have a phrase said in ``words``, in its order."""
    said = [fold(word.surface) for word in words]
    return tuple(dict.fromkeys(name for name, pattern in _phrases(part) if any(True for _ in starts_of(pattern, said))))


@cache
def _patterns() -> tuple[tuple[Intent, Pattern], ...]:
    return tuple((Intent(name), pattern) for name, pattern in _read("held"))


@cache
def _phrases(part: str) -> tuple[tuple[str, Pattern], ...]:
    return tuple(_read(part))


def _read(part: str) -> Iterable[tuple[str, Pattern]]:
    lists: dict[str, Iterable[str]] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)[part]
    return ((name, pattern_of(str(text))) for name, texts in lists.items() for text in texts)
