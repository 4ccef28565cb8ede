"""Which qualifications make up an occupation: the codes of both tables, merged into one claim each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ingest.snapshot.tables.decisions import decisions
from ingest.snapshot.tables.reading import Row
from ingest.snapshot.tables.sourcing import Source
from register.vocabulary import Confidence

Choices = tuple[tuple[str, ...], ...]
_CODE = re.compile(r"[A-Z]{3}\.\d{2}")
_CHOICE = re.compile(r"\([^()]*\)|[A-Z]{3}\.\d{2}(?:\s+albo\s+[A-Z]{3}\.\d{2})*")
_ENROLMENT = "adrwis/kariera"


@dataclass(frozen=True, slots=True)
class Parts:
    """The codes that make up an occupation (alternatives together) and the source that says so."""

    choices: Choices
    source: Source


def read_choices(cell: str) -> Choices:
    """Read ``A B`` or ``(A albo B) + C``: every entry is required, its codes are alternatives."""
    return tuple(tuple(_CODE.findall(choice)) for choice in _CHOICE.findall(cell))


def occupation_key(row: Row) -> str:
    """Return what names an occupation across the tables: its code, or its name where it has none."""
    return row["occupation_code"] or row["occupation_name"]


def merge_parts(school_rows: Iterable[Row], link_rows: Iterable[Row]) -> Mapping[str, Parts]:
    """Return by occupation the claim that covers all others; raises ``ValueError`` where none does.

    A claim covers another when each of the other's entries lies within one of its own.
    """
    claims: defaultdict[str, list[Parts]] = defaultdict(list)
    for row in (*school_rows, *link_rows):
        if choices := read_choices(row["qualification_codes"]):
            claims[occupation_key(row)].append(Parts(choices, _source(row)))
    return {key: _settle(key, found) for key, found in claims.items()}


def complete(parts: Parts | None, partial_levels: str) -> bool | None:
    """Tell whether all codes are known, from the count in ``partial_levels`` (``2x4 1x3``: three).

    The count is of codes or of required entries: the source counts alternatives in both ways.
    """
    expected = sum(int(count) for count in re.findall(r"(\d+)x\d", partial_levels))
    if not expected:
        return None
    required = len(parts.choices) if parts else 0
    codes = sum(len(choice) for choice in parts.choices) if parts else 0
    if expected in (required, codes):
        return True
    return False if codes < expected else None


def _settle(key: str, claims: list[Parts]) -> Parts:
    if settled := decisions()["parts"].get(key):
        choices, note = read_choices(settled["choose"]), settled["note"]
    else:
        choices, note = next((one.choices for one in claims if _covers_all(one, claims)), ()), ""
    if not choices:
        raise ValueError(f"{key}: contradicting parts, decide in decisions.yaml: {claims}")
    agreeing = [one.source for one in claims if set(one.choices) == set(choices)] or [one.source for one in claims]
    return Parts(choices, _joined(agreeing).but(note=note))


def _covers_all(one: Parts, claims: list[Parts]) -> bool:
    return all(any(set(entry) <= set(mine) for mine in one.choices) for other in claims for entry in other.choices)


def _joined(sources: list[Source]) -> Source:
    strongest = min(sources, key=lambda source: list(Confidence).index(source.confidence))
    named = tuple(dict.fromkeys(name for source in sources for name in source.sources))
    dates = [source.as_of for source in sources if source.as_of]
    return strongest.but(sources=named, as_of=max(dates, default=None))


def _source(row: Row) -> Source:
    source = Source.of(row)
    outside = tuple(name for name in source.sources if "MLASZdane" not in name and "KZiS 2023" not in name)
    return source.only(*outside).but(as_of="2026" if _ENROLMENT in row["source_urls"] else None)
