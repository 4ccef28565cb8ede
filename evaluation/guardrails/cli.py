"""``zeterka eval guardrails``: generate and score in one go."""

from pathlib import Path

from evaluation.guardrails.generate import generate
from evaluation.guardrails.score import Scores, score
from evaluation.guardrails.sets import DATA

DEFAULT_SET = DATA / "dev_input.jsonl"


def run(set_path: Path | None, out: Path) -> Scores:
    """Run the task on ``set_path`` (the development set where none is given); raises ``SetError`` and ``OSError``."""
    generate(set_path or DEFAULT_SET, out)
    return score(out)
