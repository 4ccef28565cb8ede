"""Job offers of the public employment services: the portal's own search. Contact data never get past this module."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from ingest.sources.labour.figures import content
from ingest.sources.labour.offers import counted, told
from ingest.sources.labour.rationed import Asked, Rationed, Read, UnavailableError, now_utc
from ingest.sources.labour.regions import CODES
from ingest.sources.labour.source import Asking, Told
from ingest.sources.labour.store import Store
from ingest.sources.polite import Manners, PoliteClient
from ingest.sources.responses import Answer
from register.vocabulary import LabourTopic, MatchedBy

KEY = "cbop"
URL = "https://oferty.praca.gov.pl/portal-api/v3/"
# The portal publishes no quota; these keep far below what one person clicking would cause.
QUOTAS = {1: 2, 60: 30, 3_600: 300}
_ALLOWED = frozenset({"oferta", "autocomplete"})
# The only fields kept of an offer: an allow-list, so a field that appears tomorrow is dropped too.
KEPT = ("id", "stanowisko", "miejscePracy", "wynagrodzenie", "rodzajUmowy", "dataWaznDo")
_LONGEST = 120
_CONTACT = re.compile(r"\S{0,64}@\S{0,255}|\+?\d[\d \u00a0-]{7,20}\d")


class Cbop:
    """Counts the offers for an occupation's name, in Poland or in one voivodeship."""

    topics = frozenset({LabourTopic.OFFERS})
    key = KEY

    def __init__(self, url: str, store: Store, manners: Manners, clock: Callable[[], datetime] = now_utc) -> None:
        client = PoliteClient(url, _ALLOWED, manners)
        self._reader = Rationed(KEY, client, store, fresh=timedelta(hours=6), quotas=QUOTAS, clock=clock)
        self._url = url

    def ask(self, question: Asking) -> Told:
        """Return how many offers there are for the name."""
        name = (question.names or (question.field,))[0].strip()
        if not name:
            return Told()
        place, region = self._place(question.region)
        asked = Asked(
            "oferta/wyszukiwanie", {"page": "0", "size": "50", "sort": "dataDodaniaCbop,desc"}, _body(name, place)
        )
        read = self._reader.read(asked, offers_of)
        return told((KEY, f"{self._url}oferta/wyszukiwanie"), read, question, MatchedBy.TEXT, region)

    def close(self) -> None:
        """Let go of the connections."""
        self._reader.close()

    def _place(self, region: str) -> tuple[list[str], str]:
        """Return the portal's own id of a voivodeship; none where it does not know it, and then no region."""
        if region not in CODES:
            return [], ""
        asked = Asked("autocomplete/miejsce", {"name": region, "limit": "10", "onlyPoland": "true"})
        try:
            found: Read = self._reader.read(asked, lambda answer: _places(content(answer)))
        except UnavailableError:
            return [], ""
        return (found.content, region) if found.content else ([], "")


def offers_of(answer: Answer) -> dict[str, Any]:
    """Return the count and the kept fields of the offers, contact data struck out; raises for another shape."""
    page = content(answer)["payload"]["ofertyPracyPage"]
    return {"total": counted(page["totalElements"]), "offers": [clean_offer(offer) for offer in page["content"]]}


def clean_offer(offer: Mapping[str, Any]) -> dict[str, str]:
    """Keep the fields of ``KEPT``, shortened, without e-mail addresses and telephone numbers in their words."""
    return {
        name: _CONTACT.sub("…", str(offer[name])[:_LONGEST]) if name != "id" else str(offer[name])[:32]
        for name in KEPT
        if offer.get(name)
    }


def _body(name: str, place: list[str]) -> dict[str, Any]:
    return {
        "kodJezyka": "PL",
        "stanowiska": [name],
        "miejscowosci": [],
        "powiatyId": [],
        "wojewodztwaId": place,
        "czyZagranica": False,
    }


def _places(got: Any) -> list[str]:
    codes = (str(one["kod"]).split("|")[-1] for one in got["payload"])
    return [code.partition(":")[2] for code in codes if code.startswith("WOJEWODZTWO:")][:1]
