"""Lists of phrases in data files, found in a text by its folded words; a word ending in ``*`` is a prefix."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from guardrails.output.folding import fold

_WORD = re.compile(r"[^\W_]{1,60}(?:['’ʼ][^\W\d_]{1,30}){0,3}")
_FIRST_LETTERS = 2


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of ``text``."""
    return tuple(map(fold, _WORD.findall(text)))


@dataclass(frozen=True)
class Phrases:
    """A list of phrases, kept by the first letters of their first word."""

    table: dict[str, tuple[tuple[str, ...], ...]]

    def find(self, words: tuple[str, ...]) -> tuple[int, int] | None:
        """Return the span of the first phrase in ``words``, or ``None``."""
        for at, word in enumerate(words):
            for pattern in self.table.get(word[:_FIRST_LETTERS], ()):
                if _fits(pattern, words[at : at + len(pattern)]):
                    return at, at + len(pattern)
        return None

    def in_(self, words: tuple[str, ...]) -> bool:
        """Tell whether a phrase stands in ``words``."""
        return self.find(words) is not None


def phrases(lines: Iterable[str]) -> Phrases:
    """Build a list of phrases; longer ones are tried first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for line in sorted(lines, key=lambda text: -len(text.split())):
        parts = tuple(fold(part) for part in line.split())
        table.setdefault(parts[0].rstrip("*")[:_FIRST_LETTERS], []).append(parts)
    return Phrases({key: tuple(values) for key, values in table.items()})


@lru_cache(maxsize=16)
def data(name: str) -> dict[str, Any]:
    """Return a JSON data file of this package."""
    return dict(json.loads(files("guardrails.output").joinpath("data", name).read_text("utf-8")))


def _fits(pattern: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(pattern) == len(words) and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for part, word in zip(pattern, words, strict=True)
    )
