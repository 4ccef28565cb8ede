"""Scoring a kept run again, whatever its task."""

from importlib import import_module
from pathlib import Path
from typing import Any

from evaluation.defaults import TASKS
from evaluation.folder import read_config
from evaluation.runs import RunError

_SCORERS = {**{task: f"evaluation.{task}" for task in (*TASKS, "personas")}, "judge": "evaluation.judge.score"}


def rescored(run: Path) -> dict[str, Any]:
    """Write the scores and the page of a run anew and return the scores; raises ``RunError``, ``SetError``."""
    task = read_config(run).get("task", "")
    if task not in _SCORERS:
        raise RunError(f"{run} holds a run of no known task ({task!r})")
    return dict(import_module(_SCORERS[task]).score(run))
