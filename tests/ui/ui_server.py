"""Our application on a real server in a thread of this process."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import uvicorn

from ui.http.app import create_app
from ui.settings import Settings


class _Server(uvicorn.Server):
    """Tells when it listens, or that it never will."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = Event()

    async def startup(self, *arguments: object, **more: object) -> None:
        try:
            await super().startup(*arguments, **more)  # type: ignore[arg-type]
        finally:
            self.listening.set()


@contextmanager
def serving(settings: Settings) -> Iterator[str]:
    """Serve on a free port of this machine and give the address."""
    with warnings.catch_warnings():
        # Chainlit and what it imports use names that their makers have deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        app = create_app(settings)
    config = uvicorn.Config(app, port=0, log_config=None, ws="websockets-sansio")
    server = _Server(config)
    thread = Thread(target=server.run)
    thread.start()
    try:
        assert server.listening.wait(60)
        assert server.started, "the server did not start"
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)
