"""ESCO's web API: occupations by name, and the skills of one, in the version asked for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ingest.sources.labour.figures import content
from ingest.sources.labour.rationed import Asked, Rationed, now_utc
from ingest.sources.labour.store import Store
from ingest.sources.polite import Manners, PoliteClient

KEY = "esco"
URL = "https://ec.europa.eu/esco/api/"
# Without it the service answers from v1.0.9.
VERSION = "v1.2.0"
QUOTAS = {1: 5, 60: 60, 3_600: 1_000}
_ALLOWED = frozenset({"search", "resource"})


@dataclass(frozen=True, slots=True)
class EscoOccupation:
    """An occupation of ESCO with the skills it needs (``uri``, title)."""

    uri: str
    code: str
    title: str
    essential: tuple[tuple[str, str], ...]
    optional: tuple[tuple[str, str], ...]


class EscoApi:
    """Reads ESCO. Raises ``UnavailableError`` where nothing came and nothing is kept."""

    def __init__(
        self,
        url: str,
        store: Store,
        manners: Manners,
        version: str = VERSION,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        client = PoliteClient(url, _ALLOWED, manners)
        self._reader = Rationed(KEY, client, store, fresh=timedelta(days=30), quotas=QUOTAS, clock=clock)
        self._version = version

    def search(self, text: str, kind: str = "occupation", language: str = "pl") -> tuple[tuple[str, str], ...]:
        """Return ``(uri, title)`` of the concepts found, best first; ``kind`` is ``occupation`` or ``skill``."""
        query = {"text": text, "type": kind, "language": language, "limit": "10", "selectedVersion": self._version}
        read = self._reader.read(Asked("search", query), lambda answer: _found(content(answer)))
        return tuple((uri, title) for uri, title in read.content)

    def occupation(self, uri: str, language: str = "pl") -> EscoOccupation:
        """Return one occupation with its skills."""
        query = {"uri": uri, "language": language, "selectedVersion": self._version}
        got = self._reader.read(Asked("resource/occupation", query), lambda answer: _whole(content(answer))).content
        pairs = {name: tuple((uri, title) for uri, title in got[name]) for name in ("essential", "optional")}
        return EscoOccupation(got["uri"], got["code"], got["title"], **pairs)

    def occupation_named(self, name: str) -> str:
        """Return the address of the occupation called exactly ``name`` in Polish, or nothing."""
        return next((uri for uri, title in self.search(name) if title.casefold() == name.casefold()), "")

    def close(self) -> None:
        """Let go of the connections."""
        self._reader.close()


def _found(got: Mapping[str, Any]) -> list[tuple[str, str]]:
    return _pairs(got["_embedded"]["results"])


def _whole(got: Mapping[str, Any]) -> dict[str, Any]:
    links = got["_links"]
    return {
        "uri": str(got["uri"]),
        "code": str(got.get("code", "")),
        "title": str(got["title"]),
        "essential": _pairs(links.get("hasEssentialSkill", ())),
        "optional": _pairs(links.get("hasOptionalSkill", ())),
    }


def _pairs(items: Iterable[Mapping[str, Any]]) -> list[tuple[str, str]]:
    return [(str(item["uri"]), str(item["title"])) for item in items]
