"""Classes of words by what they claim: money, success, duty, who it is for, how it is held (``classes.tsv``)."""

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from guardrails.output.folding import fold

_LEAST = 2
_Table = dict[str, frozenset[str]]


@lru_cache(maxsize=65_536)
def classes_of(folded: str, lemmas: tuple[str, ...]) -> frozenset[str]:
    """Return the classes of a word: by its form, its lemmas and every beginning on the list."""
    exact, beginnings = _listed()
    found = {name for word in (folded, *lemmas) for name in exact.get(word, ())}
    for size in range(_LEAST, len(folded) + 1):
        found.update(beginnings.get(folded[:size], ()))
    return frozenset(found)


@cache
def _listed() -> tuple[_Table, _Table]:
    """Return classes by exact word and by beginning."""
    exact: defaultdict[str, set[str]] = defaultdict(set)
    beginnings: defaultdict[str, set[str]] = defaultdict(set)
    for line in files("guardrails.output").joinpath("data", "classes.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, *columns = line.split("\t")
            for word in " ".join(columns).split():
                (beginnings if word.endswith("*") else exact)[fold(word.rstrip("*"))].add(name)
    return _frozen(exact), _frozen(beginnings)


def _frozen(table: dict[str, set[str]]) -> _Table:
    return {word: frozenset(names) for word, names in table.items()}
