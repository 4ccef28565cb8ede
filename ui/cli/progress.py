"""How far a long work is, on standard error: a moving line in a terminal, a line a step elsewhere."""

import sys


class ProgressLine:
    """Shows steps of a work; silent where it is told to be."""

    def __init__(self) -> None:
        self._step = ""
        self._moving = sys.stderr.isatty()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` of ``step`` is done."""
        if self._moving:
            share = f" {done * 100 // total} %" if total else ""
            sys.stderr.write(f"\r\x1b[K{step}{share}" + ("\n" if total and done >= total else ""))
            sys.stderr.flush()
        elif step != self._step:
            sys.stderr.write(f"{step}…\n")
        self._step = step
