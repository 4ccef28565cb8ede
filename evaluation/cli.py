"""``zeterka eval``: one command a task; each loads its task when it is named."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from evaluation.defaults import Split, own_set
from evaluation.runs import differences, lines_of, missed, read_scores

Scores = dict[str, Any]
GATE_MISSED = 3
ASKED = ("answers", "conversations", "fairness")
"""Tasks that put questions to the whole assistant."""

SetFile = Annotated[Path | None, typer.Option("--set", metavar="FILE", help="Questions; none: the project's own.")]
CorpusFile = Annotated[Path | None, typer.Option("--corpus", metavar="FILE", help="A foreign collection to index.")]
SplitOf = Annotated[Split, typer.Option("--split", help="Which of the project's own sets.")]
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
    split: SplitOf = Split.DEV,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
) -> None:
    """How well records, or the documents of a foreign collection, are found."""
    if corpus and not set_file:
        raise typer.BadParameter("--corpus needs the questions of its set: --set FILE")
    with _folder(out) as folder:
        _print(_retrieval(context, set_file or own_set("retrieval", split), corpus, folder), as_json, gate or ())


@app.command()
def guardrails(
    set_file: SetFile = None, split: SplitOf = Split.DEV, as_json: Json = False, out: Out = None, gate: Gates = None
) -> None:
    """How well dangerous, foreign and personal messages are told from ordinary ones."""
    with _folder(out) as folder:
        _print(_guardrails(set_file or own_set("guardrails", split), folder), as_json, gate or ())


@app.command()
def grounding(
    set_file: SetFile = None, split: SplitOf = Split.DEV, as_json: Json = False, out: Out = None, gate: Gates = None
) -> None:
    """How well unfounded sentences are told from founded ones."""
    with _folder(out) as folder:
        _print(_grounding(set_file or own_set("grounding", split), folder), as_json, gate or ())


@app.command()
def answers(
    context: typer.Context,
    set_file: SetFile = None,
    split: SplitOf = Split.DEV,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
) -> None:
    """How well single questions are answered, by what each expects of its answer."""
    with _folder(out) as folder:
        _print(_asked(context, "answers", set_file or own_set("answers", split), folder), as_json, gate or ())


@app.command()
def conversations(
    context: typer.Context,
    set_file: SetFile = None,
    split: SplitOf = Split.DEV,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
) -> None:
    """How well whole conversations go."""
    with _folder(out) as folder:
        _print(
            _asked(context, "conversations", set_file or own_set("conversations", split), folder), as_json, gate or ()
        )


@app.command()
def fairness(
    context: typer.Context,
    set_file: SetFile = None,
    split: SplitOf = Split.DEV,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
) -> None:
    """Whether a protected attribute changes what is recommended."""
    with _folder(out) as folder:
        _print(_asked(context, "fairness", set_file or own_set("fairness", split), folder), as_json, gate or ())


@app.command("all")
def everything(
    context: typer.Context,
    split: SplitOf = Split.DEV,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
) -> None:
    """Run every task on its own set, each into a folder of its name."""
    with _folder(out) as folder:
        scores = {
            "retrieval": _retrieval(context, own_set("retrieval", split), None, folder / "retrieval"),
            "grounding": _grounding(own_set("grounding", split), folder / "grounding"),
            "guardrails": _guardrails(own_set("guardrails", split), folder / "guardrails"),
            **{task: _asked(context, task, own_set(task, split), folder / task) for task in ASKED},
        }
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


def _retrieval(context: typer.Context, set_file: Path, corpus: Path | None, folder: Path) -> Scores:
    from evaluation.retrieval import run, run_on_corpus  # noqa: PLC0415 - the engine loads when it is measured

    if corpus:
        return run_on_corpus(set_file, folder, corpus)
    from ui.cli.progress import ProgressLine  # noqa: PLC0415
    from ui.desk import open_records  # noqa: PLC0415

    index = open_records(context.obj.settings(), ProgressLine())
    try:
        return run(set_file, folder, index)
    finally:
        index.close()


def _guardrails(set_file: Path, folder: Path) -> Scores:
    from evaluation.guardrails import run  # noqa: PLC0415

    return run(set_file, folder)


def _grounding(set_file: Path, folder: Path) -> Scores:
    from evaluation.grounding import generate, score  # noqa: PLC0415

    generate(set_file, folder)
    return score(folder)


def _asked(context: typer.Context, task: str, set_file: Path, folder: Path) -> Scores:
    """Run a task that puts questions to the assistant."""
    from evaluation.bench import open_bench  # noqa: PLC0415 - LangGraph loads when a turn is wanted
    from ui.cli.progress import ProgressLine  # noqa: PLC0415

    verbs = import_module(f"evaluation.{task}")
    with open_bench(context.obj.settings()) as bench:
        asyncio.run(verbs.generate(set_file, folder, bench, ProgressLine()))
    return dict(verbs.score(folder))


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
