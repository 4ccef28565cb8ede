"""The fields of a record's facts as words: what a flag, a code or a number there means."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from guardrails.output.reading import Reading, read
from guardrails.output.words import Lemmas

_MOST_DEPTH = 6
# In these a field goes on: a text in three languages, an object that has a name.
_SAME_FIELD = frozenset({"pl", "en", "uk", "name", "text", "title"})
_ID = re.compile(r"(?:zrk|kzis|esco|inst|labour|fact):\S{1,120}")
_ADDRESS = re.compile(r"^(https?://|www\.)\S+$")


def flat(value: Any, key: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield (field, words) of a tree of JSON values; what a flag means is spelled out."""
    if key in fact_tables()["skipped"] or depth > _MOST_DEPTH or value is None or value == "":
        return
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from flat(inner, key if name in _SAME_FIELD and key else str(name), depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from flat(inner, key, depth + 1)
    elif words := _spelled(value, key):
        yield key, words


def _spelled(value: Any, key: str) -> str:
    """Return one field's value in words: flags and codes by their meaning, numbers with their unit."""
    tables = fact_tables()
    if isinstance(value, bool):
        return str(tables["true" if value else "false"].get(key, ""))
    if isinstance(value, int | float):
        return str(tables["written"].get(tables["units"].get(key, ""), "{:g}")).format(value)
    text = str(value)
    return "" if _ADDRESS.match(text) else str(tables["values"].get(key, {}).get(text, text))


def ids(value: object, depth: int = 0) -> Iterator[str]:
    """Yield the ids of records named anywhere in a tree of JSON values."""
    if isinstance(value, str):
        if _ID.fullmatch(value):
            yield value
    elif isinstance(value, dict | list | tuple) and depth < _MOST_DEPTH:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from ids(inner, depth + 1)


def counts_of(facts: Mapping[str, Any], lemmas: Lemmas | None) -> Iterator[tuple[Reading, int]]:
    """Yield the label and length of each list among the facts."""
    for key, value in facts.items():
        if isinstance(value, list | tuple) and key not in fact_tables()["skipped"]:
            yield read(fact_tables()["labels"].get(key, key), lemmas), len(value)


@cache
def fact_tables() -> dict[str, Any]:
    """Return how the fields of ``Evidence.facts`` read as words."""
    return dict(json.loads(files("guardrails.output").joinpath("data", "facts.json").read_text("utf-8")))
