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

from evaluation.defaults import TASKS, Split, own_set
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
GatesFile = Annotated[
    Path | None, typer.Option("--gates", metavar="FILE", help="Gates by task; exit with 3 unless all hold.")
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
    gates_file: GatesFile = None,
    every: Annotated[int, typer.Option("--every", min=1, help="Ask only every n-th line of each set.")] = 1,
) -> None:
    """Run every task on its own set, each into a folder of its name."""
    from evaluation.slicing import sliced  # noqa: PLC0415

    with _folder(out) as folder:
        sets = {task: sliced(own_set(task, split), every, folder / "sets" / task) for task in TASKS}
        scores = {
            "retrieval": _retrieval(context, sets["retrieval"], None, folder / "retrieval"),
            "grounding": _grounding(sets["grounding"], folder / "grounding"),
            "guardrails": _guardrails(sets["guardrails"], folder / "guardrails"),
            **{task: _asked(context, task, sets[task], folder / task) for task in ASKED},
        }
        from evaluation.gates import missed_of_all, read_gates  # noqa: PLC0415
        from evaluation.summary import table_of  # noqa: PLC0415

        if not as_json:
            typer.echo("\n".join(table_of(scores)) + "\n")
        found = list(missed_of_all(scores, read_gates(gates_file))) if gates_file else []
        _print(scores, as_json, gate or (), found)


@app.command()
def personas(
    url: Annotated[str, typer.Option("--url", help="Address of a running server.")] = "http://127.0.0.1:8000",
    set_file: SetFile = None,
    as_json: Json = False,
    out: Out = None,
    gate: Gates = None,
) -> None:
    """Let simulated users talk with a running server until they are done or tired."""
    import httpx  # noqa: PLC0415

    from evaluation.personas import read_personas, scores_of, talk  # noqa: PLC0415
    from evaluation.personas.sets import PERSONAS  # noqa: PLC0415

    with httpx.Client(base_url=url, timeout=120) as client:
        talks = [talk(one, client) for one in read_personas(set_file or PERSONAS)]
    scores = scores_of(talks)
    with _folder(out) as folder:
        kept = "".join(f"{one.model_dump_json()}\n" for one in talks)
        (folder / "generated.jsonl").write_text(kept, "utf-8")
        (folder / "scores.json").write_text(json.dumps(scores, indent=1, ensure_ascii=False), "utf-8")
    _print(scores, as_json, gate or ())


@app.command()
def ragas(run: Path, as_json: Json = False, gate: Gates = None) -> None:
    """Score a kept run of answers or conversations by the metrics of ragas that need no model."""
    from evaluation.metrics.ragas_free import open_ragas, scores_of_run  # noqa: PLC0415 - seconds to import

    scores = asyncio.run(scores_of_run(run, open_ragas()))
    (run / "ragas.json").write_text(json.dumps(scores, indent=1), "utf-8")
    _print(scores, as_json, gate or ())


@app.command()
def lint(context: typer.Context) -> None:
    """Look for duplicates, leaks between splits, dead record ids and expectations that cannot fail in our own sets."""
    from evaluation.linting import LINTED  # noqa: PLC0415
    from evaluation.linting import lint as faults_of  # noqa: PLC0415
    from ui.cli.progress import ProgressLine  # noqa: PLC0415
    from ui.desk import open_records  # noqa: PLC0415

    index = open_records(context.obj.settings(), ProgressLine())
    files = ((task, own_set(task, Split.DEV), own_set(task, Split.TEST)) for task in LINTED)
    faults = [fault for task, dev, test in files for fault in faults_of(dev, test, task, index)]
    index.close()
    for fault in faults:
        typer.echo(str(fault))
    typer.echo(f"{len(faults)} faults in the sets of {', '.join(LINTED)}")
    if faults:
        raise typer.Exit(1)


@app.command()
def monitor(
    context: typer.Context,
    reference: Annotated[
        str | None, typer.Option("--reference", metavar="WEEK", help="As 2026-W48; none: the first.")
    ] = None,
    week: Annotated[
        str | None, typer.Option("--week", metavar="WEEK", help="Compared with it; none: the last.")
    ] = None,
    page_file: Annotated[
        Path | None, typer.Option("--page", metavar="FILE", help="Write it as HTML with plots.")
    ] = None,
    export_file: Annotated[
        Path | None,
        typer.Option("--export", metavar="FILE", help="Write rated turns with their thumbs, as JSON Lines."),
    ] = None,
    as_json: Json = False,
    gate: Gates = None,
) -> None:
    """Score the sampled turns of production and tell what drifted from a reference week."""
    from evaluation.monitoring.run import monitored  # noqa: PLC0415 - scipy takes a second to import

    watched = monitored(context.obj.settings().data_dir, reference, week)
    if page_file:
        page_file.write_text(watched.page(), "utf-8")
    if export_file:
        typer.echo(f"{watched.export(export_file)} rated turns in {export_file}", err=True)
    if not as_json:
        typer.echo("\n".join(watched.lines()) + "\n")
    _print(watched.as_json() if as_json else watched.scores, as_json, gate or ())


@app.command()
def diff(run_a: Path, run_b: Path, as_json: Json = False) -> None:
    """Compare two kept runs: scores, what they were made with, which cases changed, and whether it is chance."""
    for folder_a, folder_b, name in _pairs(run_a, run_b):
        _diff(folder_a, folder_b, name, as_json=as_json)


def _pairs(run_a: Path, run_b: Path) -> list[tuple[Path, Path, str]]:
    """A folder of ``eval all`` holds a run a task; tasks that both have are compared."""
    tasks = [task for task in TASKS if (run_a / task).is_dir() and (run_b / task).is_dir()]
    return [(run_a / task, run_b / task, task) for task in tasks] or [(run_a, run_b, "")]


def _diff(run_a: Path, run_b: Path, name: str, *, as_json: bool) -> None:
    changed: dict[str, Any] = dict(differences(read_scores(run_a), read_scores(run_b)))
    lines = [f"{one}  {before:g} → {after:g}  ({after - before:+.4g})" for one, (before, after) in changed.items()]
    if _comparable(run_a, run_b):
        from evaluation.comparing import compare  # noqa: PLC0415 - numpy and every task's reader

        compared = compare(run_a, run_b)
        changed["cases"] = compared.as_json()
        lines += compared.lines()
    if as_json:
        typer.echo(json.dumps({name: changed} if name else changed, ensure_ascii=False))
        return
    for line in [*([f"== {name}"] if name else []), *(lines or ["no score differs"])]:
        typer.echo(line)


def _comparable(run_a: Path, run_b: Path) -> bool:
    return all((run / file).is_file() for run in (run_a, run_b) for file in ("config.json", "generated.jsonl"))


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


def _print(scores: Scores, as_json: bool, gates: Sequence[str], missed_before: Sequence[str] = ()) -> None:
    for line in [json.dumps(scores, ensure_ascii=False)] if as_json else lines_of(scores):
        typer.echo(line)
    if found := [*missed_before, *missed(scores, gates)]:
        typer.echo(f"zeterka: gate missed: {', '.join(found)}", err=True)
        raise typer.Exit(GATE_MISSED)
