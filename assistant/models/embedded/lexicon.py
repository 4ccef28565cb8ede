"""The closed word lists of ``lexicon.yaml``."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_name("lexicon.yaml")


@cache
def words(key: str) -> frozenset[str]:
    """Return one list as a set."""
    return frozenset(_read()[key])


def in_order(key: str) -> tuple[str, ...]:
    """Return one list as it stands in the file."""
    return tuple(_read()[key])


@cache
def ordinals() -> dict[str, int]:
    """Return the words for places in a list."""
    return {str(word): int(place) for word, place in _read()["ordinals"].items()}


@cache
def spoken_regions() -> tuple[tuple[str, str], ...]:
    """Return what people say for a voivodeship, the longer names first, with the name the records use."""
    pairs = ((str(spoken), str(name)) for spoken, name in _read()["spoken_regions"].items())
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _read() -> dict[str, Any]:
    lists: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return lists
