"""Writing the points of a snapshot, anew or as changes to a copy of the last one."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import qdrant_edge as qe

from retrieval.documents import documents_vectors
from retrieval.edge import translate
from retrieval.edge.copying import copy_tree
from retrieval.embedding.base import Embedder
from retrieval.entries import Entry
from retrieval.names import SPARSE
from retrieval.progress import Progress
from retrieval.protocol import IndexCorruptError, RecordIndexError
from retrieval.spelling import Speller, vocabulary
from retrieval.statistics import Frequencies, Statistics

_BATCH = 500
Hashes = dict[int, str]


@dataclass(frozen=True, slots=True)
class Last:
    """The last snapshot, as far as a new one can build on it."""

    folder: Path
    hashes: Hashes
    statistics: Statistics
    speller: Speller

    @classmethod
    def load(cls, folder: Path) -> "Last":
        """Read what the last build left; raises ``IndexCorruptError``."""
        return cls(folder, _read_hashes(folder), Statistics.load(folder), Speller.load(folder))


@dataclass(frozen=True, slots=True)
class Made:
    """What a writing works with: the embedder, who hears of progress, the snapshot to build on."""

    embedder: Embedder | None
    progress: Progress
    last: Last | None = None


def write(entries: Sequence[Entry], folder: Path, made: Made) -> str:
    """Write shard, statistics and vocabulary into ``folder``; returns the hash over all entries.

    With ``made.last``, only changed entries are analysed. Raises ``RecordIndexError`` or ``OSError``.
    """
    work = _compare(entries, made.last)
    try:
        statistics, words = _apply(folder, work, made)
    except (OSError, RecordIndexError):
        raise
    except Exception as error:
        reason = " ".join(str(error).split())[:200]
        raise RecordIndexError(f"the index cannot be written: {reason}") from error
    statistics.save(folder)
    known = made.last.speller.words if made.last else ()
    Speller({*known, *words}).save(folder)
    _save_hashes(folder, work.hashes)
    return hashlib.blake2b("\n".join(sorted(work.hashes.values())).encode(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class _Work:
    """What is to be written (``changed``), deleted (``gone``) and taken out of the counts (``stale``)."""

    hashes: Hashes
    changed: Sequence[Entry]
    gone: Sequence[int]
    stale: Sequence[int]


def _compare(entries: Sequence[Entry], last: Last | None) -> _Work:
    hashes = {entry.point: entry.digest for entry in entries}
    before = last.hashes if last else {}
    changed = [entry for entry in entries if before.get(entry.point) != entry.digest]
    gone = [point for point in before if point not in hashes]
    replaced = [entry.point for entry in changed if entry.point in before]
    return _Work(hashes, changed, gone, gone + replaced)


def _apply(folder: Path, work: _Work, made: Made) -> tuple[Statistics, set[str]]:
    shard = _start(folder / "shard", made)
    old = _dimensions_of(shard, work.stale)
    if work.gone:
        shard.update(qe.UpdateOperation.delete_points(list(work.gone)))
    counter = _Counter()
    _upsert(shard, work.changed, made, counter)
    made.progress("optimise", 0, 1)
    shard.optimize()
    shard.flush()
    shard.close()
    made.progress("optimise", 1, 1)
    total = len(work.hashes)
    lemma, ngram = (made.last.statistics.lemma, made.last.statistics.ngram) if made.last else (None, None)
    statistics = Statistics(
        _counted(lemma, old["lemma"], counter.lemma, total),
        _counted(ngram, old["ngram"], counter.ngram, total),
    )
    return statistics, counter.words


@dataclass(slots=True)
class _Counter:
    """Counts over what was written: documents by dimension, and the words met."""

    lemma: Counter[int] = field(default_factory=Counter)
    ngram: Counter[int] = field(default_factory=Counter)
    words: set[str] = field(default_factory=set)


def _start(folder: Path, made: Made) -> qe.EdgeShard:
    if made.last:
        copy_tree(made.last.folder / "shard", folder)
        return qe.EdgeShard.load(str(folder))
    folder.mkdir()
    shard = qe.EdgeShard.create(str(folder), translate.shard_config(made.embedder.size if made.embedder else 0))
    for operation in translate.field_indexes():
        shard.update(operation)
    return shard


def _dimensions_of(shard: qe.EdgeShard, points: Sequence[int]) -> Mapping[str, list[list[int]]]:
    """Return the dimensions that ``points`` had, by vector."""
    found = shard.retrieve(list(points), with_payload=False, with_vector=list(SPARSE)) if points else []
    vectors: list[Any] = [record.vector for record in found]
    return {name: [list(vector[name].indices) for vector in vectors if name in vector] for name in SPARSE}


def _upsert(shard: qe.EdgeShard, entries: Sequence[Entry], made: Made, counter: _Counter) -> None:
    for start in range(0, len(entries), _BATCH):
        batch = entries[start : start + _BATCH]
        texts = [entry.texts() for entry in batch]
        vectors = documents_vectors(texts, made.embedder)
        points = [
            qe.Point(entry.point, translate.named(vector), entry.payload)
            for entry, vector in zip(batch, vectors, strict=True)
        ]
        shard.update(qe.UpdateOperation.upsert_points(points))
        for document, vector in zip(texts, vectors, strict=True):
            counter.lemma.update(vector.lemma.indices)
            counter.ngram.update(vector.ngram.indices)
            counter.words |= vocabulary(document)
        made.progress("index", start + len(batch), len(entries))


def _counted(
    before: Frequencies | None, old: Iterable[Iterable[int]], new: Mapping[int, int], total: int
) -> Frequencies:
    counts = Counter(before.as_counts() if before else {})
    for indices in old:
        counts.subtract(indices)
    counts.update(new)
    return Frequencies.of(total, counts)


def _save_hashes(folder: Path, hashes: Hashes) -> None:
    (folder / "hashes.tsv").write_text("".join(f"{point}\t{digest}\n" for point, digest in hashes.items()), "utf-8")


def _read_hashes(folder: Path) -> Hashes:
    try:
        lines = (folder / "hashes.tsv").read_text("utf-8").splitlines()
        return {int(point): digest for point, digest in (line.split("\t") for line in lines)}
    except (OSError, ValueError) as error:
        raise IndexCorruptError(f"the list of records of {folder.name} cannot be read") from error
