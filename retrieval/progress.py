"""How a long work tells how far it is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with the name of the step, how much of it is done and how much there is."""


def silent(_step: str, _done: int, _total: int) -> None:
    """Tell nobody."""
