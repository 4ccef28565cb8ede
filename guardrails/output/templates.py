"""Sentences of our own templates: their fixed words are ours, so only what fills the gaps is checked."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guardrails.frame import HANDLE
from guardrails.sentences import split

_GAP = re.compile(r"\{\{[^{}]{0,80}\}\}|\{[^{}]{0,80}\}")
_SPACES = re.compile(r"\s+")
_LEAST_FIXED = 10
"""A template with fewer fixed characters says too little to vouch for a sentence."""


@dataclass(frozen=True, slots=True)
class Templates:
    """The sentences of our phrases as their fixed parts, those without gaps apart; ``words`` are whole short ones.

    ``gapped`` are by their first letter, those that begin with a gap under the empty one.
    """

    whole: frozenset[str]
    gapped: Mapping[str, tuple[tuple[str, ...], ...]]
    words: frozenset[str] = frozenset()

    def made(self, sentence: str) -> bool:
        """Tell whether one of the templates made ``sentence``; handles and spacing do not count."""
        return self.gaps(sentence) is not None

    def gaps(self, sentence: str) -> tuple[str, ...] | None:
        """Return what fills the gaps of the template that made ``sentence``; ``None`` where none did.

        A gap that another of our phrases fills (``zawieszona``, ``dwa niezależne źródła``) is fixed text too.
        """
        plain = _plain(sentence)
        if plain in self.whole:
            return ()
        likely = (*self.gapped.get(plain[:1], ()), *self.gapped.get("", ()))
        filled = (found for parts in likely if (found := _filled(parts, plain)) is not None)
        return min((self._open(found) for found in filled), key=lambda gaps: sum(map(len, gaps)), default=None)

    def _open(self, gaps: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(gap for gap in gaps if gap.strip() and _plain(gap) not in self.words | self.whole)


def templates(phrases: Iterable[str]) -> Templates:
    """Read phrases with ``{gaps}``; each sentence of one is a template of its own."""
    whole: set[str] = set()
    words: set[str] = set()
    gapped: set[tuple[str, ...]] = set()
    for piece in (piece for phrase in phrases for piece in split(phrase)):
        parts = tuple(_SPACES.sub(" ", part) for part in _GAP.split(_plain(piece.sentence.text)))
        enough = sum(map(len, parts)) >= _LEAST_FIXED
        if len(parts) == 1:
            (whole if enough else words).add(parts[0])
        elif enough:
            gapped.add(parts)
    by_start: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in sorted(gapped):
        by_start[parts[0][:1]].append(parts)
    return Templates(frozenset(whole), {start: tuple(found) for start, found in by_start.items()}, frozenset(words))


def _plain(text: str) -> str:
    return _SPACES.sub(" ", HANDLE.sub("", text)).strip().rstrip(".:!? ")


def _filled(parts: tuple[str, ...], text: str) -> tuple[str, ...] | None:
    """Find the fixed parts one after the other, the first and the last at the ends, and return what stands between.

    Linear in ``text``.
    """
    first, *middle, last = parts
    if len(text) < len(first) + len(last) or not text.startswith(first) or not text.endswith(last):
        return None
    at, end = len(first), len(text) - len(last)
    gaps = []
    for part in middle:
        found = text.find(part, at, end)
        if found < 0:
            return None
        gaps.append(text[at:found])
        at = found + len(part)
    return (*gaps, text[at:end])
