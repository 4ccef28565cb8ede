"""One command a task of the contract, all with the same options."""

from collections.abc import Sequence
from pathlib import Path

import typer

from evaluation.cli.options import CorpusFile, Gates, Json, Out, SetFile, SplitOf, app
from evaluation.cli.running import kept_in, opened, run_task, show
from evaluation.defaults import Split, own_sets
from evaluation.slicing import taken

OF_TASKS = {
    "guardrails": "How well dangerous, foreign and personal messages are told from ordinary ones.",
    "grounding": "How well unfounded sentences are told from founded ones.",
    "answers": "How well single questions are answered, by what each expects of its answer.",
    "conversations": "How well whole conversations go.",
    "fairness": "Whether a protected attribute changes what is recommended.",
}


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
    if corpus is None:
        _run(context, "retrieval", _files("retrieval", set_file, split), as_json, out, gate or [])
        return
    if set_file is None:
        raise typer.BadParameter("--corpus needs the questions of its set: --set FILE")
    from evaluation.retrieval import generate_on_corpus, score  # noqa: PLC0415 - the engine loads when measured

    with kept_in(out) as folder:
        generate_on_corpus(set_file, folder, corpus)
        show(score(folder), as_json, gate or ())


def _run(
    context: typer.Context, task: str, sets: Sequence[Path], as_json: bool, out: Path | None, gates: list[str]
) -> None:
    with kept_in(out) as folder:
        set_path = taken(sets, 1, folder / "sets")
        with opened(context, task) as bench:
            scores = run_task(task, set_path, folder, bench)
        show(scores, as_json, gates)


def _files(task: str, set_file: Path | None, split: Split) -> Sequence[Path]:
    return (set_file,) if set_file else own_sets(task, split)


def _add(task: str, told: str) -> None:
    @app.command(task, help=told)
    def command(
        context: typer.Context,
        set_file: SetFile = None,
        split: SplitOf = Split.DEV,
        as_json: Json = False,
        out: Out = None,
        gate: Gates = None,
    ) -> None:
        _run(context, task, _files(task, set_file, split), as_json, out, gate or [])


for _task, _told in OF_TASKS.items():
    _add(_task, _told)
