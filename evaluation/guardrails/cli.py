"""``zeterka eval guardrails``: generate and score in one go."""

from pathlib import Path

from evaluation.guardrails.generate import generate
from evaluation.guardrails.score import Scores, score


def run(set_path: Path, out: Path) -> Scores:
    """Run the task on ``set_path``; raises ``SetError`` and ``OSError``."""
    generate(set_path, out)
    return score(out)
