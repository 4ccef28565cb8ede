"""Bringing in figures of the labour market: files an operator gives, and long tables read now and then."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ingest.errors import IngestError
from ingest.files import write_atomically
from ingest.job import Brought, Job
from ingest.sources.labour import bur, cbop_export, dropped, ela
from ingest.sources.labour.folder import labour_folder
from ingest.sources.labour.regions import VOIVODESHIPS
from ingest.sources.polite import Manners, PoliteClient

_POLAND = ZoneInfo("Europe/Warsaw")
_PATIENT = Manners(per_second=0.5, attempts=3, timeout=120.0, largest_answer=200_000_000)


def bring_barometr(job: Job) -> Brought:
    """Check a file of Barometr zawodów and keep it; raises ``SourceError`` naming the line at fault."""
    return _dropped(job, "barometr", dropped.BAROMETR)


def bring_gus_pay(job: Job) -> Brought:
    """Check a file of GUS pay by occupation and keep it; raises ``SourceError`` naming the line at fault."""
    return _dropped(job, "gus-pay", dropped.PAY)


def bring_ela(job: Job) -> Brought:
    """Read ELA's table of programmes from a file, or from the address set, line by line."""
    folder = labour_folder(job.data_dir)
    if job.arguments:
        with Path(job.arguments[0]).open(encoding="utf-8") as lines:
            return _graduates(lines, folder, job, ela.URL + ela.FILE)
    client = PoliteClient(job.access.ela_url, frozenset({ela.FILE}), job.manners or _PATIENT)
    try:
        return _graduates(client.lines(ela.FILE), folder, job, client.base_url + ela.FILE)
    finally:
        client.close()


def bring_bur(job: Job) -> Brought:
    """Read on in the list of training services; needs a user and a key of the service."""
    access = job.access
    if not (access.bur_user and access.bur_key):
        raise IngestError("bur: set bur_user and bur_key (a key comes with a profile at uslugirozwojowe.parp.gov.pl)")
    client = bur.Bur(access.bur_url, access.bur_user, access.bur_key, job.manners or bur.PACE)
    try:
        return Brought(client.harvest(labour_folder(job.data_dir), job.today, job.progress))
    finally:
        client.close()


def bring_cbop(job: Job) -> Brought:
    """Read the official export of job offers, one voivodeship after the other, and keep the counts alone."""
    partner = job.access.cbop_partner
    if not partner:
        raise IngestError("cbop: set cbop_partner, the name that the ministry gave")
    if not (job.arguments or cbop_export.is_open(datetime.now(_POLAND))):
        raise IngestError(f"cbop: the export answers between {cbop_export.OPENS}:00 and {cbop_export.CLOSES}:00 only")
    client = PoliteClient(job.access.cbop_export_url, cbop_export.ALLOWED, job.manners or _PATIENT)
    counts: cbop_export.Counted = cbop_export.Counted()
    try:
        for region in job.arguments or VOIVODESHIPS:
            counts += cbop_export.ask(client, partner, region)
    finally:
        client.close()
    return Brought(cbop_export.keep(counts, labour_folder(job.data_dir), job.today))


def _dropped(job: Job, name: str, shape: dropped.Shape) -> Brought:
    path, folder = job.path(name), labour_folder(job.data_dir)
    figures = sum(1 for _ in dropped.read_file(path, shape, job.today))
    if not figures:
        raise IngestError(f"{path.name}: no line gives a figure (is the column kzis filled?)")
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / shape.file, path.read_text("utf-8-sig"))
    return Brought(figures)


def _graduates(lines: Iterable[str], folder: Path, job: Job, url: str) -> Brought:
    kept, strange = ela.keep(lines, folder, job.today, url)
    return Brought(kept, notes=(f"left out as impossible: {strange} rows",) if strange else ())
