"""No pattern of the rails is slow: each meets long hostile texts, in a process that is killed when it hangs."""

from collections.abc import Callable
from pathlib import Path

PROBE = Path(__file__).parent / "linear_probe.py"


def test_every_pattern_ends_on_hostile_text(said_by: Callable[[Path], str]) -> None:
    assert said_by(PROBE) == "done"
