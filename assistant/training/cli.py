"""``zeterka train reader``: what the embedded model reads questions with."""

from pathlib import Path
from typing import Annotated

import typer

from guardrails.training import require_scikit_learn

DATA = Path(__file__).parents[1] / "models" / "embedded" / "learnt" / "training"


def reader(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the weights and their cards.")],
    records: Annotated[Path, typer.Option(metavar="DIR", help="The records, *.jsonl: their names and rules.")],
    index: Annotated[Path, typer.Option(metavar="DIR", help="The index built of them.")],
    data: Annotated[Path, typer.Option("--data", metavar="DIR", help="Written questions.")] = DATA,
) -> None:
    """Train what the embedded model reads questions with: wants, their subjects, rules, and what is not held."""
    require_scikit_learn()
    from assistant.training.command import train  # noqa: PLC0415 - scikit-learn loads when one trains
    from retrieval import open_index  # noqa: PLC0415

    cards = train(out, records, open_index(index), data, say=lambda line: typer.echo(line, err=True))
    for name in ("wants", "naming"):
        told = ", ".join(f"{part} {value:.1%}" for part, value in cards[name]["other_writers"].items())
        typer.echo(f"{name}, on writers not learnt from: {told}")
    unheld = cards["unheld"]["on_blocks_not_learnt_from"]["0.5"]
    typer.echo("not held, taken for it: " + ", ".join(f"{part} {value:.1%}" for part, value in unheld.items()))
    typer.echo(f"rules, right one first: {cards['rules']['right_first_on_questions_not_learnt_from']:.1%}")
    for name in ("turns", "refers"):
        typer.echo(f"{name}, in conversations of writers not learnt from: {cards[name]['other_writers']:.1%}")
