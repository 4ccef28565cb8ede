"""Evidence as the checks read it: its lines and facts as units, the words it holds, its name and its codes."""

import json
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from guardrails.output.polarity import Clause, polarities
from guardrails.output.quantities import Dimension, Quantity
from guardrails.output.reading import Reading, read
from guardrails.output.words import Form, Kind, Lemmas
from register.evidence import Evidence

_MOST_CHARACTERS = 24_000
_MOST_DEPTH = 6
_END = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-ząćęłńóśźż])|\n|;\s|\s[•|]\s")
_LABEL = re.compile(r"^([^\W\d_][^:\n]{1,48}):\s")
# In these a field goes on: a text in three languages, an object that has a name.
_SAME_FIELD = frozenset({"pl", "en", "uk", "name", "text", "title"})
_ID = re.compile(r"(?:zrk|kzis|esco|inst|labour|fact):\S{1,120}")
_ADDRESS = re.compile(r"^(https?://|www\.)\S+$")


@dataclass(frozen=True)
class Unit:
    """One statement of a record: what it is read as, and the label that governs it."""

    reading: Reading
    label: Reading | None = None

    @cached_property
    def keys(self) -> frozenset[str]:
        """Content keys of the statement and its label."""
        return self.reading.content_keys | (self.label.content_keys if self.label else frozenset())

    @cached_property
    def polarities(self) -> tuple[Clause, ...]:
        """The clauses with the words of the label in each; a bare ``nie`` denies its label."""
        own = self.label.content_keys if self.label else frozenset()
        bare = bool(self.label) and self.reading.text.strip().casefold() in ("nie", "no", "ні")
        found = tuple(replace(clause, keys=clause.keys | own) for clause in polarities(self.reading))
        return found or ((Clause(own, bare),) if own else ())

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The word forms of the statement and its label."""
        readings = (self.reading, self.label) if self.label else (self.reading,)
        return tuple(token.form for reading in readings for token in reading.tokens if token.kind is Kind.WORD)

    @cached_property
    def signals(self) -> frozenset[str]:
        """Signals of the statement and its label."""
        return self.reading.names | (self.label.names if self.label else frozenset())


@dataclass(frozen=True)
class Source:
    """One record, read for checking."""

    record_id: str
    title: Reading
    units: tuple[Unit, ...]
    counts: tuple[tuple[Reading, int], ...]
    """Label and length of each list the record holds."""
    related: frozenset[str] = frozenset()
    """Ids of the records it names in its facts: the occupations of a qualification, the parts of a full one."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """Lemmas and concepts of everything the record says."""
        return self.title.keys.union(
            *(unit.reading.keys | (unit.label.keys if unit.label else frozenset()) for unit in self.units)
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """First letters of its words, by which derived words meet."""
        return frozenset(
            stem
            for unit in (*self.units, Unit(self.title))
            for token in unit.reading.tokens
            for stem in stems_of(token.word)
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words as written."""
        return frozenset(token.word for unit in (*self.units, Unit(self.title)) for token in unit.reading.tokens)

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, Unit], ...]:
        """Every quantity with the statement it stands in."""
        return tuple((item, unit) for unit in (*self.units, Unit(self.title)) for item in unit.reading.quantities)

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every code the record names."""
        return frozenset(item.key for item, _ in self.quantities if item.dimension is Dimension.CODE)

    @cached_property
    def own_codes(self) -> frozenset[str]:
        """The codes of the record itself: in its id, its title or its field ``code``."""
        own = {item.key for item in self.title.quantities if item.dimension is Dimension.CODE}
        return frozenset(own | {self.record_id.partition(":")[2].casefold()})


class Shelf:
    """Keeps records that were read; safe to share between turns.

    A record has another handle in every conversation, so it is known by its id, text and facts.
    """

    def __init__(self, lemmas: Lemmas | None = None, size: int = 512) -> None:
        self._lemmas = lemmas
        self._size = size
        self._read: OrderedDict[tuple[str, str], tuple[Evidence, Source]] = OrderedDict()

    def source(self, item: Evidence) -> Source:
        """Return ``item`` as a source, read at most once while it is kept."""
        known = self._read.get((item.record_id, item.text))
        if known and (known[0].title, known[0].as_of, known[0].facts) == (item.title, item.as_of, item.facts):
            return known[1]
        source = source_of(item, self._lemmas)
        self._read[item.record_id, item.text] = (item, source)
        while len(self._read) > self._size:
            self._read.popitem(last=False)
        return source


class Read(Mapping[str, Source]):
    """The records of a turn by handle, each read when it is first asked for."""

    def __init__(self, evidence: Mapping[str, Evidence], shelf: Shelf) -> None:
        self._evidence = evidence
        self._shelf = shelf

    def __getitem__(self, handle: str) -> Source:
        return self._shelf.source(self._evidence[handle])

    def __iter__(self) -> Iterator[str]:
        return iter(self._evidence)

    def __len__(self) -> int:
        return len(self._evidence)


def source_of(item: Evidence, lemmas: Lemmas | None = None) -> Source:
    """Read one record: its text line by line and its facts field by field."""
    units = [*_of_text(item.text[:_MOST_CHARACTERS], lemmas), *_of_facts(item.facts, lemmas)]
    units.append(Unit(read(f"{item.as_of} {item.record_id.partition(':')[2]}", lemmas)))
    counts, related = tuple(_counts(item.facts, lemmas)), frozenset(_ids(item.facts))
    return Source(item.record_id, read(item.title, lemmas), tuple(units), counts, related)


def stems_of(word: str) -> tuple[str, ...]:
    """Return the beginnings by which ``zarządza`` and ``zarządzanie``, ``technician`` and ``technik`` meet."""
    plain = latin(word)
    return (plain[:6],) if len(plain) >= 8 else (plain[:5],) if len(plain) >= 6 else ()


@cache
def _letters() -> dict[int, str]:
    pairs = [
        "а",
        "a",
        "б",
        "b",
        "в",
        "w",
        "г",
        "h",
        "д",
        "d",
        "е",
        "e",
        "є",
        "je",
        "ж",
        "z",
        "з",
        "z",
        "и",
        "y",
        "і",
        "i",
        "к",
        "k",
        "л",
        "l",
        "м",
        "m",
        "н",
        "n",
        "о",
        "o",
        "п",
        "p",
        "р",
        "r",
        "с",
        "s",
        "т",
        "t",
        "у",
        "u",
        "ф",
        "f",
        "х",
        "ch",
        "ц",
        "c",
        "ч",
        "cz",
        "ш",
        "sz",
        "щ",
        "szcz",
        "ь",
        "_",
        "ю",
        "ju",
        "я",
        "ja",
        "'",
    ]
    return {ord(key): value.replace("_", "") for key, value in zip(pairs[::2], pairs[1::2], strict=False)}


def latin(word: str) -> str:
    """Return a folded Ukrainian word in letters comparable with Polish; other words as they are."""
    return word if word.isascii() else word.translate(_letters())


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
    for key, text in _flat(facts, "", 0):
        total += len(text)
        if total > _MOST_CHARACTERS:
            return
        label = read(fact_tables()["labels"].get(key, ""), lemmas)
        for part in _END.split(text):
            if part and part.strip():
                yield Unit(read(part, lemmas), label)


def _flat(value: Any, key: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield (field, words) of a tree of JSON values; what a flag means is spelled out."""
    if key in fact_tables()["skipped"] or depth > _MOST_DEPTH or value is None or value == "":
        return
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(inner, key if name in _SAME_FIELD and key else str(name), depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _flat(inner, key, depth + 1)
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


def _ids(value: object, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        if _ID.fullmatch(value):
            yield value
    elif isinstance(value, dict | list | tuple) and depth < _MOST_DEPTH:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _ids(inner, depth + 1)


def _counts(facts: Mapping[str, Any], lemmas: Lemmas | None) -> Iterator[tuple[Reading, int]]:
    for key, value in facts.items():
        if isinstance(value, list | tuple) and key not in fact_tables()["skipped"]:
            yield read(fact_tables()["labels"].get(key, key), lemmas), len(value)


@cache
def fact_tables() -> dict[str, Any]:
    """Return how the fields of ``Evidence.facts`` read as words."""
    return dict(json.loads(files("guardrails.output").joinpath("data", "facts.json").read_text("utf-8")))


__all__ = ["Kind", "Shelf", "Source", "Unit", "fact_tables", "latin", "source_of", "stems_of"]
