"""The options that commands share, and the app they are added to."""

from pathlib import Path
from typing import Annotated

import typer

from evaluation.defaults import Split

SetFile = Annotated[Path | None, typer.Option("--set", metavar="FILE", help="Questions; none: the project's own.")]
CorpusFile = Annotated[Path | None, typer.Option("--corpus", metavar="FILE", help="A foreign collection to index.")]
SplitOf = Annotated[Split, typer.Option("--split", help="Which of the project's own sets.")]
Json = Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")]
Gates = Annotated[
    list[str] | None, typer.Option("--gate", metavar="NAME>=N", help="Exit with 3 unless it holds; may be repeated.")
]
GatesFile = Annotated[
    Path | None, typer.Option("--gates", metavar="FILE", help="Gates by task; exit with 3 unless all hold.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Folder of the run; none: nothing is kept.")]
Every = Annotated[int, typer.Option("--every", min=1, help="Take only every n-th line of each set.")]

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Measure how well a task is done."
)
