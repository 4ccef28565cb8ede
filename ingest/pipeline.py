"""From records to the index that serves: the snapshot, what an operator imported over it, and one build."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest import snapshot
from ingest.report import Report
from ingest.sources.jsonl import read_records
from register.library import AnyRecord, dangling_references
from register.overlay import overlay
from register.qualification import Qualification
from retrieval import Embedding, Progress, Server, build_index
from retrieval.progress import silent

OWN_FILES = "file-"
"""Imported files with this prefix replace records whole; others are laid over them field by field."""
# The descriptions of occupations are what the snapshot's plain texts in three languages rest on: those stay.
_STAYING = {"kzis.jsonl": frozenset({"summary", "tasks"})}


def index_root(data_dir: Path) -> Path:
    """Return where the index of ``data_dir`` lives."""
    return data_dir / "index"


def sources_folder(data_dir: Path) -> Path:
    """Return where imported sets are kept, one ``NAME.jsonl`` each."""
    return data_dir / "sources"


def ingest(
    records: Iterable[AnyRecord],
    place: Path | Server,
    *,
    progress: Progress | None = None,
    full: bool = False,
    embedding: Embedding | None = None,
) -> Report:
    """Build an index of ``records`` at ``place``; the old one serves until the new one is whole.

    Raises ``RecordIndexError`` and then leaves the old one untouched.
    """
    collected = tuple(records)
    dense = embedding or Embedding()
    info = build_index(collected, place, progress=progress or silent, full=full, embedding=dense)
    missing = sum(len(targets) for targets in dangling_references(collected).values())
    notes = (f"{missing} references lead to no record",) if missing else ()
    return Report(info, dict(info.counts), read=len(collected), notes=notes)


def collect(data_dir: Path) -> tuple[AnyRecord, ...]:
    """Return the snapshot with every imported set over it; raises ``SourceError`` for a damaged set.

    Sets apply in the order of their names; those of the register find the snapshot's records by code, notice
    or register id and keep their ids, so that references to them hold.
    """
    merged = {record.id: record for record in snapshot.load()}
    for path in sorted(sources_folder(data_dir).glob("*.jsonl")):
        if not path.name.endswith((".raw.jsonl", ".set-aside.jsonl")):
            _merge(merged, path)
    return tuple(merged.values())


def _merge(merged: dict[str, AnyRecord], path: Path) -> None:
    if path.name.startswith(OWN_FILES):
        merged.update((record.id, record) for record in read_records(path))
        return
    stays = _STAYING.get(path.name, frozenset())
    known = {key: record.id for record in merged.values() for key in _keys(record)}
    for record in read_records(path):
        held = next((known[key] for key in _keys(record) if key in known), record.id)
        base = merged.get(held)
        over = record.model_copy(update={"id": held})
        same = base is not None and base.record_type == record.record_type
        merged[held] = overlay(base, over, stays) if base is not None and same else over


def _keys(record: AnyRecord) -> Iterator[str]:
    yield record.id
    if isinstance(record, Qualification):
        named = {"register": record.register_id, "api": record.api_id}
        yield from (f"{kind} {number}" for kind, number in named.items() if number)
        yield from (text for text in (record.code, record.notice) if text)
