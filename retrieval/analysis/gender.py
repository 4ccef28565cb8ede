"""Feminine names of occupations led to the masculine ones, under which the classification keeps them."""

from functools import cache

from retrieval.analysis.data import load
from retrieval.analysis.morphology import is_masculine_noun


@cache
def _forms() -> tuple[tuple[tuple[str, str], ...], frozenset[str], dict[str, str]]:
    data = load("gender")
    return tuple((old, new) for old, new in data["suffixes"]), frozenset(data["not"]), data["irregular"]


def masculine_of(lemma: str) -> str | None:
    """Return the masculine form of a feminine occupation noun (``programista``), or ``None``.

    A form made by rule counts only if Morfeusz knows it as a noun for a man; the exceptions (``drukarka``
    is a machine) and the irregular pairs are data.
    """
    suffixes, exceptions, irregular = _forms()
    if lemma in irregular:
        return irregular[lemma]
    if len(lemma) < 6 or lemma in exceptions:
        return None
    candidates = (lemma[: -len(old)] + new for old, new in suffixes if lemma.endswith(old) and len(old) > 1)
    return next((found for found in candidates if is_masculine_noun(found)), None)
