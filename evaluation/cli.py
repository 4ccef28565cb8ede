"""``zeterka eval``: one command a task; each loads its task when it is named."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from evaluation.runs import NotHereError, differences, lines_of, missed, read_scores

Scores = dict[str, Any]
GATE_MISSED = 3
MISSING = ("answers", "fairness", "conversations")
"""Tasks of the contract that this version does not have."""

SetFile = Annotated[Path | None, typer.Option("--set", metavar="FILE", help="Questions; none: the project's own.")]
CorpusFile = Annotated[Path | None, typer.Option("--corpus", metavar="FILE", help="A foreign collection to index.")]
Json = Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")]
Gates = Annotated[
    list[str] | None, typer.Option("--gate", metavar="NAME>=N", help="Exit with 3 unless it holds; may be repeated.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Folder of the run; none: nothing is kept.")]

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Measure how well a task is done."
)


@app.command()
def retrieval(
    context: typer.Context,
    set_file: SetFile = None,
    corpus: CorpusFile = None,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
) -> None:
    """How well records, or the documents of a foreign collection, are found."""
    if corpus and not set_file:
        raise typer.BadParameter("--corpus needs the questions of its set: --set FILE")
    with _folder(out) as folder:
        _print(_retrieval(context, set_file, corpus, folder), as_json, gate or ())


@app.command()
def guardrails(set_file: SetFile = None, as_json: Json = False, out: Out = None, gate: Gates = None) -> None:
    """How well dangerous, foreign and personal messages are told from ordinary ones."""
    with _folder(out) as folder:
        _print(_guardrails(set_file, folder), as_json, gate or ())


@app.command()
def grounding(set_file: SetFile = None, as_json: Json = False, out: Out = None, gate: Gates = None) -> None:
    """How well unfounded sentences are told from founded ones."""
    with _folder(out) as folder:
        _print(_grounding(set_file, folder), as_json, gate or ())


@app.command("all")
def everything(context: typer.Context, as_json: Json = False, out: Out = None, gate: Gates = None) -> None:
    """Run every task on its own set, each into a folder of its name."""
    with _folder(out) as folder:
        scores = {
            "retrieval": _retrieval(context, None, None, folder / "retrieval"),
            "grounding": _grounding(None, folder / "grounding"),
            "guardrails": _guardrails(None, folder / "guardrails"),
        }
        typer.echo(f"not in this version: {', '.join(MISSING)}", err=True)
        _print(scores, as_json, gate or ())


@app.command()
def diff(run_a: Path, run_b: Path, as_json: Json = False) -> None:
    """Compare the scores of two kept runs."""
    changed = differences(read_scores(run_a), read_scores(run_b))
    if as_json:
        typer.echo(json.dumps(changed, ensure_ascii=False))
        return
    for name, (before, after) in changed.items():
        typer.echo(f"{name}  {before:g} → {after:g}  ({after - before:+.4g})")
    if not changed:
        typer.echo("no score differs")


def _not_here(task: str) -> None:
    def refuse(set_file: SetFile = None, as_json: Json = False, out: Out = None) -> None:  # noqa: ARG001
        raise NotHereError(f"this version has no eval {task}; it has retrieval, grounding and guardrails")

    app.command(task, help="Not in this version.")(refuse)


for _task in MISSING:
    _not_here(_task)


def _retrieval(context: typer.Context, set_file: Path | None, corpus: Path | None, folder: Path) -> Scores:
    from evaluation.retrieval import run, run_on_corpus  # noqa: PLC0415 - the engine loads when it is measured

    if corpus and set_file:
        return run_on_corpus(set_file, folder, corpus)
    from ui.cli.progress import ProgressLine  # noqa: PLC0415
    from ui.desk import open_records  # noqa: PLC0415

    index = open_records(context.obj.settings(), ProgressLine())
    try:
        return run(set_file, folder, index)
    finally:
        index.close()


def _guardrails(set_file: Path | None, folder: Path) -> Scores:
    from evaluation.guardrails import run  # noqa: PLC0415

    return run(set_file, folder)


def _grounding(set_file: Path | None, folder: Path) -> Scores:
    from evaluation.grounding import generate, score  # noqa: PLC0415
    from evaluation.grounding.sets import DATA  # noqa: PLC0415

    generate(set_file or DATA / "dev.jsonl", folder)
    return score(folder)


@contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    """Give the folder of a run; one that nobody named is gone afterwards."""
    if out:
        out.mkdir(parents=True, exist_ok=True)
        yield out
        return
    with TemporaryDirectory(prefix="zeterka-eval-") as name:
        yield Path(name)


def _print(scores: Scores, as_json: bool, gates: Sequence[str]) -> None:
    for line in [json.dumps(scores, ensure_ascii=False)] if as_json else lines_of(scores):
        typer.echo(line)
    if found := missed(scores, gates):
        typer.echo(f"zeterka: gate missed: {', '.join(found)}", err=True)
        raise typer.Exit(GATE_MISSED)
