"""Where snapshots lie, what each says of itself, and how the serving one is named.

``ROOT/snapshots/NAME/`` holds ``shard/``, the word frequencies and, written last, ``manifest.json``;
``ROOT/current`` holds the name of the one that serves and is replaced in one atomic step.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from retrieval.analysis import ANALYSER_VERSION
from retrieval.protocol import IndexCorruptError, IndexInfo, IndexMissingError

FORMAT_VERSION = "4"
ENGINE = "qdrant-edge"
KEPT = 2


class Manifest(BaseModel):
    """What a snapshot says of itself. ``records_hash`` covers the content of all its records."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format_version: str = FORMAT_VERSION
    analyser_version: str = ANALYSER_VERSION
    embedding: str = ""
    snapshot: str
    built_at: str
    counts: dict[str, int]
    records_hash: str

    @property
    def info(self) -> IndexInfo:
        """What the index tells of itself."""
        return IndexInfo(ENGINE, self.snapshot, self.built_at, self.counts, self.embedding)


def read_manifest(folder: Path) -> Manifest:
    """Read and check a snapshot's manifest; raises ``IndexCorruptError``."""
    try:
        manifest = Manifest.model_validate_json((folder / "manifest.json").read_bytes())
    except FileNotFoundError as error:
        raise IndexCorruptError(f"the snapshot {folder.name} is not finished: build the index again") from error
    except (OSError, ValidationError) as error:
        raise IndexCorruptError(
            f"the manifest of the snapshot {folder.name} cannot be read: build the index again"
        ) from error
    if (manifest.format_version, manifest.analyser_version) != (FORMAT_VERSION, ANALYSER_VERSION):
        raise IndexCorruptError(f"the snapshot {folder.name} was built by another version: build the index again")
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest, the mark of a finished snapshot, in one step."""
    aside = folder / "manifest.new"
    aside.write_text(manifest.model_dump_json(indent=1), "utf-8")
    aside.replace(folder / "manifest.json")


def pointer(root: Path) -> Path:
    """Return the file that names the serving snapshot."""
    return root / "current"


def snapshots(root: Path) -> Path:
    """Return the folder of all snapshots."""
    return root / "snapshots"


def current(root: Path) -> Path:
    """Return the folder of the serving snapshot; raises ``IndexMissingError`` or ``IndexCorruptError``."""
    try:
        name = pointer(root).read_text("utf-8").strip()
    except FileNotFoundError as error:
        raise IndexMissingError(f"no index in {root}: run `zeterka ingest`") from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexCorruptError(f"{pointer(root)} cannot be read: run `zeterka ingest`") from error
    folder = snapshots(root) / name
    if not name or Path(name).name != name or not folder.is_dir():
        raise IndexCorruptError(f"{pointer(root)} names a snapshot that is not there: run `zeterka ingest`")
    return folder


def swap(root: Path, name: str) -> None:
    """Let ``name`` serve from now on."""
    aside = root / "current.new"
    with aside.open("w", encoding="utf-8") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(pointer(root))


def finished(root: Path) -> Iterator[Path]:
    """Yield the folders of finished snapshots, newest first."""
    folders = snapshots(root).iterdir() if snapshots(root).is_dir() else ()
    yield from sorted((folder for folder in folders if (folder / "manifest.json").is_file()), reverse=True)
