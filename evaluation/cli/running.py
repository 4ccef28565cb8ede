"""Running a task from its set to its printed scores, whatever the task."""

import asyncio
import inspect
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import typer

from evaluation.runs import lines_of, missed

if TYPE_CHECKING:
    from evaluation.bench import Bench

Scores = dict[str, Any]
GATE_MISSED = 3
OF_RAILS = ("guardrails", "grounding")
"""Tasks that need no index."""


def run_task(task: str, set_file: Path, folder: Path, bench: "Bench | None") -> Scores:
    """Generate and score one task; ``bench`` is wanted but for the rails. Raises what the task's verbs raise."""
    from ui.cli.progress import ProgressLine  # noqa: PLC0415 - commands load what they need

    verbs = import_module(f"evaluation.{task}")
    subject = () if bench is None else (bench.index,) if task == "retrieval" else (bench,)
    working = verbs.generate(set_file, folder, *subject, ProgressLine())
    if inspect.isawaitable(working):
        asyncio.run(_awaited(working))
    return dict(verbs.score(folder))


@contextmanager
def opened(context: typer.Context, task: str) -> Iterator["Bench | None"]:
    """Open what a task asks; nothing for the rails. Raises ``RecordIndexError`` and ``OSError``."""
    if task in OF_RAILS:
        yield None
        return
    from evaluation.bench import open_bench  # noqa: PLC0415 - LangGraph loads when a turn is wanted

    with open_bench(context.obj.settings()) as bench:
        yield bench


@contextmanager
def kept_in(out: Path | None) -> Iterator[Path]:
    """Give the folder of a run; one that nobody named is gone afterwards."""
    if out:
        out.mkdir(parents=True, exist_ok=True)
        yield out
        return
    with TemporaryDirectory(prefix="zeterka-eval-") as name:
        yield Path(name)


def show(scores: Scores, as_json: bool, gates: Sequence[str], missed_before: Sequence[str] = ()) -> None:
    """Print the scores; ends with 3 where a gate is missed. Raises ``GateError``."""
    for line in [json.dumps(scores, ensure_ascii=False)] if as_json else lines_of(scores):
        typer.echo(line)
    if found := [*missed_before, *missed(scores, gates)]:
        typer.echo(f"zeterka: gate missed: {', '.join(found)}", err=True)
        raise typer.Exit(GATE_MISSED)


async def _awaited(working: Any) -> Any:
    return await working
