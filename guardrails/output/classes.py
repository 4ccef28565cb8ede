"""Classes of words by what they claim: money, success, duty, who it is for, how it is held (``classes.tsv``)."""

from functools import cache, lru_cache

from guardrails.output.listed import Listed, read_listed


@lru_cache(maxsize=65_536)
def classes_of(folded: str, lemmas: tuple[str, ...]) -> frozenset[str]:
    """Return the classes of a word: by its form, its lemmas and every beginning on the list."""
    return _listed().of(folded, lemmas)


@cache
def _listed() -> Listed[str]:
    return read_listed("classes.tsv", lambda name, _column: name)
