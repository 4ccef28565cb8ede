"""Short word lists of the checks, kept as data."""

import json
from functools import cache
from importlib.resources import files


def word_list(name: str) -> frozenset[str]:
    """Return one list of ``lists.json``, folded as its reader needs it. Raises ``KeyError`` for an unknown name."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    data = json.loads(files("guardrails.output").joinpath("data", "lists.json").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}
