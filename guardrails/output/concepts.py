"""The lexicon of the field: words of three languages led to language-free concepts, read from ``concepts.tsv``."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from guardrails.output.folding import fold

_LONGEST = 24


class Weight(StrEnum):
    """How a concept is checked: ``l`` needs no support, ``t`` is a term, ``f`` must stand in the cited evidence."""

    LIGHT = "l"
    TERM = "t"
    FIRM = "f"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Exact folded forms and prefixes by what they mean; a form may mean several things."""

    exact: dict[str, frozenset[str]]
    prefixes: dict[str, frozenset[str]]
    weights: dict[str, Weight]
    rivals: dict[str, frozenset[str]]

    def of(self, folded: str) -> frozenset[str]:
        """Return the concepts of a folded form: exact ones, else those of its longest known prefix."""
        if found := self.exact.get(folded):
            return found
        for length in range(min(len(folded), _LONGEST), 1, -1):
            if found := self.prefixes.get(folded[:length]):
                return found
        return frozenset()


@cache
def lexicon() -> Lexicon:
    """Read the lexicon of the package once a process."""
    exact: dict[str, set[str]] = {}
    prefixes: dict[str, set[str]] = {}
    weights: dict[str, Weight] = {}
    for line in _lines("concepts.tsv"):
        concept, weight, *columns = line.split("\t")
        weights[concept] = Weight(weight)
        for word in " ".join(columns).replace("-", "_").split():
            target = prefixes if word.endswith("*") else exact
            target.setdefault(fold(word.rstrip("*")), set()).add(concept)
    return Lexicon(_frozen(exact), _frozen(prefixes), weights, _rivals())


@lru_cache(maxsize=65_536)
def concepts_of(folded: str, lemmas: tuple[str, ...] = ()) -> frozenset[str]:
    """Return what a word means: by its form, else by its (folded) lemmas."""
    book = lexicon()
    if found := book.of(folded):
        return found
    return frozenset().union(*(book.of(lemma) for lemma in lemmas))


def firm(concepts: Iterable[str]) -> bool:
    """Tell whether one of ``concepts`` must stand in the cited evidence."""
    return any(lexicon().weights[name] is Weight.FIRM for name in concepts)


def light(concepts: Iterable[str]) -> bool:
    """Tell whether all of ``concepts`` (at least one) need no support."""
    names = tuple(concepts)
    return bool(names) and all(lexicon().weights[name] is Weight.LIGHT for name in names)


def _rivals() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _lines("contrasts.txt"):
        group = set(line.split())
        for name in group:
            found.setdefault(name, set()).update(group - {name})
    return _frozen(found)


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in table.items()}


def _lines(name: str) -> list[str]:
    text = files("guardrails.output").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
