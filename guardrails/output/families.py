"""Families of notions of which one excludes the other (``families.tsv``): the written part is not the practical one."""

from collections.abc import Iterable
from functools import cache, lru_cache

from guardrails.output.listed import Listed, read_listed
from guardrails.output.words import Form

Member = tuple[str, int]
"""A family and the place of one of its notions."""


def members_in(forms: Iterable[Form]) -> frozenset[Member]:
    """Return the notions of families that words name."""
    return frozenset().union(*(_members_of(form.folded, form.lemmas) for form in forms))


@lru_cache(maxsize=65_536)
def _members_of(folded: str, lemmas: tuple[str, ...]) -> frozenset[Member]:
    return _listed().of(folded, lemmas)


@cache
def _listed() -> Listed[Member]:
    return read_listed("families.tsv", lambda family, place: (family, place))
