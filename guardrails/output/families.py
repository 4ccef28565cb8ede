"""Families of notions of which one excludes the other (``families.tsv``): the written part is not the practical one."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from guardrails.output.folding import fold
from guardrails.output.words import Form

_LEAST = 2
Member = tuple[str, int]
"""A family and the place of one of its notions."""
_Table = dict[str, frozenset[Member]]


def members_in(forms: Iterable[Form]) -> frozenset[Member]:
    """Return the notions of families that words name."""
    return frozenset().union(*(_members_of(form.folded, form.lemmas) for form in forms))


@lru_cache(maxsize=65_536)
def _members_of(folded: str, lemmas: tuple[str, ...]) -> frozenset[Member]:
    exact, beginnings = _listed()
    found = {member for word in (folded, *lemmas) for member in exact.get(word, ())}
    for size in range(_LEAST, len(folded) + 1):
        found.update(beginnings.get(folded[:size], ()))
    return frozenset(found)


@cache
def _listed() -> tuple[_Table, _Table]:
    """Return members by exact word and by beginning."""
    exact: defaultdict[str, set[Member]] = defaultdict(set)
    beginnings: defaultdict[str, set[Member]] = defaultdict(set)
    for line in files("guardrails.output").joinpath("data", "families.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            family, *columns = line.split("\t")
            for place, column in enumerate(columns):
                for word in column.split():
                    (beginnings if word.endswith("*") else exact)[fold(word.rstrip("*"))].add((family, place))
    return _frozen(exact), _frozen(beginnings)


def _frozen(table: dict[str, set[Member]]) -> _Table:
    return {word: frozenset(members) for word, members in table.items()}
