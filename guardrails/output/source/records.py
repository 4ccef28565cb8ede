"""Evidence read for checking: its text line by line and its facts field by field, as units."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from guardrails.output.reading import Reading, read
from guardrails.output.source.facts import counts_of, fact_tables, flat, ids
from guardrails.output.source.unit import Source, Unit
from guardrails.output.words import Lemmas
from register.evidence import Evidence

_ASKED = "asked_as"
_MOST_CHARACTERS = 24_000
_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-ząćęłńóśźż])|\n|;\s|\s[•|]\s")
_LABEL = re.compile(r"^([^\W\d_][^:\n]{1,48}):\s")


def source_of(item: Evidence, lemmas: Lemmas | None = None) -> Source:
    """Read one record: its text line by line and its facts field by field."""
    found = [*_of_text(item.text[:_MOST_CHARACTERS], lemmas), *_of_facts(item.facts, lemmas)]
    found.append(Unit(read(f"{item.as_of} {item.record_id.partition(':')[2]}", lemmas), told=False))
    # The facts repeat much of the text
    units = {(unit.reading.text, unit.label.text if unit.label else ""): unit for unit in reversed(found)}
    counts, related = tuple(counts_of(item.facts, lemmas)), frozenset(ids(item.facts))
    return Source(
        item.record_id, read(item.title, lemmas), tuple(reversed(units.values())), counts, related, item.facts
    )


def _of_text(text: str, lemmas: Lemmas | None) -> Iterator[Unit]:
    label: Reading | None = None
    for line in text.splitlines():
        found = _LABEL.match(line)
        label = read(found[1], lemmas) if found else None
        rest = line[found.end() :] if found else line
        for part in _END.split(rest):
            if part and part.strip():
                yield Unit(read(part, lemmas), label)


def _of_facts(facts: Mapping[str, Any], lemmas: Lemmas | None) -> Iterator[Unit]:
    total = 0
    for key, text in flat(facts, "", 0):
        total += len(text)
        if total > _MOST_CHARACTERS:
            return
        label = read(fact_tables()["labels"].get(key, ""), lemmas)
        told = key not in fact_tables()["names"]
        for part in _END.split(text):
            if part and part.strip():
                yield Unit(read(part, lemmas), label, told, asked=key == _ASKED)
