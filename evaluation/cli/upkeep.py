"""``zeterka eval lint``: faults of the project's own sets."""

import typer

from evaluation.cli.options import app
from evaluation.defaults import Split, card_of, own_sets


@app.command()
def lint(context: typer.Context) -> None:
    """Look for duplicates, leaks between splits, dead record ids and expectations that cannot fail in our own sets."""
    from evaluation.linting import LINTED  # noqa: PLC0415
    from evaluation.linting import lint as faults_of  # noqa: PLC0415
    from ui.cli.progress import ProgressLine  # noqa: PLC0415
    from ui.desk import open_records  # noqa: PLC0415

    index = open_records(context.obj.settings(), ProgressLine())
    faults = [
        fault
        for task in LINTED
        for fault in faults_of(own_sets(task, Split.DEV), own_sets(task, Split.TEST), card_of(task), task, index)
    ]
    index.close()
    for fault in faults:
        typer.echo(str(fault))
    typer.echo(f"{len(faults)} faults in the sets of {', '.join(LINTED)}")
    if faults:
        raise typer.Exit(1)
