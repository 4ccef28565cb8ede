"""A look at everything that has to work, as findings a person can read."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from pydantic import SecretStr

from retrieval import IndexMissingError, RecordIndex, RecordIndexError, open_index
from ui.configuration import SettingsError, origins, unknown_variables, variable, writable
from ui.desk import NotSupportedError, place_of, refuse_unsupported
from ui.findings import Finding
from ui.settings import Settings


def checkup(settings: Settings) -> tuple[Finding, ...]:
    """Look at settings, folder, index, model and texts; never raises for what it finds."""
    from ui.model_checkup import examine_models  # noqa: PLC0415 - the client library is slow to import

    return (
        *_settings(settings),
        _folder(settings),
        *_index(settings),
        *_records(settings),
        *_labour(settings),
        *examine_models(settings),
        _languages(),
    )


def _settings(settings: Settings) -> Iterator[Finding]:
    for field, origin in origins({}).items():
        value = getattr(settings, field)
        shown = "********" if isinstance(value, SecretStr) else "–" if value in (None, ()) else value
        yield Finding("setting", f"{variable(field)} = {shown}  ({origin})")
    for name in unknown_variables():
        yield Finding("setting", f"{name} is no setting: misspelt?", good=False)
    try:
        refuse_unsupported(settings)
    except NotSupportedError as error:
        yield Finding("setting", str(error), good=False)


def _folder(settings: Settings) -> Finding:
    try:
        return Finding("folder", f"{writable(settings.data_dir)} can be written to")
    except SettingsError as error:
        return Finding("folder", str(error), good=False)


def _index(settings: Settings) -> Iterator[Finding]:
    try:
        index = open_index(place_of(settings))
    except IndexMissingError:
        yield Finding("index", "none yet: the next question builds it, or zeterka ingest", good=False)
        return
    except RecordIndexError as error:
        yield Finding("index", str(error), good=False)
        return
    yield from _opened(index)
    index.close()


def _opened(index: RecordIndex) -> Iterator[Finding]:
    info = index.info
    counts = ", ".join(f"{name} {count}" for name, count in sorted(info.counts.items()))
    yield Finding("index", f"{info.engine} {info.snapshot}: {counts}", good=sum(info.counts.values()) > 0)
    yield Finding("index", f"built {info.built_at}{_age(info.built_at)}")
    if info.embedding:
        yield Finding("index", f"embedding {info.embedding}")


def _records(settings: Settings) -> Iterator[Finding]:
    from ingest.pipeline import collect  # noqa: PLC0415 - reads every record
    from ingest.quality import measure  # noqa: PLC0415

    try:
        records = collect(settings.data_dir)
    except (OSError, ValueError) as error:
        yield Finding("records", str(error), good=False)
        return
    quality = measure(records)
    read = [entry.retrieved for record in records for entry in record.provenance]
    yield Finding("records", f"read from their sources between {min(read)} and {max(read)}")
    yield Finding("records", f"categories: {_counted(quality.categories)}")
    yield Finding("records", f"sources: {_counted(quality.confidences)}")
    for kind, shares in quality.fill.items():
        filled = (f"{name} {share:.0%}" for name, share in shares.items() if share)
        yield Finding("filled", f"{kind.value} ({quality.types[kind]}): {', '.join(filled)}")


def _labour(settings: Settings) -> Iterator[Finding]:
    from ingest.sources.labour.opening import ages  # noqa: PLC0415

    yield Finding("labour", f"asked live: {', '.join(settings.labour_live) or 'nothing'}")
    for age in ages(settings.data_dir):
        when = f"read {age.fetched.date()}{_age(age.fetched.isoformat())}" if age.fetched else "never read"
        yield Finding("labour", f"{age.source}: {age.fault or when}", good=not age.fault)


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items(), key=lambda one: -one[1]))


def _age(moment: str) -> str:
    try:
        built = datetime.fromisoformat(moment)
    except ValueError:
        return ""
    built = built if built.tzinfo else built.replace(tzinfo=UTC)
    return f", {(datetime.now(UTC) - built).days} days ago"


def _languages() -> Finding:
    from prompts import Prompts  # noqa: PLC0415

    return Finding("texts", f"languages {', '.join(sorted(Prompts().languages))}")
