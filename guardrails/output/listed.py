"""Word lists in columns (``data/*.tsv``): what a word belongs to, by its form, lemmas and beginnings (``word*``)."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Generic, TypeVar

from guardrails.output.folding import fold

_LEAST = 2
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Entry]):
    """What words belong to: by the whole word, and by a beginning."""

    exact: Mapping[str, frozenset[Entry]]
    beginnings: Mapping[str, frozenset[Entry]]

    def of(self, folded: str, lemmas: tuple[str, ...]) -> frozenset[Entry]:
        """Return what a word belongs to."""
        found = {entry for word in (folded, *lemmas) for entry in self.exact.get(word, ())}
        for size in range(_LEAST, len(folded) + 1):
            found.update(self.beginnings.get(folded[:size], ()))
        return frozenset(found)


def read_listed(name: str, entry: Callable[[str, int], Entry]) -> Listed[Entry]:
    """Read a list; ``entry`` makes what a word belongs to of the name of its line and the number of its column."""
    exact: defaultdict[str, set[Entry]] = defaultdict(set)
    beginnings: defaultdict[str, set[Entry]] = defaultdict(set)
    for line in files("guardrails.output").joinpath("data", name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            label, *columns = line.split("\t")
            for place, column in enumerate(columns):
                for word in column.split():
                    (beginnings if word.endswith("*") else exact)[fold(word.rstrip("*"))].add(entry(label, place))
    return Listed(_frozen(exact), _frozen(beginnings))


def _frozen(table: Mapping[str, set[Entry]]) -> Mapping[str, frozenset[Entry]]:
    return {word: frozenset(entries) for word, entries in table.items()}
