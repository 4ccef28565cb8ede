"""``zeterka ingest``: from a source to the index."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ui.cli.console import say
from ui.cli.progress import ProgressLine

if TYPE_CHECKING:
    from ingest.report import Report
    from ui.settings import Settings

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def ingest(
    context: typer.Context,
    source: Annotated[
        str | None,
        typer.Argument(
            help="json or xml (the register's APIs), file, kzis, esco, barometr, gus-pay, ela, bur, cbop; none: index."
        ),
    ] = None,
    arguments: Annotated[
        list[str] | None,
        typer.Argument(
            help="PATH for file, kzis (then the year), esco (then the version), barometr, gus-pay, ela; address: xml."
        ),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Read everything again, not only what changed.")] = False,
) -> None:
    """Read a source and build the index from all that was read; the old one serves meanwhile."""
    from ingest.commands import run  # noqa: PLC0415 - clients and parsers load when they are used
    from ui.configuration import writable  # noqa: PLC0415
    from ui.desk import build  # noqa: PLC0415
    from ui.labour import access_of  # noqa: PLC0415

    settings: Settings = context.obj.settings()
    report = run(
        source,
        arguments or (),
        data_dir=writable(settings.data_dir),
        register_url=settings.register_url,
        full=full,
        progress=ProgressLine(),
        access=access_of(settings),
    )
    for line in report_lines(report):
        say(line)
    if settings.qdrant_url:
        build(settings, ProgressLine())
        say(f"index at {settings.qdrant_url} built")


def report_lines(report: "Report") -> Iterator[str]:
    """Say what an ingest did: what was read, what was set aside, what the index holds now."""
    yield f"{report.source}: {report.read} records read"
    if report.set_aside:
        yield f"set aside: {report.set_aside}, see {report.set_aside_file}"
    for name, count in report.unknown_keys.items():
        yield f"unknown key {name}: {count}"
    yield from report.notes
    counts = ", ".join(f"{name} {count}" for name, count in sorted(report.counts.items()))
    yield f"index {report.index.snapshot}: {counts}"
    if report.attribution:
        yield report.attribution
