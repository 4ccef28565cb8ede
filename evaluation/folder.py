"""The folder of a run: one writer, lines appended as they are made, so that a run that was killed goes on."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from filelock import FileLock, Timeout
from pydantic import BaseModel

from evaluation.runs import RunError

GENERATED, CONFIG = "generated.jsonl", "config.json"
_FREE = frozenset({"started_at", "versions"})
"""What may differ between the two halves of one run."""


Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done, and of how many."""
LineT = TypeVar("LineT")


def no_progress(_what: str, _done: int, _total: int) -> None:
    """Tell nobody."""


class Writer:
    """Appends lines; ``done`` are those that an earlier process of the same run has written."""

    def __init__(self, file: BinaryIO, done: int) -> None:
        self._file = file
        self.done = done

    def write(self, row: BaseModel) -> None:
        """Append one line; it is on its way to the disk when this returns."""
        self._file.write(row.model_dump_json().encode() + b"\n")
        self._file.flush()


@contextmanager
def writing(out: Path, config: Mapping[str, Any]) -> Iterator[Writer]:
    """Begin or go on with the run that ``config`` describes; raises ``RunError`` where the folder holds another.

    A last line that was cut off is written anew.
    """
    out.mkdir(parents=True, exist_ok=True)
    lock = FileLock(out / ".lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise RunError(f"another run is writing to {out}") from error
    try:
        _same_run(out, config)
        with (out / GENERATED).open("a+b") as file:
            yield Writer(file, _whole_lines(file))
    finally:
        (out / ".lock").unlink(missing_ok=True)
        lock.release()


def rest(lines: Iterable[LineT], total: int, writer: Writer, progress: Progress) -> Iterator[LineT]:
    """Yield the lines that the run does not have yet, and tell of each when the next is wanted."""
    for done, line in enumerate(islice(lines, writer.done, None), writer.done + 1):
        yield line
        progress("asking", done, total)


def read_config(out: Path) -> dict[str, Any]:
    """Return ``config.json`` of a run; raises ``RunError``."""
    try:
        return dict(json.loads((out / CONFIG).read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise RunError(f"{out} holds no run: {error}") from error


def _same_run(out: Path, config: Mapping[str, Any]) -> None:
    written = json.loads(json.dumps(config))
    if (out / GENERATED).exists():
        kept = read_config(out)
        if other := sorted(name for name in {*kept, *written} - _FREE if kept.get(name) != written.get(name)):
            raise RunError(f"{out} holds another run ({', '.join(other)} differ); name another folder")
        return
    (out / CONFIG).write_text(json.dumps(written, indent=1, ensure_ascii=False), "utf-8")


def _whole_lines(file: BinaryIO) -> int:
    """Count the lines and cut off what stands after the last of them."""
    file.seek(0)
    count = end = 0
    for line in file:
        if line.endswith(b"\n"):
            count, end = count + 1, end + len(line)
    file.truncate(end)
    return count
