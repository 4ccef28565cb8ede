"""Places of a text that are to be masked."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` is of ``kind``, the word that stands for it in brackets."""

    start: int
    end: int
    kind: str


def without_overlaps(spans: Iterable[Span]) -> list[Span]:
    """Keep of every two that overlap the one that came first, and return the kept in the order of the text."""
    kept: list[Span] = []
    for span in spans:
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept)


def mask(text: str, spans: Iterable[Span]) -> str:
    """Put ``[KIND]`` in the place of every span; ``spans`` must not overlap."""
    parts: list[str] = []
    end = 0
    for span in sorted(spans):
        parts += [text[end : span.start], f"[{span.kind}]"]
        end = span.end
    return "".join([*parts, text[end:]])
