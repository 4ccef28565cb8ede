"""The phrases that mean a filter: data, compiled once."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retrieval.analysis import Word

LEVEL, NUMBER = "<level>", "<number>"
_LEVELS = frozenset("12345678")


@dataclass(frozen=True, slots=True)
class Rule:
    """``phrase`` (lemmas, ``<level>``, ``<number>``) sets ``filter`` to ``values`` or to the captured number."""

    filter: str
    phrase: tuple[str, ...]
    values: tuple[str | bool, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that matched words ``start`` to ``end``."""

    rule: Rule
    start: int
    end: int
    number: int | None


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, longest phrase first, so that the most exact one wins."""
    data = json.loads((files(__package__) / "phrases.json").read_text("utf-8"))
    found = [
        Rule(rule["filter"], tuple(phrase.split()), tuple(rule.get("values", ())))
        for rule in data["rules"]
        for phrase in rule["phrases"]
    ]
    return tuple(sorted(found, key=lambda rule: -len(rule.phrase)))


@cache
def generic() -> frozenset[str]:
    """Return the lemmas that name no topic of their own here (``kwalifikacja``, ``kurs``)."""
    data = json.loads((files(__package__) / "phrases.json").read_text("utf-8"))
    return frozenset(data["generic"])


@cache
def institutions() -> frozenset[str]:
    """Return the lemmas that ask for an institution: only those lie somewhere."""
    data = json.loads((files(__package__) / "phrases.json").read_text("utf-8"))
    return frozenset(data["institutions"])


@cache
def _by_first_word() -> dict[str, tuple[int, ...]]:
    """Return the places in ``rules()`` by the first word of the phrase: most words of a question begin none."""
    found: dict[str, list[int]] = {}
    for place, rule in enumerate(rules()):
        found.setdefault(rule.phrase[0], []).append(place)
    return {word: tuple(places) for word, places in found.items()}


def find(words: tuple[Word, ...]) -> list[Found]:
    """Return the rules that the words match, none overlapping; the longest and then the first win."""
    found: list[Found] = []
    taken: set[int] = set()
    for place, start in sorted(_begun(words)):
        rule = rules()[place]
        span = range(start, start + len(rule.phrase))
        if span.stop > len(words) or not taken.isdisjoint(span):
            continue
        if all(map(_fits, rule.phrase, words[start : span.stop])):
            taken.update(span)
            found.append(Found(rule, start, span.stop, _captured(rule, words[start : span.stop])))
    return found


def _begun(words: tuple[Word, ...]) -> set[tuple[int, int]]:
    """Return (place of a rule, place of the word that may begin it)."""
    first = _by_first_word()
    return {
        (place, start)
        for start, word in enumerate(words)
        for key in (*word.lemmas, word.folded, LEVEL, NUMBER)
        for place in first.get(key, ())
    }


def _fits(wanted: str, word: Word) -> bool:
    if wanted == LEVEL:
        return not _LEVELS.isdisjoint(word.lemmas)
    if wanted == NUMBER:
        return word.folded.isdecimal() and len(word.folded) < 6
    return wanted in word.lemmas or wanted == word.folded


def _captured(rule: Rule, words: tuple[Word, ...]) -> int | None:
    for wanted, word in zip(rule.phrase, words, strict=True):
        if wanted == LEVEL:
            return int(min(_LEVELS.intersection(word.lemmas)))
        if wanted == NUMBER:
            return int(word.folded)
    return None
