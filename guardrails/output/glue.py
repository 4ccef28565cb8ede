"""Words of talk: a paraphrase brings them in without a source (*wygląda*, *takes*), so they weigh little."""

from functools import cache, lru_cache
from importlib.resources import files

from guardrails.output.folding import fold

_LEAST, _LONGEST = 2, 14


@lru_cache(maxsize=65_536)
def is_glue(folded: str, lemmas: tuple[str, ...]) -> bool:
    """Tell whether a word, by its form or one of its lemmas, claims little of its own."""
    exact, beginnings = _listed()
    if folded in exact or not exact.isdisjoint(lemmas):
        return True
    return any(folded[:size] in beginnings for size in range(_LEAST, min(len(folded), _LONGEST) + 1))


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    """Return the exact words and the beginnings of the list."""
    text = files("guardrails.output").joinpath("data", "glue.txt").read_text("utf-8")
    words = [fold(word) for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    exact = frozenset(word for word in words if not word.endswith("*"))
    return exact, frozenset(word[:-1] for word in words if word.endswith("*"))
