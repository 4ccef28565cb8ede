"""Where conversations are kept: a SQLite file that LangGraph's checkpointer writes, one checkpoint a turn."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from weakref import WeakValueDictionary

import aiosqlite
from filelock import AsyncFileLock
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

BUSY_SECONDS = 10


@asynccontextmanager
async def open_memory(path: Path) -> AsyncIterator[AsyncSqliteSaver]:
    """Open the file, in write-ahead mode so that several workers share it; raises ``OSError`` when it cannot be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        async with aiosqlite.connect(path, timeout=BUSY_SECONDS) as connection:
            memory = AsyncSqliteSaver(connection)
            await memory.setup()
            yield memory
    except aiosqlite.DatabaseError as error:
        raise OSError(f"conversations cannot be kept in {path.name}: {error}") from error


class ThreadLocks:
    """One turn at a time on a thread, within this process and among the workers of one machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, thread_id: str, seconds: float) -> AsyncIterator[None]:
        """Wait for the thread's turn; raises ``TimeoutError`` after ``seconds``."""
        lock = self._locks.setdefault(thread_id, asyncio.Lock())
        async with asyncio.timeout(seconds):
            await lock.acquire()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Two threads that share a file wait for each other, as long as a model server takes: there are many files.
            shared = AsyncFileLock(self._folder / f"{_bucket(thread_id)}.lock", timeout=seconds)
            async with shared:
                yield
        finally:
            lock.release()


def _bucket(thread_id: str) -> str:
    return hashlib.sha256(thread_id.encode()).hexdigest()[:4]
