"""The register's JSON API: qualifications, institutions and dictionaries, never persons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ingest.sources.download import Download, Downloader, Progress, read_raw
from ingest.sources.errors import GoneError
from ingest.sources.mapping import JsonMapping, Mapped
from ingest.sources.pages import PageReader, check_json, loaded
from ingest.sources.polite import Manners, PoliteClient

ENDPOINTS = frozenset({"qualifications", "institutions", "dictionaries"})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a download brought: the mapped records and how the server's own count compares."""

    mapped: Mapped
    download: Download


class RegisterApi:
    """A client of the register at ``base_url`` (``…/pl/v1/``). Close it, or use it as a context."""

    def __init__(self, client: PoliteClient, mapping: Path | None = None) -> None:
        self._client = client
        self._mapping_file = mapping
        self._mappings: dict[str, JsonMapping] = {}

    @classmethod
    def at(cls, base_url: str, manners: Manners | None = None, mapping: Path | None = None) -> "RegisterApi":
        """Make a client with the allow-list of this API."""
        return cls(PoliteClient(base_url, ENDPOINTS, manners), mapping)

    def fetch_all(
        self,
        kind: str,
        folder: Path,
        today: date,
        *,
        since: date | None = None,
        progress: Progress | None = None,
    ) -> Fetched:
        """Download every ``qualification`` or ``institution`` into ``folder`` and map it.

        ``since`` asks for what was published after that day only. Goes on where an earlier call broke off.
        Raises ``SourceError`` (``MappingError`` where the keys are not the expected ones).
        """
        endpoint = f"{kind}s"
        mapping = self._mapping(kind)
        query = {"published_date_after": since.isoformat()} if since else {}
        reader = PageReader(self._client, endpoint, query)
        download = Downloader(folder, endpoint).run(reader, {"endpoint": endpoint, **query}, progress)
        source = f"{self._client.base_url}{endpoint}/"
        return Fetched(mapping.map_all(read_raw(download.path), today, source), download)

    def fetch_one(self, number: int, today: date) -> Mapped | None:
        """Read one qualification by the number in its address; ``None`` where there is none."""
        path = f"qualifications/{number}/"
        try:
            answer = self._client.get(path, check=check_json)
        except GoneError:
            return None
        body = loaded(answer)
        return self._map([body], today, answer.url) if isinstance(body, dict) else None

    def search(self, words: str, today: date) -> Mapped:
        """Return the first page of qualifications the register finds for ``words``."""
        reader = PageReader(self._client, "qualifications", {"search": words}, limit=15)
        page = next(reader.pages())
        return self._map(list(page.records), today, f"{self._client.base_url}qualifications/")

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _map(self, raws: list[Mapping[str, Any]], today: date, source: str) -> Mapped:
        return self._mapping("qualification").map_all(raws, today, source)

    def _mapping(self, kind: str) -> JsonMapping:
        if kind not in self._mappings:
            self._mappings[kind] = JsonMapping(kind, self._mapping_file)
        return self._mappings[kind]
