"""A download that can be broken off anywhere and goes on: raw JSON Lines and a state file beside them."""

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from ingest.files import write_atomically
from ingest.sources.errors import SourceError
from ingest.sources.pages import Page, PageReader, Raw
from ingest.sources.polite import Query

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class State:
    """How far a download is: what was asked, the length of the raw file that counts, where to go on."""

    asked: dict[str, str]
    size: int = 0
    received: int = 0
    following: dict[str, str] | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Download:
    """A finished download: its raw file, how many records it holds, and how many the server announced."""

    path: Path
    received: int
    announced: int | None


class Downloader:
    """Reads a list into ``folder/name.raw.jsonl``; ``name.state.json`` says how much of it counts."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / f"{name}.raw.jsonl"
        self._state_path = folder / f"{name}.state.json"

    def run(self, reader: PageReader, asked: Query, progress: Progress | None = None) -> Download:
        """Download what is missing; a finished or different earlier download is begun anew.

        Raises ``SourceError`` when the source fails; what came until then is kept for the next time.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        state = self._resume(reader, dict(asked))
        announced: int | None = None
        with self.path.open("r+b" if state.size else "w+b", buffering=0) as raw:
            raw.truncate(state.size)
            raw.seek(state.size)
            for page in reader.pages(state.following):
                state = self._keep(raw.fileno(), page, state)
                announced = page.count if page.count is not None else announced
                if progress:
                    progress("download", state.received, max(announced or 0, state.received))
        write_atomically(self._state_path, json.dumps(asdict(replace(state, following=None, done=True))))
        return Download(self.path, state.received, announced)

    def _keep(self, descriptor: int, page: Page, state: State) -> State:
        """Write one page and only then the state that counts it."""
        content = "".join(json.dumps(record) + "\n" for record in page.records).encode("ascii")
        _write_all(descriptor, content)
        os.fsync(descriptor)
        after = State(
            state.asked,
            state.size + len(content),
            state.received + len(page.records),
            dict(page.next) if page.next else None,
            done=page.next is None,
        )
        write_atomically(self._state_path, json.dumps(asdict(after)))
        return after

    def _resume(self, reader: PageReader, asked: dict[str, str]) -> State:
        state = self._read_state()
        usable = state is not None and state.asked == asked and not state.done
        if state is None or not usable or not self.path.exists() or self.path.stat().st_size < state.size:
            return State(asked)
        for record in read_raw(self.path, state.size):
            reader.remember(record)
        return state

    def _read_state(self) -> State | None:
        try:
            return State(**json.loads(self._state_path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None


def read_raw(path: Path, size: int | None = None) -> list[Raw]:
    """Read raw records, of the first ``size`` bytes only where given; raises ``SourceError``."""
    try:
        content = path.read_bytes()[:size]
        return [json.loads(line) for line in content.splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: {error}") from error


def _write_all(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
