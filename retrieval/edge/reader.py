"""The serving snapshot, whichever it is: a swap is noticed at the next question."""

from pathlib import Path
from threading import Lock

from retrieval.edge import layout
from retrieval.edge.engine import EdgeEngine
from retrieval.embedding.base import Embedder
from retrieval.index import EngineIndex
from retrieval.protocol import RecordIndexError
from retrieval.serving import ServingIndex

Mark = tuple[int, int]


class EdgeIndex(ServingIndex):
    """A ``RecordIndex`` over ``root``; opens the snapshot again when the pointer was swapped."""

    def __init__(self, root: Path, embedder: Embedder | None) -> None:
        """Open the serving snapshot; raises ``IndexMissingError`` or ``IndexCorruptError``."""
        self._root = root
        self._embedder = embedder
        self._lock = Lock()
        self._mark = self._seen()
        self._index = EngineIndex(EdgeEngine(layout.current(root), embedder))

    def _now(self) -> EngineIndex:
        mark = self._seen()
        if mark not in {self._mark, None}:
            with self._lock:
                self._reopen(mark)
        return self._index

    def _reopen(self, mark: Mark | None) -> None:
        """Change over; a new snapshot that cannot be opened leaves the old one serving."""
        if mark == self._mark:
            return
        try:
            self._index = EngineIndex(EdgeEngine(layout.current(self._root), self._embedder))
        except RecordIndexError:
            self._mark = mark
            return
        self._mark = mark

    def _seen(self) -> Mark | None:
        """Return what changes with every swap; ``None`` while there is no pointer."""
        try:
            status = layout.pointer(self._root).stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_ino
