"""The units of a kept run, whatever its task: what ``diff`` compares."""

from collections.abc import Callable, Iterator
from pathlib import Path

from evaluation import fairness, grounding, guardrails, personas, retrieval, scoring
from evaluation.folder import read_config
from evaluation.judge.score import units_of as judged_units
from evaluation.runs import RunError
from evaluation.units import Unit

_READERS: dict[str, Callable[[Path], Iterator[Unit]]] = {
    "answers": scoring.units_of,
    "conversations": scoring.units_of,
    "fairness": fairness.units_of,
    "retrieval": retrieval.units_of,
    "guardrails": guardrails.units_of,
    "grounding": grounding.units_of,
    "personas": personas.units_of,
    "judge": judged_units,
}


def units_of(run: Path) -> Iterator[Unit]:
    """Yield the units of a run; raises ``RunError`` and ``SetError``."""
    task = read_config(run).get("task", "")
    if task not in _READERS:
        raise RunError(f"{run} holds a run of no known task ({task!r})")
    return _READERS[task](run)
