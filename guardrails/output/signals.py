"""Words that change what a clause claims: duty, permission, negation, conditions, quantifiers, time."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from guardrails.output.folding import fold
from guardrails.output.lists import word_list
from guardrails.output.words import Kind, Token

_FIRST_LETTERS = 3
_NEGATIONS = word_list("signals.negations")
# What is denied is the word after these: ``nie jest to certyfikat`` denies the certificate.
_CARRIERS = frozenset({"be", "have", "may", "obligation"})
# A reading of duty stands before one of permission; what a longer phrase took, a shorter one does not see.
_MODAL = ("neutral", "endless", "gratis", "absence", "free", "forbid", "must", "recommend", "may")


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal word or phrase at tokens ``start`` to ``end``."""

    name: str
    start: int
    end: int


def signals(tokens: tuple[Token, ...]) -> tuple[Signal, ...]:
    """Return the signals of a text; a word gives at most one modal signal."""
    words = [(at, token.word) for at, token in enumerate(tokens) if token.kind is Kind.WORD]
    found = sorted(_matches(words), key=lambda entry: entry[0])
    taken: set[int] = set()
    kept: list[Signal] = []
    for rank, signal in found:
        if rank < len(_MODAL):
            if taken.intersection(range(signal.start, signal.end)):
                continue
            taken.update(range(signal.start, signal.end))
        kept.append(signal)
    return tuple(kept)


def negated(tokens: tuple[Token, ...]) -> tuple[int, ...]:
    """Return the positions of the content words that a negation stands before, or that carry ``nie-`` themselves."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        if token.word not in _NEGATIONS:
            continue
        ahead = (other for other in range(at + 1, min(at + 5, len(tokens))))
        target = next(
            (other for other in ahead if tokens[other].form.content and not tokens[other].form.concepts & _CARRIERS),
            None,
        )
        if target is not None:
            found.append(target)
    return tuple(found)


def _matches(words: list[tuple[int, str]]) -> Iterator[tuple[int, Signal]]:
    """Yield (rank, signal), at most one of a kind for each place; lower ranks are read first."""
    table = _phrases()
    for place, (at, word) in enumerate(words):
        seen: set[int] = set()
        for rank, name, pattern in table.get(word[:_FIRST_LETTERS], ()):
            span = words[place : place + len(pattern)]
            if rank in seen or len(span) < len(pattern):
                continue
            if all(_fits(part, other) for part, (_, other) in zip(pattern, span, strict=True)):
                seen.add(rank)
                yield rank, Signal(name, at, span[-1][0] + 1)


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


@cache
def _phrases() -> dict[str, tuple[tuple[int, str, tuple[str, ...]], ...]]:
    """Return (rank, name, phrase) by the first letters of the first word; longer phrases first."""
    data = json.loads(files("guardrails.output").joinpath("data", "signals.json").read_text("utf-8"))
    ranks = {name: at for at, name in enumerate((*_MODAL, *(other for other in data if other not in _MODAL)))}
    table: dict[str, list[tuple[int, str, tuple[str, ...]]]] = defaultdict(list)
    for name, phrases in data.items():
        for phrase in phrases:
            parts = tuple(fold(part) for part in phrase.split())
            table[parts[0].rstrip("*")[:_FIRST_LETTERS]].append((ranks[name], name, parts))
    return {key: tuple(sorted(values, key=lambda entry: -len(entry[2]))) for key, values in table.items()}
