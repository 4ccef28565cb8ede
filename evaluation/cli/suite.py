"""``zeterka eval all``: every task on its own set, held by gates."""

from pathlib import Path

import typer

from evaluation.cli.options import Every, Gates, GatesFile, Json, Out, SplitOf, app
from evaluation.cli.running import OF_RAILS, Scores, kept_in, opened, run_task, show
from evaluation.defaults import TASKS, Split, own_sets


@app.command("all")
def everything(
    context: typer.Context,
    split: SplitOf = Split.DEV,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
    gates_file: GatesFile = None,
    every: Every = 1,
) -> None:
    """Run every task on its own set, each into a folder of its name."""
    from evaluation.gates import missed_of_all, read_gates  # noqa: PLC0415
    from evaluation.summary import table_of  # noqa: PLC0415

    gates = read_gates(gates_file) if gates_file else {}  # a file that cannot be read is said before, not after
    with kept_in(out) as folder:
        scores = _scores(context, split, every, folder)
    if not as_json:
        typer.echo("\n".join(table_of(scores)) + "\n")
    show(scores, as_json, gate or (), list(missed_of_all(scores, gates)))


def _scores(context: typer.Context, split: Split, every: int, folder: Path) -> Scores:
    from evaluation.slicing import taken  # noqa: PLC0415

    sets = {task: taken(own_sets(task, split), every, folder / "sets" / task) for task in TASKS}
    with opened(context, "answers") as bench:
        return {
            task: run_task(task, path, folder / task, None if task in OF_RAILS else bench)
            for task, path in sets.items()
        }
