"""Which voivodeship a question speaks of: by its own name in three languages, or by a town in it."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

import yaml

from retrieval.analysis import Word

FILE = Path(__file__).with_name("places.yaml")
LONGEST_ENDING = 4
_KINDS = ("regions", "towns")


def region_of(words: Sequence[Word]) -> str:
    """Return the voivodeship as the records write it, or nothing; its own name counts before a town's."""
    spans = list(_spans(words))
    for kind in _KINDS:
        if found := [stem for span in spans for stem in _beginnings(span) if stem in _regions(kind)]:
            return _regions(kind)[min(found, key=lambda stem: (-len(stem), stem))]
    return ""


def regions_of(words: Sequence[Word]) -> tuple[str, ...]:
    """Return every voivodeship named, by its name or a town's, in the order of the question."""
    known = _regions_of_all()
    said = (
        max((stem for stem in _beginnings(span) if stem in known), key=len, default="") for span in _in_order(words)
    )
    return tuple(dict.fromkeys(known[stem] for stem in said if stem))


def place_words(words: Sequence[Word]) -> frozenset[int]:
    """Return the places in ``words`` of those that name a voivodeship or town."""
    return _place_words(tuple(word.folded for word in words)) - {place for place, word in enumerate(words) if word.stop}


@lru_cache(maxsize=1_024)
def _place_words(words: tuple[str, ...]) -> frozenset[int]:
    return frozenset(
        place + step
        for place, word in enumerate(words)
        for size in (1, 2)
        if any(stem in _regions(kind) for stem in _beginnings(" ".join(words[place : place + size])) for kind in _KINDS)
        for step in range(min(size, len(words) - place))
        if word
    )


def _beginnings(span: str) -> Iterator[str]:
    """Yield what a name may be without its ending; of two words both must be there."""
    cuts = (span[: len(span) - cut] for cut in range(min(LONGEST_ENDING + 1, len(span))))
    return (stem for stem in cuts if (" " in stem) == (" " in span))


def _in_order(words: Sequence[Word]) -> Iterator[str]:
    for place in range(len(words)):
        yield from (" ".join(word.folded for word in words[place : place + size]) for size in (2, 1))


def _spans(words: Sequence[Word]) -> Iterator[str]:
    for size in (2, 1):
        for place in range(len(words) - size + 1):
            if size > 1 or not words[place].stop:  # «z tych dwóch» is not of Tychy
                yield " ".join(word.folded for word in words[place : place + size])


@cache
def _regions_of_all() -> dict[str, str]:
    return {stem: name for kind in reversed(_KINDS) for stem, name in _regions(kind).items()}


@cache
def _regions(kind: str) -> dict[str, str]:
    """Return the voivodeship of each stem."""
    data = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)[kind]
    pairs = ((str(stem), str(region)) for region, stems in data.items() for stem in stems)
    return dict(reversed(list(pairs)))
