"""Postal addresses: a street, a village, a block, a post code with its town."""

import re
from collections.abc import Iterator

from guardrails.glance import Cue, glance
from guardrails.spans import Span

_NAME = r"[A-ZĄĆĘŁŃÓŚŹŻ\u0410-\u042f\u0404\u0406\u0407\u0490][\w.'’-]{0,30}"
_ANYNAME = r"[^\W\d_][\w.'’-]{0,30}"
_HOUSE = (
    r"\d{1,4}(?:\s?[A-Ha-h](?!\w))?(?:\s?[/\\]\s?\d{1,4}[a-zA-Z]?|\s?,?\s?(?:m\.|m|lok\.|lok|lokal"
    r"|mieszkania|mieszkanie|квартира|квартирі|кв\.|кв|flat|apartment|apt\.?)\s?\d{1,4})?(?!\w|-\d{3})"
)
_CITY = rf"(?:,?\s{{1,2}}\d\d-\d{{3}}(?:\s{_NAME}(?:\s{_NAME}){{0,2}})?)?"
_STREET_WORD = (
    r"(?:ul\.|al\.|os\.|pl\.|вул\.|просп\.|пров\.|(?:ul|ulica|ulicy|ulicą|ulice|aleja|alei|aleje|alejach|osiedle"
    r"|osiedlu|plac|placu|rondo|skwer|вул|вулиця|вулиці|вулицю|проспект|проспекті|бульвар|провулок)(?!\w))"
)
_STREET = re.compile(
    rf"(?<!\w){_STREET_WORD}\s?(?:{_ANYNAME}|\d{{1,2}})(?:\s(?!nr\b){_ANYNAME}){{0,4}},?\s(?:nr\s)?{_HOUSE}{_CITY}",
    re.IGNORECASE,
)
_LIVES = Cue(
    re.compile(
        r"(?:mieszkam|mieszkamy|mieszka|[zż]yj[eę] na|zamieszka\w{0,3}|zameldowan\w|adres\w{0,3}(?: zamieszkania"
        r"| domowy| korespondencyjny| to| jest)?|adresem|zam\.|i live|my address|home address|address is|living at"
        r"|lives at|live at|адрес\w{0,3}|мешкаю|живу|проживаю|живемо)"
    ),
    hints=(
        "mieszka",
        "yje na",
        "yję na",
        "zameldowan",
        "adres",
        "zam.",
        "live",
        "living",
        "address",
        "адрес",
        "мешка",
        "жив",
    ),
    digits=1,
    in_small=True,
)
_PLACE = re.compile(
    rf"(?:{_NAME}(?:\s(?:{_NAME}|\d{{1,2}}|street|str\.|st\.|road|avenue)){{0,3}},?\s{_HOUSE}{_CITY}"
    rf"|\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})?,?\s{_NAME}(?:\s{_NAME}){{0,2}}\s(?:Street|St|Road|Rd|Avenue"
    rf"|Ave|Lane|Drive|Close|Way|Square|Court|Gardens)\b\.?(?:,?\s(?:flat|apartment|apt\.?)\s\d{{1,4}}[A-Za-z]?)?)"
)
_BLOCK = re.compile(
    r"(?<!\w)blok(?:u|iem)?\s(?:nr\s)?\d{1,4}[A-Za-z]?,?\s(?:m\.?|mieszkani\w{1,2}|lok\.?)\s?\d{1,4}", re.IGNORECASE
)
# In small letters a street is told by its ending: "mieszkam na kwiatowej 12", "adres to polna 3".
_SMALL_STREET = re.compile(
    r"\s?:?\s(?:(?:na|przy|to|jest)\s)?(?:ul\s)?([^\W\d_]{3,20}(?:iej|ej|na|owa|ska|cka|wa)\s\d{1,3}[a-z]?"
    r"(?:\s?(?:/|m\.?|lok\.?)\s?\d{1,4})?)(?![\w/.,-]*\d)"
)
_VILLAGE = re.compile(
    rf"(?<!\w)(?:(?:[Ww]ie[śs]|[Ww]si|[Kk]olonia|Osada)\s{_NAME}|{_NAME}\s(?:Wieś|Wola|Kolonia|Wólka))\s\d{{1,3}}[a-z]?(?![\w/-])"
)
_POSTCODE = re.compile(
    rf"(?<![\w.,/-])\d\d-\d{{3}}\s{_NAME}(?:\s{_NAME}){{0,2}}|(?<![\w.-]){_NAME},?\s\d\d-\d{{3}}(?![\w-]|[.,]\d)"
)
_PUBLISHED = re.compile(r"M\.\s?P\.|Dz\.\s?U")  # official journals, with a year and a position
_ENGLISH_STREET = re.compile(
    rf"(?<!\w)\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})?\s{_NAME}(?:\s{_NAME}){{0,2}}\s(?:Street|Road|Avenue|Lane|Drive)\b"
)
# An adjective with a house and a flat is a street without its word ("Kwiatowa 7/12").
_BARE_STREET = re.compile(
    rf"(?<!\w)(?:os|al|pl)\s{_NAME}(?:\s{_NAME}){{0,2}}\s\d{{1,3}}[A-Za-z]?\s?/\s?\d{{1,3}}(?![\w/])|"
    rf"(?<!\w){_NAME}(?<=owa|wej|ową|ska|iej|ską|cka|cką|lna|nej|lną)\s\d{{1,3}}[A-Za-z]?\s?(?:/\s?\d{{1,3}}"
    rf"|m\.?\s?\d{{1,3}}|lok\.?\s?\d{{1,3}})(?![\w/])"
)
_NOT_HOUSE = re.compile(
    r"^\s?(?:lat|lata|rok|roku|miesi|tyg|dni|km|r\.|godz|osob|osób|os\b|years|year|months|km|miles"
    r"|year|рок|місяц|км|zł|zl|PLN|%|kwalifik|zawod|szk|pi[eę]tr|klas|pok[oó]j|dzieci|raz|minut|semest|met)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield the addresses of ``text``; they may overlap, the caller keeps the first."""
    if glance(text).digits:
        yield from _addresses(text)


def _addresses(text: str) -> Iterator[Span]:
    yield from (Span(match.start(), match.end(), "ADRES") for match in _BLOCK.finditer(text))
    for match in _STREET.finditer(text):
        if not _NOT_HOUSE.match(text[match.end() : match.end() + 10]):
            yield Span(match.start(), match.end(), "ADRES")
    for lives in _LIVES.finditer(text):
        place = _PLACE.search(text, lives.end(), min(len(text), lives.end() + 110))
        published = place and _PUBLISHED.match(place[0])
        if not place and (place := _SMALL_STREET.match(text, lives.end())):
            if not _NOT_HOUSE.match(text[place.end() : place.end() + 10]):
                yield Span(place.start(1), place.end(1), "ADRES")
            continue
        if place and not published and not _NOT_HOUSE.match(text[place.end() : place.end() + 10]):
            yield Span(place.start(), place.end(), "ADRES")
    yield from (Span(match.start(), match.end(), "ADRES") for match in _ENGLISH_STREET.finditer(text))
    yield from (Span(match.start(), match.end(), "ADRES") for match in _BARE_STREET.finditer(text))
    for match in (*_VILLAGE.finditer(text), *_POSTCODE.finditer(text)):
        if not _NOT_HOUSE.match(text[match.end() : match.end() + 10]):
            yield Span(match.start(), match.end(), "ADRES")
