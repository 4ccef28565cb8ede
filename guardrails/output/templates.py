"""Sentences of our own templates: their fixed words are ours, so only what fills the gaps is checked."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guardrails.frame import HANDLE
from guardrails.sentences import split

_GAP = re.compile(r"\{\{[^{}]{0,80}\}\}|\{[^{}]{0,80}\}")
_SPACES = re.compile(r"\s+")
_LEAST_FIXED = 10
"""A template with fewer fixed characters says too little to vouch for a sentence."""


@dataclass(frozen=True, slots=True)
class Templates:
    """The sentences of our phrases as their fixed parts, those without gaps apart."""

    whole: frozenset[str]
    gapped: tuple[tuple[str, ...], ...]

    def made(self, sentence: str) -> bool:
        """Tell whether one of the templates made ``sentence``; handles and spacing do not count."""
        plain = _plain(sentence)
        return plain in self.whole or any(_fits(parts, plain) for parts in self.gapped)


def templates(phrases: Iterable[str]) -> Templates:
    """Read phrases with ``{gaps}``; each sentence of one is a template of its own."""
    whole: set[str] = set()
    gapped: set[tuple[str, ...]] = set()
    for piece in (piece for phrase in phrases for piece in split(phrase)):
        parts = tuple(_SPACES.sub(" ", part) for part in _GAP.split(_plain(piece.sentence.text)))
        if sum(map(len, parts)) < _LEAST_FIXED:
            continue
        if len(parts) == 1:
            whole.add(parts[0])
        else:
            gapped.add(parts)
    return Templates(frozenset(whole), tuple(sorted(gapped)))


def _plain(text: str) -> str:
    return _SPACES.sub(" ", HANDLE.sub("", text)).strip().rstrip(".:!? ")


def _fits(parts: tuple[str, ...], text: str) -> bool:
    """Find the fixed parts one after the other; the first and the last at the ends. Linear in ``text``."""
    first, *middle, last = parts
    if len(text) < len(first) + len(last) or not text.startswith(first) or not text.endswith(last):
        return False
    at, end = len(first), len(text) - len(last)
    for part in middle:
        found = text.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
