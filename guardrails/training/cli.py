"""``zeterka train rails``: the input rails' classifier and the grounding rail's small model."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from guardrails.training import TrainingError, require_scikit_learn
from guardrails.training.examples import DATA


class Part(StrEnum):
    """What can be trained alone."""

    INPUT = "input"
    GROUNDING = "grounding"


def rails(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the weights and their card.")],
    data: Annotated[
        Path, typer.Option("--data", metavar="DIR", help="Written examples: *.jsonl, and *.yaml of patterns.")
    ] = DATA,
    dev: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="A labelled set to set thresholds on, learnt from afterwards. Repeatable."),
    ] = None,
    grounding: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Labelled answers the grounding model learns from too. Repeatable."),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(metavar="CARD", help="A card whose thresholds are kept, instead of setting them anew."),
    ] = None,
    only: Annotated[Part | None, typer.Option(help="Train one of the two alone.")] = None,
) -> None:
    """Train the input rails' classifier and the grounding model, and write them and their cards to a folder."""
    if only is not Part.GROUNDING:
        _input(out, data, dev or (), keep)
    if only is not Part.INPUT:
        _grounding(out / "grounding", grounding or ())


def _grounding(out: Path, more: Sequence[Path]) -> None:
    from guardrails.output.training import WRITTEN, TrainingSetError, train  # noqa: PLC0415 - numpy loads when one trains

    try:
        card = train([*WRITTEN, *more], out)
    except TrainingSetError as error:
        raise TrainingError(str(error)) from error
    told = " and ".join(f"{count} {name}" for name, count in card["sentences"].items())
    typer.echo(f"{told} sentences learnt; model.json and model-card.json are in {out}")


def _input(out: Path, data: Path, dev: Sequence[Path], keep: Path | None) -> None:
    require_scikit_learn()
    from guardrails.training.command import train  # noqa: PLC0415 - scikit-learn loads when one trains

    card = train(out, data, dev, keep=keep, say=lambda line: typer.echo(line, err=True))
    typer.echo(f"{sum(card['examples'].values())} examples learnt; rails.npz and rails.json are in {out}")
