"""The labour-market sources as the settings switch them on, in the shape the assistant asks them in."""

from typing import TYPE_CHECKING

from assistant.labour import Answered, LabourFeed, Question
from ingest.sources.labour.folder import labour_folder
from ui.settings import Settings

if TYPE_CHECKING:
    from ingest.job import Access
    from ingest.sources.labour.feed import LabourSources


class Feed:
    """Hands a question on to the sources."""

    def __init__(self, sources: "LabourSources") -> None:
        self._sources = sources

    def ask(self, question: Question) -> Answered:
        """Return the sources' figures and notes."""
        return Answered(*self._sources.figures(question))


def feed_of(settings: Settings) -> LabourFeed | None:
    """Open what is switched on and what was dropped in; ``None`` where there is nothing."""
    if not settings.labour_live and not labour_folder(settings.data_dir).exists():
        return None
    from ingest.sources.labour.opening import Switches, open_sources  # noqa: PLC0415 - HTTP clients that few use

    def address(key: str, url: str) -> str:
        return url if key in settings.labour_live else ""

    on = Switches(
        bdl_url=address("bdl", settings.bdl_url),
        bdl_key=settings.bdl_key.get_secret_value() if settings.bdl_key else "",
        cbop_url=address("cbop", settings.cbop_url),
        eures_url=address("eures", settings.eures_url),
        esco_url=address("esco", settings.esco_url),
    )
    sources = open_sources(settings.data_dir, on)
    return Feed(sources) if sources else None


def access_of(settings: Settings) -> "Access":
    """Return the addresses and accounts for ``zeterka ingest``."""
    from ingest.job import Access  # noqa: PLC0415

    return Access(
        ela_url=settings.ela_url,
        bur_url=settings.bur_url,
        bur_user=settings.bur_user or "",
        bur_key=settings.bur_key.get_secret_value() if settings.bur_key else "",
        cbop_export_url=settings.cbop_export_url,
        cbop_partner=settings.cbop_partner or "",
    )
