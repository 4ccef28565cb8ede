"""Commands over kept runs: compared, scored by ragas, read by a judge."""

import asyncio
import json
from pathlib import Path
from typing import Annotated, Any

import typer

from evaluation.cli.options import Every, Gates, Json, app
from evaluation.cli.running import show
from evaluation.defaults import TASKS
from evaluation.runs import differences, read_scores


@app.command()
def score(run: Path, as_json: Json = False, gate: Gates = None) -> None:
    """Score a kept run again from its folder alone, whatever its task."""
    from evaluation.rescoring import rescored  # noqa: PLC0415 - every task's reader

    show(rescored(run), as_json, gate or ())


@app.command()
def ragas(run: Path, as_json: Json = False, gate: Gates = None) -> None:
    """Score a kept run of answers or conversations by the metrics of ragas that need no model."""
    from evaluation.metrics.ragas_free import open_ragas, scores_of_run  # noqa: PLC0415 - seconds to import

    scores = asyncio.run(scores_of_run(run, open_ragas()))
    (run / "ragas.json").write_text(json.dumps(scores, indent=1), "utf-8")
    show(dict(scores), as_json, gate or ())


@app.command()
def judge(
    context: typer.Context,
    run: Path,
    repetitions: Annotated[
        int, typer.Option("--repetitions", min=1, max=20, help="How often each case is judged.")
    ] = 3,
    every: Every = 1,
    as_json: Json = False,
    gate: Gates = None,
) -> None:
    """Let the model of ZETERKA_JUDGE_FILE judge a kept run of answers or conversations; goes on where it stopped."""
    from evaluation.judge.generate import FOLDER, generate  # noqa: PLC0415 - the models' clients
    from evaluation.judge.score import score as score_verdicts  # noqa: PLC0415
    from ui.cli.progress import ProgressLine  # noqa: PLC0415
    from ui.configuration import SettingsError, variable  # noqa: PLC0415
    from ui.models import judge_model  # noqa: PLC0415

    served = judge_model(context.obj.settings())
    if served is None:
        raise SettingsError(f"there is no judge: describe one in a file and name it in {variable('judge_file')}")
    asyncio.run(generate(run, served, repetitions, every, ProgressLine()))
    show(score_verdicts(run / FOLDER), as_json, gate or ())


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
