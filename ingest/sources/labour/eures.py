"""EURES: how many offers in Poland the European portal holds for an occupation."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from ingest.sources.labour.esco_api import EscoApi
from ingest.sources.labour.figures import content
from ingest.sources.labour.offers import counted, told
from ingest.sources.labour.rationed import Asked, Rationed, UnavailableError, now_utc
from ingest.sources.labour.source import Asking, Told
from ingest.sources.labour.store import Store
from ingest.sources.polite import Manners, PoliteClient
from ingest.sources.responses import Answer
from register.vocabulary import LabourTopic, MatchedBy

KEY = "eures"
URL = "https://europa.eu/eures/api/jv-searchengine/public/"
QUOTAS = {1: 1, 60: 20, 3_600: 200}
_ALLOWED = frozenset({"jv-search"})


class Eures:
    """Counts offers by the occupation's ESCO address where ESCO knows its name, else by its words."""

    topics = frozenset({LabourTopic.OFFERS})
    key = KEY

    def __init__(
        self,
        url: str,
        store: Store,
        manners: Manners,
        esco: EscoApi | None = None,
        clock: Callable[[], datetime] = now_utc,
    ) -> None:
        client = PoliteClient(url, _ALLOWED, manners)
        self._reader = Rationed(KEY, client, store, fresh=timedelta(hours=6), quotas=QUOTAS, clock=clock)
        self._url, self._esco = url, esco

    def ask(self, question: Asking) -> Told:
        """Return the number of offers in Poland; regions are not told apart."""
        name = (question.names or (question.field,))[0].strip()
        if not name:
            return Told()
        uri = self._uri(name)
        read = self._reader.read(Asked("jv-search/search", body=_body(name, uri)), count_of)
        matched_by = MatchedBy.CROSSWALK if uri else MatchedBy.TEXT
        return told((KEY, f"{self._url}jv-search/search"), read, question, matched_by)

    def close(self) -> None:
        """Let go of the connections."""
        self._reader.close()

    def _uri(self, name: str) -> str:
        try:
            return self._esco.occupation_named(name) if self._esco else ""
        except UnavailableError:
            return ""


def count_of(answer: Answer) -> dict[str, int]:
    """Return the number of records alone; of the offers nothing is kept. Raises for another shape."""
    return {"total": counted(content(answer)["numberRecords"])}


def _body(name: str, uri: str) -> dict[str, Any]:
    words = [] if uri else [{"keyword": name, "specificSearchCode": "EVERYWHERE"}]
    return {
        "resultsPerPage": 10,
        "page": 1,
        "sortSearch": "MOST_RECENT",
        "keywords": words,
        "occupationUris": [uri] if uri else [],
        "locationCodes": ["pl"],
        "requestLanguage": "pl",
    }
