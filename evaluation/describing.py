"""What a run was made with: versions, and hashes of prompts, rails, weights, code and index."""

import hashlib
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from evaluation.lines import Summary
from prompts.loader import TEXTS
from retrieval import IndexInfo

_ROOT = TEXTS.parent.parent
_CODE = ("register", "retrieval", "guardrails", "prompts", "assistant", "ingest", "ui")
_LIBRARIES = ("zeterka", "langgraph", "langchain-core", "qdrant-edge-py", "fastembed", "morfeusz2")
SHORT = 16


def described(task: str, set_path: Path, summary: Summary, texts: Path = TEXTS, **more: Any) -> dict[str, Any]:
    """Return the configuration of a run, as ``config.json`` keeps it.

    ``texts`` is the folder of the prompts it used; ``more`` says what else decided its outcome.
    """
    return {
        "task": task,
        "set": set_path.name,
        "set_sha256": summary.sha256,
        "lines": summary.lines,
        "unknown_fields": summary.unknown,
        **more,
        "hashes": hashes(texts),
        "versions": versions(),
        "started_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def index_of(info: IndexInfo) -> dict[str, Any]:
    """Return what serves the answers."""
    return {"engine": info.engine, "snapshot": info.snapshot, "embedding": info.embedding, "counts": dict(info.counts)}


def hashes(texts: Path = TEXTS, root: Path = _ROOT) -> dict[str, Any]:
    """Return sha256 beginnings: one for each prompt file, one for the code, the rails' and the retrieval's data."""
    return {
        "prompts": {str(path.relative_to(texts)): hash_of([path]) for path in _files(texts, ("*.j2", "*.yaml"))},
        "rails": hash_of(_files(root / "guardrails", ("*.json", "*.txt", "*.yaml"))),
        "retrieval": hash_of(_files(root / "retrieval", ("*.json", "*.txt", "*.yaml"))),
        "code": hash_of(path for room in _CODE for path in _files(root / room, ("*.py",))),
    }


def versions(libraries: Iterable[str] = _LIBRARIES) -> dict[str, str]:
    """Return the versions of Python and of ``libraries``: what shapes an answer, or a verdict."""
    found = {"python": platform.python_version()}
    for name in libraries:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _files(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    return sorted(path for pattern in patterns for path in folder.rglob(pattern) if path.is_file())


def hash_of(paths: Iterable[Path]) -> str:
    """Return the beginning of the sha256 (hex) over names and contents."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:SHORT]
