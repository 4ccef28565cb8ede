"""The project's own sets: a development and a test file for each task."""

from enum import StrEnum
from pathlib import Path

from evaluation.lines import SetError

_ROOM = Path(__file__).parent
_NAMES = {
    "answers": "{}.jsonl",
    "conversations": "{}.jsonl",
    "fairness": "{}.jsonl",
    "grounding": "{}.jsonl",
    "guardrails": "{}_input.jsonl",
    "retrieval": "questions_{}.jsonl",
}
TASKS = tuple(_NAMES)


class Split(StrEnum):
    """``dev`` may be looked at while building; ``test`` only reports."""

    DEV = "dev"
    TEST = "test"


def own_set(task: str, split: Split = Split.DEV) -> Path:
    """Return the file of a task; raises ``SetError`` where the project has none."""
    path = _ROOM / task / "data" / _NAMES[task].format(split)
    if not path.is_file():
        raise SetError(f"there is no {split} set for {task} ({path.name})")
    return path
