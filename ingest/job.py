"""What the bringing of a source is given, and what it gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.errors import IngestError
from ingest.pipeline import sources_folder
from ingest.sources.polite import Manners
from retrieval import Progress


@dataclass(frozen=True, slots=True)
class Access:
    """Addresses and accounts of the labour-market sources that are read now and then."""

    ela_url: str = "https://www.ela.nauka.gov.pl/dataExperts/graduates/"
    bur_url: str = "https://uslugirozwojowe.parp.gov.pl/api/"
    bur_user: str = ""
    bur_key: str = ""
    cbop_export_url: str = "http://oferty.praca.gov.pl/integration/services/"
    cbop_partner: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What a source needs to know: where things are kept, the register's address, how to behave."""

    data_dir: Path
    register_url: str
    today: date
    arguments: tuple[str, ...] = ()
    full: bool = False
    progress: Progress | None = None
    manners: Manners | None = None
    access: Access = Access()

    @property
    def folder(self) -> Path:
        """Where imported sets are kept."""
        return sources_folder(self.data_dir)

    def argument(self, place: int, otherwise: str) -> str:
        """Return an argument of the command, or what stands for it."""
        return self.arguments[place] if len(self.arguments) > place else otherwise

    def path(self, source: str) -> Path:
        """Return the path that the source takes first; raises ``IngestError`` where it is missing."""
        if not self.arguments:
            raise IngestError(f"{source}: the path is missing")
        return Path(self.arguments[0])


@dataclass(frozen=True, slots=True)
class Brought:
    """What a source brought, before it is merged."""

    read: int
    set_aside: Sequence[object] = ()
    unknown_keys: Mapping[str, int] | None = None
    notes: tuple[str, ...] = ()
    attribution: str = ""
