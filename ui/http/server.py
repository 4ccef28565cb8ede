"""Running the server: one process, or several that share the address."""

import os
import shutil

import uvicorn

from ui.configuration import variable
from ui.http.logs import set_up_logs
from ui.http.metrics import SHARED_FOLDER
from ui.settings import Settings

GRACE_SECONDS = 10


class ServerError(RuntimeError):
    """The server could not start; the log says why."""


def run_server(settings: Settings) -> None:
    """Serve until a signal says stop; turns under way get ``GRACE_SECONDS`` to end. Raises ``ServerError``."""
    _hand_down(settings)
    if settings.workers > 1:
        _share_metrics(settings)
    set_up_logs(settings)
    try:
        uvicorn.run(
            "ui.http.app:from_environment",
            factory=True,
            host=settings.host,
            port=settings.port,
            workers=settings.workers if settings.workers > 1 else None,
            ws="websockets-sansio",
            ws_max_size=settings.max_body_bytes,
            log_config=None,
            log_level=settings.log_level,
            access_log=False,
            server_header=False,
            proxy_headers=True,
            forwarded_allow_ips=list(settings.trusted_proxies),
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
    except SystemExit as stop:
        # Uvicorn leaves with codes of its own; one of them would mean a missed gate here.
        if stop.code:
            raise ServerError(f"the server could not start at {settings.host}:{settings.port}: see above") from stop


def _hand_down(settings: Settings) -> None:
    """What the command line set must hold in the workers too, and they read their environment."""
    for field in ("host", "port", "workers"):
        os.environ[variable(field)] = str(getattr(settings, field))


def _share_metrics(settings: Settings) -> None:
    folder = settings.data_dir / "metrics"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ[SHARED_FOLDER] = str(folder)
