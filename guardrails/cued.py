"""Personal data that only the word before it gives away: policies, plates, post codes."""

import re
from collections.abc import Iterator

from guardrails.glance import Cue
from guardrails.spans import Span

_BETWEEN = r"[^\d\n]{0,3}?(?:(?:to|jest|mam|ma|is|це|nr|no|number|numer|номер)\b[^\w\n]{1,3}){0,3}"
_DOCUMENT = Cue(
    re.compile(
        r"(?:polis[ayęie]{1,2}|ubezpieczeni[aeu]|policy|insurance|student|licen[cs]e|visa|wiz[ayęie]"
        r"|pwz|wykonywania zawodu|ekuz|indeks[ue]?|du[zż]ej rodziny|karta polaka|karty polaka|kartoteki"
        r"|pacjenta|поліс\w{0,2}|посвідченн\w|ідентифікаційний код"
        rf"|податковий номер|залікової)\s{_BETWEEN}"
        r"((?!(?:19|20)\d\d[ /\-])(?:[a-z\u0430-\u044f]{1,3}[ /\-]?)?\d[\d /\-]{3,20}\d(?:\s?[a-z])?)(?![\w%])"
        r"(?!\s?(?:zł|zl|pln|eur|uah|грн|€|\$))"
    ),
    digits=2,
    in_small=True,
)
_ACCOUNT = Cue(
    re.compile(
        r"(?<!\w)(?:nick|login|gg|gadu(?:-gadu)?|revolut|snap\w{0,4}|discord\w{0,2}|insta\w{0,5}|tiktok\w{0,2}"
        r"|телеграм\w{0,2})\s"
        rf"{_BETWEEN}(?:na \w{{2,12}} to |do \w{{2,15}}\s(?:to )?)?"
        r"(@[\w.]{3,40}|(?=[^\s\d]{0,30}\d)[\w.#\-]{5,40})"
    ),
    hints=("nick", "login", "gg", "gadu", "revolut", "snap", "discord", "insta", "tiktok", "телеграм"),
    in_small=True,
)
_CARD = Cue(re.compile(r"kart\w{1,3}\s(\d{4}[ \-]?\d{4}[ \-]?\d{4}[ \-]?\d{4})(?!\w)"), digits=16, in_small=True)
_CARD_CODE = Cue(re.compile(r"(?<!\w)cv[vc]2?\W{1,3}(?:to |is )?(\d{3,4})(?!\w)"), hints=("cv",), in_small=True)
_BANK_ACCOUNT = Cue(
    re.compile(
        r"(?:konto|konta|rachunek|przelew|account|рахунок)(?:\s[^\W\d_]{1,15}){0,2}[\s:]{1,2}"
        r"(\d(?:[ \-]?\d){23,27})(?!\w)"
    ),
    digits=24,
    in_small=True,
)
_VEHICLE = Cue(re.compile(r"(?<!\w)vin\W{1,3}(?:to )?([a-z0-9]{17})(?!\w)"), hints=("vin",), in_small=True)
_IP = Cue(
    re.compile(r"(?<!\w)ip\W{1,3}(?:to |is )?(\d{1,3}(?:\.\d{1,3}){3})(?![\w.])"),
    hints=("ip",),
    digits=4,
    in_small=True,
)
_PLATE = Cue(
    re.compile(
        r"(?:auto|samoch[oó]d|motocykl|car|авто|rejestracj[aęieą]{1,2}(?:\s(?:auta|samochodu|pojazdu))?"
        r"|rejestracyjn\w{1,3}|tablic[aęye]"
        r"|number plate|licen[cs]e plate"
        rf"|registration|номерний знак|номери? (?:авто|машини))\s{_BETWEEN}"
        r"(?-i:([A-Z\u0410-\u042f]{1,3}[ \-]?(?=[A-Z]{0,4}\d)[0-9A-Z]{4,5}(?:\s?[A-Z\u0410-\u042f]{1,2})?)"
        r"(?!\w))",
        re.IGNORECASE,
    ),
    hints=("auto", "samoch", "motocykl", "car", "авто", "rejestrac", "tablic", "plate", "registr", "номер"),
    digits=1,
)
_POSTCODE = Cue(
    re.compile(rf"(?:kod(?:em)? pocztowy\w?|kod poczty|post ?code|zip code)\s{_BETWEEN}(\d\d-?\d{{3}})(?!\w)"),
    hints=("poczt", "post", "zip"),
    digits=5,
    in_small=True,
)
_HOUSE = Cue(
    re.compile(
        r"(?:mieszkam pod|numer domu|nr domu|numer mieszkania|nr mieszkania|house number|flat number"
        rf"|номер квартири|номер будинку)\s?{_BETWEEN}(?:nr\s|numerem\s)?(\d{{1,4}}[a-z]?(?:/\d{{1,4}})?)(?![\w%])"
    ),
    hints=("mieszka", "domu", "number", "номер"),
    digits=1,
    in_small=True,
)
# (kind, the word and what stands behind it): the form alone would be anything.
_CUED: tuple[tuple[str, Cue], ...] = (
    ("DOKUMENT", _DOCUMENT),
    ("KONTAKT", _ACCOUNT),
    ("KARTA", _CARD),
    ("KARTA", _CARD_CODE),
    ("KONTO", _BANK_ACCOUNT),
    ("POJAZD", _VEHICLE),
    ("ADRES IP", _IP),
    ("TABLICA", _PLATE),
    ("ADRES", _POSTCODE),
    ("ADRES", _HOUSE),
)


def find(text: str) -> Iterator[Span]:
    """Yield what cues give away; spans may overlap, the caller keeps the first."""
    for kind, cue in _CUED:
        yield from (Span(match.start(1), match.end(1), kind) for match in cue.finditer(text))
