"""The door of ``zeterka ingest``."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ingest.bringing import BRINGERS, bring
from ingest.errors import IngestError
from ingest.files import write_atomically
from ingest.job import Access, Brought, Job
from ingest.pipeline import collect, index_root, ingest
from ingest.report import Report
from ingest.sources.polite import Manners
from retrieval import Embedding, Progress, RecordIndexError, Server

__all__ = ["SOURCES", "IngestError", "Report", "run"]

SOURCES = tuple(BRINGERS)


def run(  # noqa: PLR0913 - each is one thing the command can be told
    source: str | None,
    arguments: Sequence[str] = (),
    *,
    data_dir: Path,
    register_url: str,
    full: bool = False,
    progress: Progress | None = None,
    place: Path | Server | None = None,
    embedding: Embedding | None = None,
    manners: Manners | None = None,
    access: Access | None = None,
) -> Report:
    """Bring a source in and rebuild the index; without ``source`` only rebuild it from what is there.

    ``source`` is one of ``SOURCES``; ``file``, ``kzis`` and ``esco`` take a path, ``kzis`` also the year of
    the classification, ``esco`` its version, ``xml`` the address of the API, ``json`` an own mapping of keys.
    The labour-market sources (``docs/labour-market.md``) take a file or the accounts of ``access``.
    ``full`` forgets what was kept. ``place`` is where the index lives, unless in ``data_dir``.
    Raises ``IngestError`` with one clear line; whatever happens, the index that serves stays whole.
    """
    job = Job(data_dir, register_url, date.today(), tuple(arguments), full, progress, manners, access or Access())
    try:
        brought = _bring(source, job)
        records, where = collect(data_dir), place or index_root(data_dir)
        report = ingest(records, where, progress=progress, full=full, embedding=embedding)
        return _reported(report, source, brought, job) if source and brought else report
    except (OSError, ValueError, RecordIndexError) as error:
        raise IngestError(" ".join(str(error).split()) or type(error).__name__) from error


def _bring(source: str | None, job: Job) -> Brought | None:
    if source is None and job.arguments:
        raise IngestError("nothing to read is named: give a source before its path")
    return bring(source, job) if source else None


def _reported(report: Report, source: str, brought: Brought, job: Job) -> Report:
    aside = job.folder / f"{source}.set-aside.jsonl" if brought.set_aside else None
    if aside:
        lines = (json.dumps(item) for item in brought.set_aside)
        write_atomically(aside, "".join(f"{line}\n" for line in lines))
    return replace(
        report,
        source=source,
        read=brought.read,
        set_aside=len(brought.set_aside),
        set_aside_file=aside,
        unknown_keys=brought.unknown_keys or {},
        notes=(*brought.notes, *report.notes),
        attribution=brought.attribution,
    )
