"""Commands that look at a running server: simulated users, and turns it has sampled."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from evaluation.cli.options import Gates, Json, Out, SetFile, app
from evaluation.cli.running import kept_in, show


@app.command()
def personas(
    url: Annotated[str, typer.Option("--url", help="Address of a running server.")] = "http://127.0.0.1:8000",
    set_file: SetFile = None,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
) -> None:
    """Let simulated users talk with a running server until they are done or tired."""
    import httpx  # noqa: PLC0415

    from evaluation.personas import generate, score  # noqa: PLC0415
    from evaluation.personas.sets import PERSONAS  # noqa: PLC0415
    from ui.cli.progress import ProgressLine  # noqa: PLC0415

    with kept_in(out) as folder, httpx.Client(base_url=url, timeout=120) as client:
        generate(set_file or PERSONAS, folder, client, ProgressLine())
        show(score(folder), as_json, gate or ())


@app.command()
def monitor(
    context: typer.Context,
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="WEEK", help="As 2026-W48; none: the first.")
    ] = None,
    week: Annotated[
        str | None, typer.Option("--week", metavar="WEEK", help="Compared with it; none: the last.")
    ] = None,
    page_file: Annotated[
        Path | None, typer.Option("--page", metavar="FILE", help="Write it as HTML with plots.")
    ] = None,
    export_file: Annotated[
        Path | None,
        typer.Option("--export", metavar="FILE", help="Write rated turns with their thumbs, as JSON Lines."),
    ] = None,
    follow: Annotated[
        float | None,
        typer.Option("--follow", metavar="SECONDS", min=1, help="Go on, a pass every so often, until stopped."),
    ] = None,
    as_json: Json = False,
    gate: Gates = None,
) -> None:
    """Score the sampled turns of production and tell what drifted; a configured judge reads those it has not read."""
    while True:
        with _going_on(follow):
            _judge_new(context)
            _watch(context, (reference, week), page_file, export_file, as_json, gate or [])
        if follow is None:
            return
        time.sleep(follow)


@contextmanager
def _going_on(follow: float | None) -> Iterator[None]:
    """Let a pass that failed or missed a gate be followed by the next one, in one line on standard error."""
    try:
        yield
    except typer.Exit:
        if follow is None:
            raise
    except (ValueError, OSError, RuntimeError) as error:
        if follow is None:
            raise
        typer.echo(f"zeterka: {error}", err=True)


def _judge_new(context: typer.Context) -> None:
    from ui.models import judge_model  # noqa: PLC0415 - the models' clients

    settings = context.obj.settings()
    if (served := judge_model(settings)) is None:
        return
    from evaluation.monitoring.judged import FILE, judge_new  # noqa: PLC0415
    from evaluation.monitoring.run import turns_in  # noqa: PLC0415
    from ui.cli.progress import ProgressLine  # noqa: PLC0415

    turns = turns_in(settings.data_dir)
    asyncio.run(judge_new(turns, settings.data_dir / FILE, served, ProgressLine()))


def _watch(
    context: typer.Context,
    weeks: tuple[str | None, str | None],
    page_file: Path | None,
    export_file: Path | None,
    as_json: bool,
    gate: list[str],
) -> None:
    from evaluation.monitoring.run import monitored  # noqa: PLC0415 - scipy takes a second to import

    watched = monitored(context.obj.settings().data_dir, *weeks)
    if page_file:
        page_file.write_text(watched.page(), "utf-8")
    if export_file:
        typer.echo(f"{watched.export(export_file)} rated turns in {export_file}", err=True)
    if not as_json:
        typer.echo("\n".join(watched.lines()) + "\n")
    show(watched.as_json() if as_json else watched.scores, as_json, gate)
