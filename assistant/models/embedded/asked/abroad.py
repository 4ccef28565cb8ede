"""Papers from abroad in Poland, and papers from Poland abroad: which paper, which way, and what is asked of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.models.embedded.words.patterns import Pattern, fits, pattern_of, starts_of
from retrieval.analysis import analyse, fold

FILE = Path(__file__).with_name("abroad.yaml")
EU = "eu"
UNION, MEDICAL, WELDER, ELECTRIC = "fact:C-uznanie-ue", "fact:R113", "fact:REG-spawacz", "fact:REG-sep"
DEGREE, SCHOOL, NOT_ABROAD = "fact:C-zagraniczny-dyplom", "fact:R117", "fact:A-uznanie-za-granica"
WORKED, COURSE = "fact:C-nauka-w-pracy", "fact:R031"
OF_ABROAD = ((UNION, MEDICAL, WELDER, ELECTRIC, DEGREE), (SCHOOL, NOT_ABROAD, WORKED, COURSE))
"""The rules that an answer may need, as far as they are held."""
MOST_WORDS_AFTER = 9
MOST_WORDS_OF_PAPER = 5
_NEAR = 2
_PAPERS = frozenset({"school", "degree", "driving", "craft", "licence"})


@dataclass(frozen=True, slots=True)
class Abroad:
    """``kinds`` are the papers named, ``where`` they are of (``eu``, ``near`` it, ``outside``, or unknown: nothing).

    ``out`` tells that a Polish paper is to be used abroad; ``asks`` are ``price``, ``duration`` and ``body`` of the
    recognition, ``recognised`` that it is asked for by its name, ``polish`` that a Polish paper is named.
    """

    kinds: tuple[str, ...] = ()
    where: str = ""
    out: bool = False
    asks: tuple[str, ...] = ()
    recognised: bool = False
    polish: bool = False


def abroad_in(message: str, *, asked: bool = False) -> Abroad | None:
    """Return the papers a message asks the recognition of; ``asked`` tells that it is known to ask for that."""
    said = _said(message)
    where = next((name for name in _lists()["where"] if _has(said, "where", name)), "")
    kinds = tuple(name for name in _lists()["kinds"] if _has(said, "kinds", name))
    recognise = _has(said, "recognise")
    out = _goes_out(said, where)
    paper = _has(said, "papers") or bool(_PAPERS.intersection(kinds))
    used = paper and (out or _has(said, "in_poland") or _of_there(said))
    named = _has(said, "by_name") and (bool(kinds) or _has(said, "asks", "price") or _has(said, "asks", "duration"))
    if not asked and not named and not (where and ((recognise and (kinds or paper or out)) or used)):
        return None
    if "driving" in kinds and not (where or recognise):
        return None  # «prawo jazdy kat. C, gdzie?» is of no other country
    asks = tuple(name for name in _lists()["asks"] if _has(said, "asks", name))
    return Abroad(kinds, "" if where == "unknown" else where, out, asks, recognise, _is_polish(said))


def abroad_after(message: str, before: str) -> Abroad | None:
    """Return what a short message asks after ``before``: the price or time of the recognition, another country."""
    said = _said(message)
    first, now = abroad_in(before, asked=True), abroad_in(message, asked=True)
    if first is None or now is None or not 0 < len(said) <= MOST_WORDS_AFTER:
        return None
    another = bool(_PAPERS.intersection(now.kinds) - {*first.kinds})  # «and university diplomas?»
    other = len(said) <= MOST_WORDS_OF_PAPER and bool(_PAPERS.intersection(now.kinds))
    if not (now.asks or now.where or another or other or _has(said, "recognise")):
        return None
    return Abroad(
        now.kinds or first.kinds,
        now.where or first.where,
        first.out or now.out,
        now.asks,
        now.recognised or bool(now.where) or other,
    )


def speaks_of(message: str, key: str) -> bool:
    """Tell whether a phrase of one list is said in a message."""
    return _has(_said(message), key)


def names_only_papers(text: str) -> bool:
    """Tell whether a text names nothing but papers and schools: «university diplomas», «dyplom uczelni»."""
    kinds = [("kinds", name) for name in ("school", "degree")] + [("papers",)]
    known = [(at, p) for path in kinds for p in _phrases(*path) for at in starts_of(p, _said(text))]
    places = {at + step for at, pattern in known for step in range(len(pattern))}
    words = analyse(text, max_words=200).words
    return bool(places) and all(at in places or word.stop for at, word in enumerate(words))


def _of_there(said: Sequence[str]) -> bool:
    """A paper beside the word for where it is from: «ukraiński dyplom», «papiery z zagranicy»."""
    named = [at for at, word in enumerate(said) if _fits_one("papers", word)]
    places = [at for name in _lists()["where"] for p in _phrases("where", name) for at in starts_of(p, said)]
    return any(0 < abs(at - place) <= _NEAR for at in named for place in places)


def _is_polish(said: Sequence[str]) -> bool:
    """«Polski certyfikat»."""
    polish = [at for pattern in _phrases("polish") for at in starts_of(pattern, said)]
    return any(_fits_one("papers", word) for at in polish for word in said[at + 1 : at + 1 + _NEAR])


def _goes_out(said: Sequence[str], where: str) -> bool:
    """A Polish paper («polski certyfikat»), or one to be used where one goes («do Niemiec», «valid abroad»)."""
    if _has(said, "in_poland"):
        return False
    if _is_polish(said):
        return True
    places = [at for name in _lists()["where"] for p in _phrases("where", name) for at in starts_of(p, said)]
    goes = any(_fits_one("to", said[at - 1]) for at in places if at)
    return goes or (where == "unknown" and any(_goes_abroad(said))) or "za granica" in " ".join(said)


def _goes_abroad(said: Sequence[str]) -> Iterator[bool]:
    """«Valid abroad», not «certificates from abroad»."""
    return (word == "abroad" and (not at or said[at - 1] != "from") for at, word in enumerate(said))


def _said(message: str) -> list[str]:
    return [fold(word.surface) for word in analyse(message, max_words=200).words]


def _has(said: Sequence[str], *keys: str) -> bool:
    return any(True for pattern in _phrases(*keys) for _ in starts_of(pattern, said))


def _fits_one(key: str, word: str) -> bool:
    return any(len(pattern) == 1 and fits(pattern[0], word) for pattern in _phrases(key))


@cache
def _phrases(*keys: str) -> tuple[Pattern, ...]:
    part: Any = _lists()
    for key in keys:
        part = part[key]
    return tuple(pattern_of(str(phrase)) for phrase in part)


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return lists
