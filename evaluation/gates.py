"""Gates kept in a file: for each task the scores that must hold, so that a change for the worse fails a build."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from evaluation.runs import GateError, missed

GATES = Path(__file__).parent / "gates.yaml"


def read_gates(path: Path = GATES) -> dict[str, tuple[str, ...]]:
    """Return task → its gates (``right_status>=0.9``); raises ``GateError``."""
    try:
        tree = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise GateError(f"{path} holds no gates: {error}") from error
    if not isinstance(tree, dict) or not all(isinstance(gates, list) for gates in tree.values()):
        raise GateError(f"{path} holds no gates: write TASK: [NAME>=NUMBER, …]")
    return {str(task): tuple(map(str, gates)) for task, gates in tree.items()}


def missed_of_all(scores: Mapping[str, Any], gates: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the missed gates of every task that was run, each under its task's name; raises ``GateError``."""
    for task, wanted in gates.items():
        if task in scores:
            yield from (f"{task}/{gate}" for gate in missed(scores[task], wanted))
