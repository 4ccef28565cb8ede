"""Bringing a source in: read, map, and keep it beside the others under ``DATA_DIR/sources``."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from ingest import bringing_labour as labour
from ingest.errors import IngestError
from ingest.files import write_atomically
from ingest.job import Brought, Job
from ingest.pipeline import OWN_FILES
from ingest.sources import esco, kzis
from ingest.sources.esco_skills import keep_skills
from ingest.sources.json_api import Fetched, RegisterApi
from ingest.sources.jsonl import read_records, write_records
from ingest.sources.xml_api import XmlApi
from register.library import AnyRecord

XML_URL = "https://rejestr.kwalifikacje.gov.pl/api/index.php"
KZIS_YEAR = "2023"
ESCO_VERSION = "v1.2.1"


def bring(source: str, job: Job) -> Brought:
    """Bring one source in; raises ``IngestError``, ``OSError`` or ``ValueError`` and then keeps what was there."""
    if source not in BRINGERS:
        raise IngestError(f"no source {source!r}: choose one of {', '.join(BRINGERS)}")
    return BRINGERS[source](job)


def _json(job: Job) -> Brought:
    since = None if job.full else _last_run(job)
    mapping = Path(job.arguments[0]) if job.arguments else None
    api = RegisterApi.at(job.register_url, job.manners, mapping)
    try:
        kinds = [
            api.fetch_all(kind, job.folder, job.today, since=since, progress=job.progress)
            for kind in ("qualification", "institution")
        ]
    finally:
        api.close()
    records = [record for fetched in kinds for record in fetched.mapped.records]
    if since is None and not kinds[0].mapped.records:
        raise IngestError(f"{job.register_url} gave no qualification: what was kept of it stays")
    _keep(job, "json", records, anew=since is None)
    write_atomically(_run_file(job), json.dumps({"on": job.today.isoformat(), "url": job.register_url}))
    unknown: Counter[str] = sum((fetched.mapped.unknown_keys for fetched in kinds), Counter())
    aside = [item for fetched in kinds for item in fetched.mapped.set_aside]
    return Brought(len(records), aside, dict(unknown.most_common()), tuple(filter(None, map(_miscount, kinds))))


def _miscount(fetched: Fetched) -> str:
    came, announced = fetched.download.received, fetched.download.announced
    name = fetched.download.path.name.split(".")[0]
    return "" if announced in (None, came) else f"{name}: the register announced {announced}, {came} came"


def _xml(job: Job) -> Brought:
    api = XmlApi.at(job.argument(0, XML_URL), job.manners)
    try:
        result = api.fetch_all(job.today, job.progress)
    finally:
        api.close()
    if not result.records:
        raise IngestError("the register's XML API gave no record: what was kept of it stays")
    _keep(job, "xml", result.records)
    return Brought(len(result.records), result.set_aside)


def _file(job: Job) -> Brought:
    path = job.path("file")
    return Brought(_keep(job, f"{OWN_FILES}{path.stem}", read_records(path)))


def _kzis(job: Job) -> Brought:
    path, year = job.path("kzis"), job.argument(1, KZIS_YEAR)
    if not (year.isdecimal() and len(year) == 4):
        raise IngestError(f"kzis: {year!r} is not a year")
    kept = _keep(job, "kzis", kzis.read_kzis(path, int(year), job.today))
    return Brought(kept, attribution=kzis.ATTRIBUTION)


def _esco(job: Job) -> Brought:
    folder, version = job.path("esco"), job.argument(1, ESCO_VERSION)
    kept = _keep(job, "esco", esco.read_esco(folder, version, job.today)) + keep_skills(folder, job.data_dir)
    return Brought(kept, attribution=esco.ATTRIBUTION)


BRINGERS: dict[str, Callable[[Job], Brought]] = {
    "json": _json,
    "xml": _xml,
    "file": _file,
    "kzis": _kzis,
    "esco": _esco,
    "barometr": labour.bring_barometr,
    "gus-pay": labour.bring_gus_pay,
    "ela": labour.bring_ela,
    "bur": labour.bring_bur,
    "cbop": labour.bring_cbop,
}


def _keep(job: Job, name: str, records: Iterable[AnyRecord], *, anew: bool = True) -> int:
    """Keep a set in place of the earlier one or (``anew`` false) over it; return how many records came."""
    path = job.folder / f"{name}.jsonl"
    came = {record.id: record for record in records}
    earlier = {} if anew or not path.exists() else {record.id: record for record in read_records(path)}
    write_records(path, {**earlier, **came}.values())
    return len(came)


def _run_file(job: Job) -> Path:
    return job.folder / "json.run.json"


def _last_run(job: Job) -> date | None:
    """Return the day before the last finished download from this register, if its set is still there."""
    try:
        last = json.loads(_run_file(job).read_text(encoding="utf-8"))
        day = date.fromisoformat(last["on"]) - timedelta(days=1)
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return None
    kept = (job.folder / "json.jsonl").exists()
    return day if kept and last.get("url") == job.register_url else None
