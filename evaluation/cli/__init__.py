"""``zeterka eval``: one command a task; each loads its task when it is named."""

from evaluation.cli import kept, production, suite, tasks, upkeep  # noqa: F401 - each adds its commands to the app
from evaluation.cli.options import app

__all__ = ["app"]
