"""Building a snapshot aside, checking it, letting it serve."""

import secrets
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from register.library import AnyRecord
from retrieval.building import Options, refuse_duplicates, verify
from retrieval.edge import layout
from retrieval.edge.engine import EdgeEngine
from retrieval.edge.writer import Last, Made, write
from retrieval.entries import entries_of
from retrieval.index import EngineIndex
from retrieval.protocol import IndexInfo, RecordIndexError

MEGABYTE = 1_000_000
# Measured on a small file system: 1 102 records need between 200 and 300 MB while they are written and optimised.
ROOM_AT_LEAST = 300 * MEGABYTE
ROOM_A_RECORD = 20_000


def build(records: Iterable[AnyRecord], root: Path, options: Options) -> IndexInfo:
    """Build a snapshot of ``records`` under ``root`` and let it serve.

    Records unchanged since the last snapshot are taken over from it unless ``options.full``. Whatever
    happens before the last step, the old snapshot serves on. Raises ``RecordIndexError``: another build
    is running, two records claim one id, the disk is full, the finished snapshot fails its check.
    """
    collected = list(records)
    refuse_duplicates(collected)
    try:
        layout.snapshots(root).mkdir(parents=True, exist_ok=True)
        with FileLock(root / "build.lock", timeout=0):
            _clean(root)
            return _build_locked(collected, root, options)
    except Timeout as error:
        raise RecordIndexError(f"another build is running in {root}: wait for it to end") from error
    except OSError as error:
        raise RecordIndexError(f"the index in {root} cannot be written: {error.strerror or error}") from error


def _refuse_without_room(records: Sequence[AnyRecord], root: Path) -> None:
    """Raise ``RecordIndexError`` where a build could run out of room: the engine maps its files into memory, and a

    process that writes to a mapped file on a full disk is ended by the system without a word.
    """
    needed = ROOM_AT_LEAST + len(records) * ROOM_A_RECORD
    free = shutil.disk_usage(root).free
    if free < needed:
        raise RecordIndexError(
            f"the index in {root} needs {needed // MEGABYTE} MB of free disk to be built, there are {free // MEGABYTE}"
        )


def _build_locked(records: Sequence[AnyRecord], root: Path, options: Options) -> IndexInfo:
    _refuse_without_room(records, root)
    now = datetime.now(UTC)
    name = f"{now:%Y%m%dT%H%M%S%f}-{secrets.token_hex(3)}"
    folder = layout.snapshots(root) / name
    folder.mkdir()
    last = None if options.full else _last(root, options)
    try:
        manifest = layout.Manifest(
            snapshot=name,
            built_at=now.isoformat(timespec="seconds"),
            counts=dict(sorted(Counter(record.record_type.value for record in records).items())),
            records_hash=_write(records, folder, Made(options.embedder, options.progress, last)),
            embedding=options.embedding,
        )
        layout.write_manifest(folder, manifest)
        verify(EngineIndex(EdgeEngine(folder, options.embedder)), records, options)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    layout.swap(root, name)
    _forget_old(root)
    return manifest.info


def _write(records: Sequence[AnyRecord], folder: Path, made: Made) -> str:
    """Write on top of the last snapshot, or anew where that one turns out to be damaged."""
    entries = entries_of(records)
    if made.last:
        try:
            return write(entries, folder, made)
        except RecordIndexError:
            shutil.rmtree(folder)
            folder.mkdir()
    return write(entries, folder, replace(made, last=None))


def _last(root: Path, options: Options) -> Last | None:
    """Return the serving snapshot where a new one can build on it; one of another make or damaged cannot."""
    try:
        folder = layout.current(root)
        if layout.read_manifest(folder).embedding != options.embedding or not (folder / "shard").is_dir():
            return None
        return Last.load(folder)
    except RecordIndexError:
        return None


def _clean(root: Path) -> None:
    """Remove what killed builds left: all but the serving snapshot and whole older ones. Needs the lock."""
    whole = set(layout.finished(root))
    for folder in layout.snapshots(root).iterdir():
        if folder not in whole:
            shutil.rmtree(folder, ignore_errors=True)


def _forget_old(root: Path) -> None:
    serving = layout.current(root)
    others = [folder for folder in layout.finished(root) if folder != serving]
    for folder in others[layout.KEPT - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)
