"""A way to run a program that may hang: a pattern cannot be interrupted, a process can be killed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import guardrails

SECONDS = 240


@pytest.fixture(scope="session")
def said_by() -> Callable[[Path], str]:
    """Run a program of these tests, killed when it hangs; return what it printed, or fail with its errors."""

    def run(program: Path) -> str:
        ended = subprocess.run(
            [sys.executable, str(program)],
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(guardrails.__file__).parent.parent)},
        )
        return ended.stdout.strip() or ended.stderr[-2000:]

    return run
