"""The official export of CBOP offers (SOAP, a zip of JSON files): counted on arrival, nothing personal kept.

The service answers between 17:00 and 7:00, twenty times in a cycle, to partners with a name the ministry gave.
"""

import base64
import binascii
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from ingest.files import write_atomically
from ingest.sources.errors import SourceError
from ingest.sources.labour.figures import Origin, figure, serves
from ingest.sources.labour.regions import CODES, VOIVODESHIPS
from ingest.sources.labour.source import Asking, Told
from ingest.sources.polite import PoliteClient
from register.vocabulary import LabourTopic, MatchedBy

KEY = "cbop-export"
KEPT_FILE = "offers.json"
URL = "http://oferty.praca.gov.pl/integration/services/"
ALLOWED = frozenset({"oferta", "v2"})
OPENS, CLOSES = 17, 7
_SPACE = "http://oferty.praca.gov.pl/integration/services/oferta"
_LARGEST_FILE = 50_000_000
_MOST_FILES = 1_000
_REFUSALS = ("Usługa niedostępna", "Przekroczono limit", "Niepoprawna autoryzacja")
Counted = Counter[tuple[str, str]]


class ExportedOffers:
    """The kept counts as a source, joined by the occupation's own name."""

    topics = frozenset({LabourTopic.OFFERS})
    key = KEY

    def __init__(self, folder: Path) -> None:
        self._path = folder / KEPT_FILE

    def ask(self, question: Asking) -> Told:
        """Return the places in offers of the occupation, in the voivodeship or in all of Poland."""
        if not question.names or not self._path.exists():
            return Told()
        kept = json.loads(self._path.read_text("utf-8"))
        region, day = question.region if question.region in CODES else "", date.fromisoformat(kept["fetched"])
        named = question.names[0].casefold()
        places = (n for name, code, n in kept["counts"] if name.casefold() == named and code == CODES.get(region, code))
        made = figure(
            Origin(KEY, URL, day, kept["fetched"]),
            f"cbop-export-{question.code or 'text'}-{CODES.get(region, '00')}",
            "places",
            detail=question.names[0],
            topic=LabourTopic.OFFERS,
            value=sum(places),
            region=region,
            occupation=question.occupation,
            matched_by=MatchedBy.NAME,
            period=kept["fetched"],
            use_by=serves(day, 7, 30),
        )
        return Told((made,))

    def close(self) -> None:
        """There is nothing to let go of."""


def keep(counts: Counted, folder: Path, fetched: date) -> int:
    """Keep the counts in place of the earlier ones; return how many there are. Raises ``SourceError`` for none."""
    if not counts:
        raise SourceError("CBOP export: no offer came; what was kept stays")
    folder.mkdir(parents=True, exist_ok=True)
    rows = [[name, region, number] for (name, region), number in sorted(counts.items())]
    written = json.dumps({"fetched": fetched.isoformat(), "counts": rows}, ensure_ascii=False)
    write_atomically(folder / KEPT_FILE, written)
    return len(rows)


def is_open(moment: datetime) -> bool:
    """Tell whether the service answers at this hour (local time of Poland)."""
    return moment.hour >= OPENS or moment.hour < CLOSES


def ask(client: PoliteClient, partner: str, region: str) -> Counted:
    """Count the offers of a voivodeship (TERYT code) by occupation and region; raises ``SourceError``."""
    if region not in VOIVODESHIPS:
        raise ValueError(f"{region!r} is the code of no voivodeship")
    answer = client.post_text("oferta", envelope(partner, region), "text/xml; charset=utf-8")
    return counted(archive_in(answer.body))


def envelope(partner: str, region: str) -> str:
    """Return the SOAP envelope of the question."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" '
        f'xmlns:ofe="{_SPACE}"><soapenv:Body><ofe:Dane><pytanie><Partner>{escape(partner)}</Partner>'
        f"<Kryterium><Wojewodztwo>{region}</Wojewodztwo></Kryterium></pytanie></ofe:Dane></soapenv:Body></soapenv:Envelope>"
    )


def archive_in(body: bytes) -> bytes:
    """Return the zip archive in a SOAP answer (base64 text of an element); empty where there are no offers.

    Raises ``SourceError`` with the service's own word for a refusal, or for an answer of another shape.
    """
    try:
        root = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise SourceError(f"CBOP export: broken XML ({error})") from error
    texts = [text.strip() for text in root.itertext() if text.strip()]
    if refusal := next((word for word in _REFUSALS for text in texts if word in text), ""):
        raise SourceError(f"CBOP export: {refusal}")
    for text in sorted(texts, key=len, reverse=True):
        try:
            decoded = base64.b64decode(text, validate=False)
        except binascii.Error:
            continue
        if decoded.startswith(b"PK"):
            return decoded
    if any("Brak danych" in text for text in texts):
        return b""
    raise SourceError("CBOP export: no archive in the answer")


def counted(archive: bytes) -> Counted:
    """Count offers by ``(occupation name, voivodeship code)``; raises ``SourceError`` for a damaged archive."""
    found: Counted = Counter()
    for offer in _offers(archive) if archive else ():
        # Nothing else is read out of an offer: employers, people and addresses stay in the archive, which is not kept.
        terms = offer.get("warunkiPracyIPlacy") or {}
        name, region = str(terms.get("zawod") or "").strip(), str(terms.get("kodWojewodztwa") or "")
        if name and region in VOIVODESHIPS:
            found[name, region] += _places(offer)
    return found


def _places(offer: Mapping[str, Any]) -> int:
    number = (offer.get("pozostaleDane") or {}).get("lWolnychMiejsc")
    return number if isinstance(number, int) and 0 < number < 10_000 else 1


def _offers(archive: bytes) -> Iterator[Mapping[str, Any]]:
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            for entry in opened.infolist()[:_MOST_FILES]:
                if entry.file_size > _LARGEST_FILE:
                    raise SourceError(f"CBOP export: {entry.filename} is larger than {_LARGEST_FILE} bytes")
                yield from _list(json.loads(opened.read(entry)))
    except (zipfile.BadZipFile, ValueError) as error:
        raise SourceError(f"CBOP export: damaged archive ({error})") from error


def _list(found: object) -> Iterable[Mapping[str, Any]]:
    items = found if isinstance(found, list) else found.get("oferty", ()) if isinstance(found, dict) else ()
    return (item for item in items if isinstance(item, dict))
