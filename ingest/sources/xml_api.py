"""The register's older XML API: numbered pages until an empty one, single records by id.

Its documentation names the fields up to ``charakterystyka``; how the page and the id are asked for was not
seen, so the names of the parameters are settings of the client.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from ingest.sources.polite import Manners, PoliteClient
from ingest.sources.xml_records import XmlResult, add_record, qualification_elements, value_of

SCRIPT = "index.php"
PAGE_SIZE = 100
_MOST_PAGES = 10_000


@dataclass(frozen=True, slots=True)
class XmlParameters:
    """Names of the query parameters (unverified)."""

    page: str = "page"
    id: str = "id"


class XmlApi:
    """A client of the API at ``base_url`` (the folder that holds ``index.php``)."""

    def __init__(self, client: PoliteClient, parameters: XmlParameters | None = None) -> None:
        self._client = client
        self._parameters = parameters or XmlParameters()

    @classmethod
    def at(cls, base_url: str, manners: Manners | None = None) -> "XmlApi":
        """Make a client for ``base_url``, which may end in ``index.php``."""
        return cls(PoliteClient(base_url.removesuffix(SCRIPT), frozenset({SCRIPT}), manners))

    def fetch_all(self, today: date, progress: Callable[[str, int, int], None] | None = None) -> XmlResult:
        """Read every page; raises ``SourceError`` where the server fails or sends what is no XML."""
        result, seen = XmlResult(), {""}
        for elements in self._pages():
            new = {value_of(element, "id") for element in elements} - seen
            if not new and len(seen) > 1:
                break
            for element in (one for one in elements if value_of(one, "id") in new | {""}):
                add_record(element, today, self._client.base_url + SCRIPT, result)
            seen |= new
            if progress:
                progress("download", len(result.records), len(result.records))
        return result

    def fetch_one(self, register_id: int, today: date) -> XmlResult:
        """Read one record by its register id."""
        answer = self._client.get(SCRIPT, {self._parameters.id: str(register_id)})
        result = XmlResult()
        for element in qualification_elements(answer.body, answer.url):
            add_record(element, today, answer.url, result)
        return result

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _pages(self) -> Iterator[list[Element]]:
        for number in range(1, _MOST_PAGES):
            answer = self._client.get(SCRIPT, {self._parameters.page: str(number)})
            elements = qualification_elements(answer.body, answer.url) if answer.body.strip() else []
            if not elements:
                return
            yield elements
