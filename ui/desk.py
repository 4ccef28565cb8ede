"""What every door opens first: the index (built where it is missing) and the assistant over it."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval import IndexCorruptError, IndexMissingError, RecordIndex, Server, build_index, open_index
from ui.settings import Settings

if TYPE_CHECKING:
    from assistant.context import NamedModel, TurnContext
    from assistant.service import Assistant
    from assistant.tools import LiveRegister

Progress = Callable[[str, int, int], None]
_log = logging.getLogger(__name__)


class NotSupportedError(RuntimeError):
    """A setting asks for what this version does not do; the message names it."""


def place_of(settings: Settings) -> Path | Server:
    """Return where the index is: a folder, or a Qdrant server."""
    if settings.qdrant_url is None:
        return settings.data_dir / "index"
    key = settings.qdrant_api_key.get_secret_value() if settings.qdrant_api_key else ""
    return Server(settings.qdrant_url, api_key=key)


def open_records(settings: Settings, progress: Progress) -> RecordIndex:
    """Open the index, built first where there is none or one that this version cannot read.

    What it holds can always be made again from the snapshot and the imported sets. Raises
    ``RecordIndexError`` or ``SourceError``.
    """
    refuse_unsupported(settings)
    try:
        return open_index(place_of(settings))
    except IndexMissingError:
        build(settings, progress)
        return open_index(place_of(settings))
    except IndexCorruptError as error:
        _log.warning("%s", error)
        build(settings, progress)
        return open_index(place_of(settings))


def build(settings: Settings, progress: Progress) -> None:
    """Build the index from the embedded snapshot and what was imported.

    Raises ``SourceError`` or ``RecordIndexError``; the index that serves stays until the new one is checked.
    """
    from ingest.pipeline import collect  # noqa: PLC0415 - needed once in the life of an index

    build_index(collect(settings.data_dir), place_of(settings), progress=progress)


def turn_context(settings: Settings, index: RecordIndex) -> "TurnContext":
    """Put the assistant together as the settings ask for it."""
    from assistant.assemble import assemble  # noqa: PLC0415 - LangGraph loads when a turn is wanted
    from assistant.context import Limits  # noqa: PLC0415
    from ui.labour import feed_of  # noqa: PLC0415
    from ui.skills import skills_of  # noqa: PLC0415

    return assemble(
        index,
        models=_models(settings),
        judge_seconds=settings.judge_seconds if settings.judge else 0.0,
        live=_live(settings),
        labour=feed_of(settings),
        esco=skills_of(settings),
        limits=Limits(
            tool_rounds=settings.tool_rounds,
            seconds=settings.turn_seconds,
            tokens=settings.turn_tokens,
            notebook_hours=settings.notebook_hours,
        ),
        max_chars=settings.max_message_chars,
        data_dir=settings.data_dir,
        language=settings.language,
        audience=settings.audience,
    )


@asynccontextmanager
async def open_desk(settings: Settings, progress: Progress) -> AsyncIterator["Assistant"]:
    """Open the index and the assistant; closes both. Raises ``RecordIndexError``, ``OSError``."""
    from assistant.service import open_assistant  # noqa: PLC0415 - LangGraph loads when a turn is wanted

    index = open_records(settings, progress)
    try:
        context = turn_context(settings, index)
        if settings.sample_share:
            from assistant.recording import RecordingToolBox  # noqa: PLC0415

            context = replace(context, toolbox=RecordingToolBox(context.toolbox))
        async with open_assistant(context, settings.data_dir) as assistant:
            yield assistant
    finally:
        index.close()


def refuse_unsupported(settings: Settings) -> None:
    """Raise ``NotSupportedError`` for a backend that this version cannot use, rather than pass over it."""
    if settings.database_url:
        raise NotSupportedError("DATABASE_URL is set, but this version keeps conversations in SQLite; unset it")


def _models(settings: Settings) -> "tuple[NamedModel, ...]":
    if settings.chat_model == "embedded":
        return ()
    from assistant.context import NamedModel  # noqa: PLC0415
    from ui.models import served_models  # noqa: PLC0415 - half a second, only where a server is used

    return tuple(NamedModel(one.description.name, one.chat, one) for one in served_models(settings))


def _live(settings: Settings) -> "LiveRegister | None":
    if not settings.live_register:
        return None
    from ingest.sources.live import LiveRegister  # noqa: PLC0415 - an HTTP client that few use

    return LiveRegister.at(settings.register_url)
