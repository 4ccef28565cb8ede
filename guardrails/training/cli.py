"""``zeterka train rails``: the input rails' classifier."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from guardrails.training import TrainingError
from guardrails.training.examples import DATA


def rails(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the weights and their card.")],
    data: Annotated[
        Path, typer.Option("--data", metavar="DIR", help="Written examples: *.jsonl, and *.yaml of patterns.")
    ] = DATA,
    dev: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A labelled set to set thresholds on, learnt from afterwards. Repeatable."),
    ] = None,
) -> None:
    """Train the classifier of the input rails and write it and its card to a folder."""
    missing = [name for name in ("sklearn", "scipy") if find_spec(name) is None]
    if missing:
        raise TrainingError(f"training needs {' and '.join(missing)}: pip install 'zeterka[train]'")
    from guardrails.training.command import train  # noqa: PLC0415 - scikit-learn loads when one trains

    card = train(out, data, dev or (), say=lambda line: typer.echo(line, err=True))
    typer.echo(f"{sum(card['examples'].values())} examples learnt; rails.npz and rails.json are in {out}")
