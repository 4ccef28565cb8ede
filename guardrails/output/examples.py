"""Labelled answers as training examples: each cited sentence with its features, wordings and label."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guardrails.frame import handles_of
from guardrails.output.claim import claim_of
from guardrails.output.entities import Names
from guardrails.output.factual import is_question
from guardrails.output.features import NAMES, features, wordings
from guardrails.output.grounding import hard_findings
from guardrails.output.reading import read
from guardrails.output.source import Shelf
from guardrails.output.speech import language_of
from register.evidence import Evidence
from register.vocabulary import RecordType


class TrainingSetError(ValueError):
    """A file that is no set of labelled answers; the message names it and the line."""


@dataclass(frozen=True, slots=True)
class Example:
    """One cited sentence: its answer, its features and wordings, whether it is unsupported, what exact checks said."""

    answer: str
    row: tuple[float, ...]
    words: frozenset[str]
    unsupported: bool
    hard: bool


def examples_in(path: Path) -> Iterator[Example]:
    """Yield the examples of a JSON Lines file. Raises ``OSError`` and ``TrainingSetError``."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield from examples([json.loads(line)])
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise TrainingSetError(f"{path.name}, line {number}: not a labelled answer") from error


def examples(lines: Iterable[dict[str, Any]]) -> Iterator[Example]:
    """Yield the cited sentences of labelled answers (``contracts``: task grounding)."""
    names = Names()
    for line in lines:
        shelf = Shelf()
        evidence = {item["handle"]: evidence_of(item) for item in line["evidence"]}
        for entry in line["sentences"]:
            handles = tuple(handle for handle in handles_of(entry["text"]) if handle in evidence)
            reading = read(entry["text"])
            if not handles or is_question(reading):
                continue
            sources = {handle: shelf.source(item) for handle, item in evidence.items()}
            claim = claim_of(reading, handles, sources, language_of(reading))
            seen = features(claim)
            row = tuple(seen[name] for name in NAMES)
            hard = bool(hard_findings(claim, names))
            yield Example(line["id"], row, wordings(claim), not entry["supported"], hard)


def evidence_of(item: dict[str, Any]) -> Evidence:
    """Return one record of a labelled answer as evidence."""
    return Evidence(
        handle=item["handle"],
        kind=RecordType(item.get("kind", RecordType.QUALIFICATION)),
        record_id=item.get("record_id", f"set:{item['handle']}"),
        title=item["title"],
        url=item.get("url", "https://example.org/"),
        as_of=item.get("as_of", ""),
        text=item["text"],
        facts=item.get("facts") or {},
    )
