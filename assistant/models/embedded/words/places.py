"""Which voivodeship a question speaks of: by its own name in three languages, or by a town in it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from retrieval.analysis import Word

FILE = Path(__file__).with_name("places.yaml")
LONGEST_ENDING = 4


def region_of(words: Sequence[Word]) -> str:
    """Return the voivodeship as the records write it, or nothing; its own name counts before a town's."""
    spans = list(_spans(words))
    for kind in ("regions", "towns"):
        found = next((name for stem, name in _stems(kind) for span in spans if _begins(span, stem)), "")
        if found:
            return found
    return ""


def place_words(words: Sequence[Word]) -> frozenset[int]:
    """Return the places in ``words`` of those that name a voivodeship or town."""
    return _place_words(tuple(word.folded for word in words))


@lru_cache(maxsize=1_024)
def _place_words(words: tuple[str, ...]) -> frozenset[int]:
    stems = [stem for kind in ("regions", "towns") for stem, _ in _stems(kind)]
    return frozenset(
        place + step
        for place, word in enumerate(words)
        for size in (1, 2)
        if any(_begins(" ".join(words[place : place + size]), stem) for stem in stems)
        for step in range(min(size, len(words) - place))
        if word
    )


def _begins(span: str, stem: str) -> bool:
    return span.startswith(stem) and len(span) - len(stem) <= LONGEST_ENDING and (" " in stem) == (" " in span)


def _spans(words: Sequence[Word]) -> Iterator[str]:
    for size in (2, 1):
        for place in range(len(words) - size + 1):
            yield " ".join(word.folded for word in words[place : place + size])


@cache
def _stems(kind: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a stem and a voivodeship, the longer stems first."""
    data = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)[kind]
    pairs = ((str(stem), str(region)) for region, stems in data.items() for stem in stems)
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))
