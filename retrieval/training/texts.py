"""Pairs of texts that mean the same, read from KZiS, ESCO and our own records."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from zlib import crc32

from register.library import AnyRecord
from retrieval.fields import pieces

_MOST_ALIASES = 12
_MOST_TASKS = 6


class TrainingDataError(Exception):
    """The folder does not hold what training needs; the message names it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of one concept. ``group`` brings near concepts together for hard batches."""

    concept: str
    group: str
    left: str
    right: str


def share_of(concept: str) -> str:
    """Return ``test`` (10 %), ``dev`` (5 %) or ``train`` for a concept, by the CRC-32 of its id."""
    bucket = crc32(concept.encode("utf-8")) % 20
    return {0: "test", 1: "test", 2: "dev"}.get(bucket, "train")


def read_pairs(folder: Path, records: Iterable[AnyRecord] = ()) -> list[Pair]:
    """Read the training pairs under ``folder`` (``esco/``, ``kzis/``); concepts of dev and test stay out."""
    if not (folder / "esco").is_dir() and not (folder / "kzis").is_dir():
        raise TrainingDataError(f"{folder} holds neither esco/ nor kzis/")
    found = [*_esco(folder / "esco"), *_kzis(folder / "kzis"), *_records(records)]
    return list(dict.fromkeys(pair for pair in found if pair.left.casefold() != pair.right.casefold()))


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept of ESCO in one language."""

    uri: str
    group: str
    label: str
    aliases: tuple[str, ...]
    description: str


def esco_concepts(folder: Path, language: str, files: Sequence[str] = ()) -> dict[str, Concept]:
    """Read the concepts of an ESCO folder: occupations and skill collections, by URI."""
    where = folder if language == "pl" else folder / language
    paths = sorted(where.glob(f"*_{language}.csv"))
    wanted = [path for path in paths if not files or path.stem.removesuffix(f"_{language}") in files]
    rows = (row for path in wanted for row in _rows(path))
    return {row["conceptUri"]: _concept(row) for row in rows if row.get("conceptUri") and row.get("preferredLabel")}


def _concept(row: dict[str, str]) -> Concept:
    group = row.get("iscoGroup") or row.get("broaderConceptUri") or row.get("code") or ""
    aliases = tuple(filter(None, map(str.strip, (row.get("altLabels") or "").splitlines())))
    description = " ".join((row.get("description") or "").split())
    return Concept(row["conceptUri"], group[:60], row["preferredLabel"].strip(), aliases, description)


def _esco(folder: Path) -> Iterator[Pair]:
    polish, english = esco_concepts(folder, "pl"), esco_concepts(folder, "en")
    for uri, concept in polish.items():
        if share_of(uri) != "train":
            continue
        other = english.get(uri)
        texts = [*_pairs_of(concept), *(_across(concept, other) if other else ())]
        yield from (Pair(uri, concept.group, left, right) for left, right in texts)


def _pairs_of(concept: Concept) -> Iterator[tuple[str, str]]:
    yield from ((alias, concept.label) for alias in concept.aliases[:_MOST_ALIASES])
    yield from ((alias, concept.description) for alias in concept.aliases[:4] if concept.description)
    yield from zip(concept.aliases, concept.aliases[1:], strict=False)
    if concept.description:
        yield concept.label, concept.description
        yield from ((concept.label, part) for part in islice(_sentences(concept.description), 3))


def _across(concept: Concept, other: Concept) -> Iterator[tuple[str, str]]:
    yield concept.label, other.label
    yield from ((alias, concept.label) for alias in other.aliases[:6])
    yield from ((alias, other.label) for alias in concept.aliases[:3])
    if concept.description and other.description:
        yield other.label, concept.description
        yield concept.label, other.description
        yield concept.description, other.description


def _kzis(folder: Path) -> Iterator[Pair]:
    for path in sorted(folder.glob("kzis_opisy_zawodow_*.csv")):
        for row in _rows(path):
            code, name = row.get("code", ""), row.get("name", "").strip()
            synthesis = " ".join((row.get("synthesis") or "").split())
            tasks = _tasks(row)
            texts = [synthesis, *tasks[:_MOST_TASKS], " ".join(tasks)[:600]]
            yield from (Pair(f"kzis:{code}", code[:4], name, text) for text in texts if text)
            if synthesis and tasks:
                yield Pair(f"kzis:{code}", code[:4], synthesis, tasks[0])


def _tasks(row: dict[str, str]) -> list[str]:
    text = f"{row.get('tasks1') or ''};{row.get('tasks2') or ''}"
    return [task for part in text.split(";") if len(task := " ".join(part.split())) > 8]


def _records(records: Iterable[AnyRecord]) -> Iterator[Pair]:
    """Pair each record's name with its other texts: the source of Ukrainian."""
    for record in records:
        for piece in pieces(record):
            if piece.field in {"alias", "summary", "task", "question"} and piece.text != record.name:
                yield Pair(record.id, record.id[:9], record.name, piece.text)


def _sentences(text: str) -> Iterator[str]:
    return (part for part in text.split(". ") if len(part) > 30)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
