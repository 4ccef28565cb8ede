"""``zeterka train``: models made from public data; needs the extra ``train``."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from retrieval.protocol import RecordIndexError

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)


class ExtraMissingError(RecordIndexError):
    """The libraries of training are not installed."""


@app.callback()
def train() -> None:
    """Train a model from public data."""


@app.command()
def embedding(
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="Folder that holds esco/ and kzis/.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the model and its card.")],
    records: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Our own records (*.jsonl) to learn from too.")
    ] = None,
    tokenizer: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A kept tokenizer.json, so that the run can be repeated.")
    ] = None,
) -> None:
    """Train the static embedding and write it, its tokenizer and its model card to a folder."""
    missing = [name for name in ("scipy", "onnx") if find_spec(name) is None]
    if missing:
        raise ExtraMissingError(f"training needs {' and '.join(missing)}: pip install 'zeterka[train]'")
    from retrieval.training.command import Training, train_embedding  # noqa: PLC0415 - numpy loads when one trains

    version = train_embedding(data, out, Training(records, tokenizer), progress=_show)
    typer.echo(f"zeterka-static {version} in {out}; see {out / 'MODEL_CARD.md'}")


def _show(step: str, done: int, total: int) -> None:
    typer.echo(f"{step} {done}/{total}", err=True)
