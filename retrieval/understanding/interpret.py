"""Turning matched phrases into filters, and taking their words out of what is searched."""

from dataclasses import dataclass, replace
from typing import Any

from register.vocabulary import QualificationCategory, QualificationKind, RecordType
from retrieval.analysis import Analysis
from retrieval.protocol import Filters
from retrieval.understanding.rules import Found, find, generic, institutions

_PLACED = frozenset({RecordType.INSTITUTION, RecordType.LABOUR_FACT})


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What remains to be searched, the filters in force, and a ``filter:NAME=VALUE`` note for each one read."""

    analysis: Analysis
    filters: Filters
    notes: tuple[str, ...] = ()


def interpret(analysis: Analysis, filters: Filters) -> Interpretation:
    """Read filters out of a question. Those the caller set stay: words never overrule them.

    A question about the filter itself ("co to jest poziom 4 PRK") has no other topic and is left alone.
    """
    placed = _asks_for_institutions(analysis, filters)
    found = [
        one
        for one in find(analysis.words)
        if not getattr(filters, one.rule.filter) and (placed or one.rule.filter != "region")
    ]
    spoken = {place for one in found for place in range(one.start, one.end)}
    left = tuple(word for place, word in enumerate(analysis.words) if place not in spoken)
    topical = any(not word.stop and generic().isdisjoint(word.lemmas) for word in left)
    if not found or not (topical or analysis.codes):
        return Interpretation(analysis, filters)
    read: dict[str, Any] = {}
    for one in found:
        _add(read, one)
    notes = tuple(f"filter:{name}={_shown(value)}" for name, value in sorted(read.items()))
    return Interpretation(replace(analysis, words=left), replace(filters, **read), notes)


def _asks_for_institutions(analysis: Analysis, filters: Filters) -> bool:
    """Qualifications hold everywhere: a place is a filter only where something that lies somewhere is asked for."""
    if filters.types:
        return filters.types <= _PLACED
    return bool(filters.roles) or any(not institutions().isdisjoint(word.lemmas) for word in analysis.words)


def _add(read: dict[str, Any], found: Found) -> None:
    name, values = found.rule.filter, found.rule.values
    match name:
        case "prk_levels":
            read[name] = read.get(name, frozenset()) | {found.number}
        case "volume_at_most":
            read[name] = found.number
        case "obtainable":
            read[name] = True
        case "region":
            read[name] = str(values[0])
        case "kinds":
            read[name] = read.get(name, frozenset()) | {QualificationKind(str(value)) for value in values}
        case _:
            read[name] = read.get(name, frozenset()) | {QualificationCategory(str(value)) for value in values}


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return ",".join(sorted(map(str, value)))
    return str(value).lower()
