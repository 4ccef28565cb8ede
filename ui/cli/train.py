"""``zeterka train``: the models that the package ships, made again from data."""

import typer

from assistant.training.cli import reader
from guardrails.training.cli import rails
from retrieval.training.cli import embedding

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
app.command()(embedding)
app.command()(rails)
app.command()(reader)


@app.callback()
def train() -> None:
    """Train a model from public data or from written examples."""
