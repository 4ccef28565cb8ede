"""``zeterka serve``: the HTTP API and the chat page."""

from typing import Annotated

import typer

from ui.cli.console import complain
from ui.cli.progress import ProgressLine

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes that serve.")] = None,
) -> None:
    """Serve the API and the chat page; builds the index first where there is none."""
    from ui.configuration import unknown_variables, writable  # noqa: PLC0415
    from ui.desk import open_records  # noqa: PLC0415 - the engine loads when it is needed
    from ui.http.server import run_server  # noqa: PLC0415

    settings = context.obj.settings(host=host, port=port, workers=workers)
    writable(settings.data_dir)
    for name in unknown_variables():
        complain(f"unknown setting {name}: misspelt?")
    open_records(settings, ProgressLine()).close()
    run_server(settings)
