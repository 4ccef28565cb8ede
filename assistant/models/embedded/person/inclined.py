"""What a message says one would like to do and what not: «lubię psy i koty, nie lubię sprzątać», «coś z urodą».

A message is read in parts: at its marks, at «ale» and the like, and before each verb of liking. A part with a verb
that likes, or none at all beside names of likings, tells what is wanted; one turned round by «nie» or with a verb
that keeps away tells what is not. What other words a part has is no wish of this kind: it is kept as ``rest``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from assistant.advice.likings import said_in
from assistant.models.embedded.person.change import is_somebody, names_somebody
from assistant.models.embedded.person.lead_in import without_polish_no
from assistant.models.embedded.words import lexicon
from assistant.models.embedded.words.it import spelled_out
from assistant.models.embedded.words.patterns import Pattern, pattern_of, starts_of
from retrieval.analysis import Word, analyse
from retrieval.analysis.morphology import readings

FILE = Path(__file__).with_name("inclined.yaml")
MOST_WORDS = 60
_NOTHING_BUT = re.compile(
    r"\b(?:nic|niczego|nothing|нічого|ніщо)\b[^.,;!?]*?\b(?:oprócz|oprocz|poza|prócz|except|but|besides|крім|окрім)\b",
    re.IGNORECASE,
)
"""«Nic mnie nie interesuje oprócz gier» likes just them."""
_LIKES = "lubię"
_MARKS = re.compile(r"[.,;:!?\n()/–—]|\s-\s")
_MARKS_OF = ("likes", "something", "dislikes", "not", "not_meant", "breaks", "oneself")
_SHORTEST_NAME = 4
_SHORT = 5
"""A part of so many words that is turned round keeps away from a liking without a verb: «byle nie przy biurku»."""
_FEW = 3
"""So many words beside «nie» keep away from something without a verb that says so: «ale nie weterynarz»."""


@dataclass(frozen=True, slots=True)
class Inclined:
    """Likings wanted and kept away from, by the words that say them, in the order they are told.

    ``away`` has the people by their work who are kept away from as well; ``rest`` are those of a wish that
    are no liking, ``was`` the words for what one has been doing so far. ``told`` says that a verb or «coś z …» tells
    it to be a wish, ``likings_away`` that a known liking is kept away from, ``bare`` that the message has nothing
    but names of likings, ``work`` that work «with» it is spoken of.
    """

    wanted: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    told: bool = False
    likings_away: bool = False
    bare: bool = False
    work: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    words: tuple[Word, ...]
    turned: bool
    liking: bool
    something: bool
    disliking: bool
    of_oneself: bool
    so_far: bool


@lru_cache(maxsize=512)
def inclined(text: str) -> Inclined:
    """Read what ``text`` tells of likings; empty where it tells of none."""
    wanted: dict[str, str] = {}
    unwanted: dict[str, str] = {}
    known: set[str] = set()
    bare, work = True, False
    rest: list[str] = []
    was: list[str] = []
    told, turned = False, False
    for part in _parts(spelled_out(_NOTHING_BUT.sub(_LIKES, without_polish_no(text)))):
        said = {one.liking.key: _words(part.words[one.start : one.end]) for one in said_in(part.words)}
        others = _others(part)
        open_part = not (part.turned or part.liking or part.something)
        bare = bare and (part.turned or _is_bare(part))
        turned = turned if open_part and not others else part.turned
        if part.so_far and not part.turned:
            was += [word.surface for word in part.words]
        elif turned:
            unwanted.update(said or {word: word for word in others if len(others) <= _FEW and _is_by_work(word)})
            known.update(said if part.turned and (part.liking or part.disliking or len(part.words) <= _SHORT) else ())
        elif part.of_oneself or (open_part and others):
            rest += others if said else ()
        else:
            wanted = {**wanted, **said}
            rest += others
            told = told or bool(said and not open_part)
            work = work or (part.something and _with(part.words))
    away = tuple(words for key, words in unwanted.items() if key not in wanted)
    return Inclined(
        tuple(wanted.values()),
        away,
        tuple(dict.fromkeys(rest)),
        tuple(was),
        told,
        not known <= wanted.keys(),
        bare,
        work,
    )


def adds(text: str) -> bool:
    """Tell whether what ``text`` wishes comes beside what was wished before: «no i jeszcze auta», «a też taniec»."""
    words = analyse(without_polish_no(text), max_words=MOST_WORDS).words
    first = next((word for word in words if not _is(word, "leads")), None)
    return any(_is(word, "adds") for word in words) or (first is not None and _is(first, "adds_first"))


def _is_by_work(word: str) -> bool:
    """Tell whether a word, of any language, is what somebody is called by their work."""
    return is_somebody(word) or (not readings(word) and names_somebody(word))


def _with(words: Sequence[Word]) -> bool:
    """Tell whether a liking follows «z», «przy» or the like."""
    return any(one.start and _is(words[one.start - 1], "with") for one in said_in(words))


def _is_bare(part: _Part) -> bool:
    named = {place for one in said_in(part.words) for place in range(one.start, one.end)}
    return all(place in named or _is(word, "joins") for place, word in enumerate(part.words))


def _words(words: Sequence[Word]) -> str:
    return " ".join(word.surface for word in words)


def _parts(text: str) -> Iterator[_Part]:
    for chunk in _MARKS.split(text):
        yield from map(_part, filter(None, _runs(analyse(chunk, max_words=MOST_WORDS).words)))


def _runs(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Split where something else begins: at a word of contrast, before a verb of liking and what turns it round."""
    start = 0
    for place, word in enumerate(words):
        if place == start:
            continue
        verb = _is(word, "likes") or _is(word, "dislikes")
        opens = _is(word, "not") or (
            verb
            and not _is(words[place - 1], "not")
            and (any(map(_marked, words[start:place])) or _tells_so_far(words[start:place]))
        )
        owned = _is(word, "oneself") and not _is(words[place - 1], "not")  # «nie jestem dobry z matmy» stays whole
        if (opens and _has_said(words[start:place])) or _is(word, "breaks") or owned:
            yield tuple(words[start:place])
            start = place
    yield tuple(words[start:])


