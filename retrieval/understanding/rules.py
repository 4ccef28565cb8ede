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


def find(words: tuple[Word, ...]) -> list[Found]:
    """Return the rules that the words match, none overlapping."""
    found: list[Found] = []
    taken: set[int] = set()
    for rule in rules():
        for start in range(len(words) - len(rule.phrase) + 1):
            span = range(start, start + len(rule.phrase))
            if not taken.isdisjoint(span) or not all(map(_fits, rule.phrase, words[start : span.stop])):
                continue
            taken.update(span)
            found.append(Found(rule, start, span.stop, _captured(rule, words[start : span.stop])))
    return found


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
