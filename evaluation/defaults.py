"""The project's own sets: which files a task is measured on, for development and for reporting."""

from enum import StrEnum
from pathlib import Path

from evaluation.lines import SetError

_ROOM = Path(__file__).parent


class Split(StrEnum):
    """``dev`` may be looked at while building; ``test`` only reports."""

    DEV = "dev"
    TEST = "test"


_FILES: dict[str, dict[Split, tuple[str, ...]]] = {
    "answers": {Split.DEV: ("dev", "dev_more", "dev3", "dev4", "dev5"), Split.TEST: ("test", "test2")},
    "conversations": {Split.DEV: ("dev", "dev_more", "dev3", "dev4", "dev5"), Split.TEST: ("test", "test2")},
    "fairness": {Split.DEV: ("dev", "dev2", "dev3", "dev4", "dev5"), Split.TEST: ("test",)},
    "grounding": {Split.DEV: ("dev", "dev2", "dev3", "dev5"), Split.TEST: ("test",)},
    "guardrails": {
        Split.DEV: ("dev_input", "dev2_input", "dev3_input", "dev4_input", "dev5_input", "dev6_input"),
        Split.TEST: ("test_input",),
    },
    "retrieval": {Split.DEV: ("questions_dev",), Split.TEST: ("questions_test",)},
}
"""A set that was spent by being looked at moves to ``dev``; its card says when."""
TASKS = tuple(_FILES)


def own_sets(task: str, split: Split = Split.DEV) -> tuple[Path, ...]:
    """Return the files of a task; raises ``SetError`` where one is not there."""
    paths = tuple(_ROOM / task / "data" / f"{name}.jsonl" for name in _FILES[task][split])
    if missing := [path.name for path in paths if not path.is_file()]:
        raise SetError(f"there is no {split} set for {task} ({', '.join(missing)})")
    return paths


def card_of(task: str) -> Path:
    """Return the data card of a task's sets."""
    return _ROOM / task / "data" / "README.md"