def _has_said(words: Sequence[Word]) -> bool:
    """Tell whether a part has come to what it is about."""
    return any(not (word.stop or _marked(word)) for word in words)


def _part(words: tuple[Word, ...]) -> _Part:
    pairs = zip(words, (*words[1:], None), strict=True)
    negated = any(_is(word, "not") and not (after and _is(after, "not_meant")) for word, after in pairs)
    liking = any(_is(word, "likes") for word in words)
    disliking = any(_is(word, "dislikes") for word in words)
    return _Part(
        words=words,
        turned=negated or disliking,
        liking=liking,
        disliking=disliking,
        something=_of_something(words),
        of_oneself=not liking and any(_is(word, "oneself") for word in words[:2]),
        so_far=not liking and _tells_so_far(words) and not any(_is(word, "some") for word in words),
    )


def _of_something(words: Sequence[Word]) -> bool:
    """Tell whether «coś», «praca» or the like stands before a liking: «narzędzia do poznawania zawodów» wishes none."""
    first = min((one.start for one in said_in(words)), default=len(words))
    return any(_is(word, "something") for word in words[:first]) or any(_is(word, "by_trade") for word in words)


def _tells_so_far(words: Sequence[Word]) -> bool:
    """«20 lat w biurze», «całe życie w sklepie»: how long one has been at it, and what one was («byłym»)."""
    folded = [word.folded for word in words]
    counted = any(a.surface.isdecimal() and _is(b, "years") for a, b in pairwise(words))
    former = any(_is(word, "former") for word in words)
    return counted or former or any(True for phrase in _so_far() for _ in starts_of(phrase, folded))


@cache
def _so_far() -> tuple[Pattern, ...]:
    return tuple(map(pattern_of, yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)["so_far"]))


def _others(part: _Part) -> list[str]:
    """The words of a part that name something and are no liking."""
    named = {place for one in said_in(part.words) for place in range(one.start, one.end)}
    idle = lexicon.words("noise") | lexicon.words("filler") | frozenset(_lists()["idle"][0])
    words = [
        word for place, word in enumerate(part.words) if place not in named and not word.stop and not _marked(word)
    ]
    return [
        word.surface
        for word in words
        if idle.isdisjoint((*word.lemmas, word.folded)) and len(word.folded) >= _SHORTEST_NAME
    ]


def _marked(word: Word) -> bool:
    return any(_is(word, key) for key in _MARKS_OF)


def _is(word: Word, key: str) -> bool:
    whole, begins = _lists()[key]
    return word.folded in whole or word.folded.startswith(begins)


@cache
def _lists() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    lists: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return {key: _split([str(word) for word in words]) for key, words in lists.items()}


def _split(words: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    return (
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word.rstrip("*") for word in words if word.endswith("*")),
    )
