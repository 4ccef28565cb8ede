"""Which sources are switched on, opened over one folder; and how old what they hold is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ingest.sources.errors import SourceError
from ingest.sources.labour import bdl, bur, cbop, cbop_export, dropped, ela, esco_api, eures
from ingest.sources.labour.feed import LabourSources
from ingest.sources.labour.folder import labour_folder
from ingest.sources.labour.source import Source
from ingest.sources.labour.store import FILE, Store
from ingest.sources.polite import Manners

QUICK = Manners(per_second=5.0, attempts=1, timeout=3.0, largest_answer=5_000_000)
"""In a turn a person waits: one attempt, three seconds."""


@dataclass(frozen=True, slots=True)
class Switches:
    """The live sources by address; an empty one is off. ``bdl_key`` raises the quota of GUS."""

    bdl_url: str = ""
    bdl_key: str = ""
    cbop_url: str = ""
    eures_url: str = ""
    esco_url: str = ""


def open_sources(data_dir: Path, on: Switches, manners: Manners = QUICK) -> LabourSources | None:
    """Open the sources that are switched on and those whose files are there; ``None`` where there is none."""
    sources = [*_kept(labour_folder(data_dir)), *_live(labour_folder(data_dir), on, manners)]
    return LabourSources(sources) if sources else None


def _kept(folder: Path) -> Iterator[Source]:
    yield from (dropped.Dropped(folder, shape) for shape in dropped.SHAPES.values() if (folder / shape.file).exists())
    if (folder / ela.KEPT_FILE).exists():
        yield ela.Graduates(folder)
    if (folder / bur.KEPT_FILE).exists():
        yield bur.Courses(folder)
    if (folder / cbop_export.KEPT_FILE).exists():
        yield cbop_export.ExportedOffers(folder)


def _live(folder: Path, on: Switches, manners: Manners) -> Iterator[Source]:
    if not any((on.bdl_url, on.cbop_url, on.eures_url)):
        return
    store = Store(folder)
    if on.bdl_url:
        yield bdl.Bdl(on.bdl_url, store, manners, on.bdl_key)
    if on.cbop_url:
        yield cbop.Cbop(on.cbop_url, store, manners)
    if on.eures_url:
        esco = esco_api.EscoApi(on.esco_url, store, manners) if on.esco_url else None
        yield eures.Eures(on.eures_url, store, manners, esco)


@dataclass(frozen=True, slots=True)
class Age:
    """How old what a source holds is; ``fault`` where it cannot be used."""

    source: str
    fetched: datetime | None
    fault: str = ""


def ages(data_dir: Path) -> Iterator[Age]:
    """Yield the age of everything kept outside the index, with what is wrong with it."""
    folder = labour_folder(data_dir)
    for name, shape in dropped.SHAPES.items():
        if (folder / shape.file).exists():
            yield _age_of_file(folder, name, shape)
    if moment := ela.fetched_on(folder):
        yield Age("ela", moment)
    for name, file in (("bur", bur.KEPT_FILE), ("cbop-export", cbop_export.KEPT_FILE)):
        if (folder / file).exists():
            yield Age(name, datetime.fromtimestamp((folder / file).stat().st_mtime, UTC))
    if (folder / FILE).exists():
        yield from (Age(source, moment) for source, moment in sorted(Store(folder).ages().items()))


def _age_of_file(folder: Path, name: str, shape: dropped.Shape) -> Age:
    moment = datetime.fromtimestamp((folder / shape.file).stat().st_mtime, UTC)
    try:
        days = [fact.fetched for _, fact in dropped.read_file(folder / shape.file, shape, datetime.now(UTC).date())]
    except SourceError as error:
        return Age(name, moment, str(error))
    newest = max(days, default=None)
    return Age(name, datetime.combine(newest, datetime.min.time(), UTC) if newest else moment)
