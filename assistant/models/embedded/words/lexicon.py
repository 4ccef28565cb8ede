"""The closed word lists of ``lexicon.yaml``."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from retrieval.analysis import analyse

FILE = Path(__file__).with_name("lexicon.yaml")


@cache
def words(key: str) -> frozenset[str]:
    """Return one list as a set."""
    return frozenset(_read()[key])


def has(text: str, key: str) -> bool:
    """Tell whether a word of ``text``, in any reading, stands in one list."""
    return any(not words(key).isdisjoint(word.lemmas) for word in analyse(text, max_words=400).words)


def in_order(key: str) -> tuple[str, ...]:
    """Return one list as it stands in the file."""
    return tuple(_read()[key])


@cache
def ordinals() -> dict[str, int]:
    """Return the words for places in a list."""
    return {str(word): int(place) for word, place in _read()["ordinals"].items()}


@cache
def plain() -> dict[str, str]:
    """Return what people say (folded lemmas) with the words that records and rules use for it."""
    return {str(said): str(meant) for said, meant in _read()["plain"].items()}


@cache
def doing() -> dict[str, str]:
    """Return nouns for what is done with the verb of the same meaning, by which records may call it."""
    return {str(noun): str(verb) for noun, verb in _read()["doing"].items()}


@cache
def institution_kinds() -> dict[str, str]:
    """Return words for kinds of institution with what the records call them."""
    return {str(said): str(name) for said, name in _read()["institution_kinds"].items()}


@cache
def papers() -> dict[str, dict[str, list[str]]]:
    """Return the papers of crafts with the beginnings of words that surely or maybe mean them."""
    return {str(paper): begins for paper, begins in _read()["papers"].items()}


@cache
def _read() -> dict[str, Any]:
    lists: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return lists
