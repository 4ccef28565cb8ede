"""The collection that the alias points to, whichever it is."""

from threading import Lock
from time import monotonic

from retrieval.embedding.base import Embedder
from retrieval.index import EngineIndex
from retrieval.places import Server
from retrieval.protocol import IndexMissingError
from retrieval.server.build import serving
from retrieval.server.client import connect, told
from retrieval.server.engine import ServerEngine
from retrieval.serving import ServingIndex

_SECONDS_BETWEEN_LOOKS = 5.0


class ServerIndex(ServingIndex):
    """A ``RecordIndex`` on a server; a swap is noticed within a few seconds, at once in memory."""

    def __init__(self, server: Server, embedder: Embedder | None) -> None:
        """Open the serving collection; raises ``IndexMissingError`` or another ``RecordIndexError``."""
        self._server, self._embedder = server, embedder
        self._client = connect(server)
        self._lock = Lock()
        self._looked = monotonic()
        self._name = self._serving()
        self._index = self._open(self._name)

    def _now(self) -> EngineIndex:
        pause = 0.0 if self._server.url == ":memory:" else _SECONDS_BETWEEN_LOOKS
        if monotonic() - self._looked >= pause:
            with self._lock:
                self._looked = monotonic()
                name = self._serving()
                if name != self._name:
                    self._index, self._name = self._open(name), name
        return self._index

    def _serving(self) -> str:
        with told(self._server):
            name = serving(self._client, self._server.collection)
        if name is None:
            raise IndexMissingError(f"no index on the server at {self._server.url}: run `zeterka ingest`")
        return name

    def _open(self, name: str) -> EngineIndex:
        return EngineIndex(ServerEngine(self._server, self._client, name, self._embedder))
