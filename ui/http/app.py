"""The application: routes, guards and the page, over one service that lives as long as the server."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from ui.configuration import load_settings, writable
from ui.desk import open_desk
from ui.http import assessment, conversations, health, labour, openai_api, problems, records, turns
from ui.http.buckets import Buckets
from ui.http.feedback import FeedbackFile
from ui.http.guard import Guard
from ui.http.logs import set_up_logs
from ui.http.metrics import Metrics
from ui.http.sampling import Sample
from ui.http.service import STATE, Service
from ui.settings import Settings

State = dict[str, Service]
Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[State]]


def create_app(settings: Settings, *, warm: bool = False) -> FastAPI:
    """Return the application; it opens index and memory when the server starts and closes them when it stops.

    ``warm`` lets the server listen only once dictionaries and rails are loaded, so that the first user need not wait.
    """
    app = FastAPI(
        title="ZeteRka",
        version=_version(),
        lifespan=_lifespan(settings, warm=warm),
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    problems.install(app)
    for part in (turns, labour, records, assessment, conversations, openai_api, health):
        app.include_router(part.router)
    if settings.page:
        from ui.page.mount import mount_page  # noqa: PLC0415 - Chainlit takes seconds to import

        mount_page(app, settings)
    _protect(app, settings)
    return app


def from_environment() -> FastAPI:
    """Return the application a worker process serves, set up by its environment."""
    settings = load_settings()
    set_up_logs(settings)
    return create_app(settings, warm=True)


def _protect(app: FastAPI, settings: Settings) -> None:
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Content-Type"],
        )
    app.add_middleware(
        Guard,
        hosts=settings.hosts,
        buckets=Buckets(settings.rate_per_minute, settings.rate_burst),
        max_body=settings.max_body_bytes,
        https=(settings.public_url or "").startswith("https://"),
    )


def _lifespan(settings: Settings, *, warm: bool) -> Lifespan:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[State]:
        folder = writable(settings.data_dir)
        async with open_desk(settings, lambda *_: None) as assistant:
            if warm:
                await assistant.warm_up()
            yield {
                STATE: Service(
                    settings=settings,
                    assistant=assistant,
                    metrics=Metrics(),
                    feedback=FeedbackFile(folder),
                    sample=Sample(settings),
                    buckets=Buckets(settings.rate_per_minute, settings.rate_burst),
                )
            }

    return lifespan


def _version() -> str:
    try:
        return version("zeterka")
    except PackageNotFoundError:
        return "0"
