"""Postal addresses: a street, a village, a block, a post code with its town."""

import re
from collections.abc import Iterator
from itertools import chain

from guardrails.glance import Cue, glance
from guardrails.name_words import starts_no_street
from guardrails.spans import Span

_NAME = r"[A-ZĄĆĘŁŃÓŚŹŻ\u0410-\u042f\u0404\u0406\u0407\u0490][\w.'’-]{0,30}"
_ANYNAME = r"[^\W\d_][\w.'’-]{0,30}"
_HOUSE = (
    r"\d{1,4}(?:\s?[A-Ha-h](?!\w))?(?:\s?[/\\]\s?\d{1,4}[a-zA-Z]?|\s?,?\s?(?:m\.|m|lok\.|lok|lokal|mieszk\."
    r"|mieszkania|mieszkanie|квартира|квартирі|кв\.|кв|flat|apartment|apt\.?)\s?\d{1,4}(?:\s?[a-z](?!\w))?)?(?!\w"
    r"|-\d{3})"
)
_TOWN = rf"(?:\s(?:(?-i:{_NAME})(?:\s(?-i:{_NAME})){{0,2}}|[^\W\d_]{{4,20}}))"
_CITY = rf"(?:(?:,\s(?-i:{_NAME}))?,?\s{{1,2}}\d\d-\d{{3}}(?![\w-]){_TOWN}?|,\s\d{{5}}(?!\d))?"
_STREET_WORD = (
    r"(?:ul\.|al\.|os\.|pl\.|вул\.|просп\.|пров\.|(?:ul|ulica|ulicy|ulicą|ulice|aleja|alei|aleje|alejach|osiedle"
    r"|osiedlu|plac|placu|rondo|skwer|вул|вулиця|вулиці|вулицю|проспект|проспекті|бульвар|провулок)(?!\w))"
)
_STREET = re.compile(
    rf"(?<!\w){_STREET_WORD}\s?(?:{_ANYNAME}|\d{{1,2}})(?:\s(?!nr\b){_ANYNAME}){{0,4}},?\s(?:(?:nr|numer|дом|буд\.?"
    rf"|будинок|bl\.|blok)\s)?{_HOUSE}{_CITY}",
    re.IGNORECASE,
)
_LIVES = Cue(
    re.compile(
        r"(?:mieszkam|mieszkamy|mieszka|[zż]yj[eę] na|zamieszka\w{0,3}|zameldowan\w|adres\w{0,3}(?: zamieszkania"
        r"| domowy| korespondencyjny| to| jest)?|adresem|zam\.|i live|my address|home address|address is"
        r"|living (?:at|in)"
        r"|lives at|live at|meldun\w{1,4}|my place|адрес\w{0,3}|прописк\w|зареєстрован\w{1,2}|мешкаю|живу|проживаю"
        r"|живемо)"
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
        "meldun",
        "place",
        "пропис",
        "зареєстр",
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
_SMALL_HOUSE = r"\d{1,3}[a-z]?(?:\s?(?:/|m\.?|lok\.?)\s?\d{1,4}[a-z]?)?"
_SMALL_STREET = re.compile(
    rf"\s?:?\s(?:(?:na|przy|to|jest)\s)?(?:ul\s)?([^\W\d_]{{3,20}}(?:iej|ej|na|owa|ska|cka"
    rf"|wa)\s{_SMALL_HOUSE})(?![\w/.,-]*\d)"
)
# Small letters, a house and a post code; or a house with a flat: nothing else looks so behind "my address".
_SMALL_PLACE = re.compile(
    rf"\s?:?\s(?:(?:na|przy|to|jest|w"
    rf"|we)\s)?([^\W\d_]{{3,20}}(?:\s[^\W\d_]{{3,20}})?\s(?:{_SMALL_HOUSE},?\s\d\d-\d{{3}}(?![\w-]){_TOWN}?"
    r"|\d{1,3}[a-z]?\s?(?:/|m\.?\s?|lok\.?\s?)\d{1,4}[a-z]?))(?![\w/-])"
)
_VILLAGE = re.compile(
    rf"(?<!\w)(?:(?:[Ww]ie[śs]|[Ww]si|[Kk]olonia|Osada|[Kk]ol\.|[Mm]iejscowo[śs][ćc]i?|[Pp]rzysi[óo][łl]ek"
    rf"|[Ss]o[łl]ectwo|[Сс]ело|[Сс]елі|с\.)"
    rf"\s{_NAME}(?:\s{_NAME})?|{_NAME}\s(?:Wieś|Wola|Kolonia|Wólka)),?\s\d{{1,3}}[a-z]?(?![\w/-])"
)
# A place and a house before a post code, or before the commune or the town nearby.
_HOUSE_AND_CODE = re.compile(
    rf"(?<![\w.]){_NAME}(?:\s{_NAME}){{0,2}}\s\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})?,?\s\d\d-\d{{3}}(?![\w-]|[.,]\d){_TOWN}?"
)
_HOUSE_NEAR = re.compile(
    rf"(?<![\w.]){_NAME}(?:\s{_NAME}){{0,1}}\s\d{{1,3}}[a-z]?,?\s(?:gm\.|gmina|pow\.|powiat|k\.|k/|ko[łl]o"
    rf"|woj\.)\s?{_NAME}"
)
# Squares and the like need a house in few digits and a capital letter: "rynek pracy 2026" is none.
# A flat behind the house, and a town after it: a street without its word.
_WITH_FLAT = re.compile(
    rf"(?<![\w.]){_NAME}(?:\s{_NAME})?\s\d{{1,3}}[a-z]?(?:\s(?:m\.?|lok\.?"
    rf"|mieszk\w{{0,6}}\.?)\s?\d{{1,3}}[a-z]?(?![\w/])|/\d{{1,3}}[a-z]?(?=,\s{_NAME}))"
)
_SQUARE = re.compile(
    rf"(?<!\w)(?:Rynek|Rynku|Bulwar|Bulwary|Trakt|Szosa|Wybrzeże|Deptak)(?:\s{_NAME}){{0,2}}\s\d{{1,3}}[A-Za-z]?(?!\d)"
    r"(?:\s?/\s?\d{1,3}[a-z]?|,?\s?(?:m\.?|lok\.?|mieszkania|mieszkanie)\s?\d{1,3}[a-z]?)?(?![\w/-])"
)
# The settlement before a street, with its short word: "с. Вільшанка, вул. Садова 5", "m. Radom, ul. …".
_BEFORE_STREET = re.compile(rf"(?:с\.|м\.|смт|село|місто|m\.|wieś|miasto)\s{_NAME}(?:\s{_NAME})?,\s$")
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
    rf"(?<!\w){_NAME}(?<=owa|wej|ową|ska|iej|ską|cka|cką|lna|nej|lną|ego)\s\d{{1,3}}[A-Za-z]?\s?(?:/\s?\d{{1,3}}"
    rf"|m\.?\s?\d{{1,3}}|lok\.?\s?\d{{1,3}})(?![\w/])"
)
# A house said in words: "ul. Polna dwadzieścia trzy mieszkania cztery".
_SAID = (
    r"(?:jeden|dwa|trzy|cztery|pi[eę][cć]|sze[sś][cć]|siedem|osiem|dziewi[eę][cć]|dziesi[eę][cć]|sto|dwie[sś]cie"
    r"|[^\W\d_]{3,9}na[sś]cie|[^\W\d_]{3,8}dzie[sś](?:i[aą]t|ci|cia))"
)
_SAID_HOUSE = re.compile(
    rf"(?<!\w){_STREET_WORD}\s?{_ANYNAME}(?:\s{_ANYNAME}){{0,2}}?(?:\s(?:nr|numer))?\s{_SAID}(?:\s{_SAID}){{0,2}}"
    rf"(?:\s(?:mieszkania|mieszkanie|m\.?|lok\.?|lokal)\s{_SAID}(?:\s{_SAID}){{0,2}})?(?!\w)",
    re.IGNORECASE,
)
_NO_STREET = re.compile(r"plac\w? (?:zabaw|budow|gry)|rynku? pracy", re.IGNORECASE)
_BEFORE = 60
_NOT_HOUSE = re.compile(
    r"^\s?(?:lat|lata|rok|roku|miesi|tyg|dni|km|r\.|godz|osob|osób|os\b|years|year|months|km|miles"
    r"|year|рок|місяц|км|zł|zl|PLN|%|kwalifik|zawod|szk|pi[eę]tr|klas|pok[oó]j|dzieci|raz|minut|semest|met)",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield the addresses of ``text``; they may overlap, the caller keeps the first."""
    if glance(text).digits:
        yield from _addresses(text)
    for match in _SAID_HOUSE.finditer(text):
        if not _NOT_HOUSE.match(text[match.end() : match.end() + 10]) and not _NO_STREET.match(match[0]):
            yield Span(match.start(), match.end(), "ADRES")


def _addresses(text: str) -> Iterator[Span]:
    yield from (Span(match.start(), match.end(), "ADRES") for match in _BLOCK.finditer(text))
    for match in _STREET.finditer(text):
        if not _NOT_HOUSE.match(text[match.end() : match.end() + 10]) and not _NO_STREET.match(match[0]):
            settlement = _BEFORE_STREET.search(text, max(0, match.start() - _BEFORE), match.start())
            yield Span((settlement or match).start(), match.end(), "ADRES")
    for lives in _LIVES.finditer(text):
        place = _PLACE.search(text, lives.end(), min(len(text), lives.end() + 110))
        small = _SMALL_PLACE.match(text, lives.end()) or _SMALL_STREET.match(text, lives.end())
        if small and (not place or place.start() > small.start(1)):
            span = Span(small.start(1), small.end(1), "ADRES")
        elif place and not _PUBLISHED.match(place[0]) and not starts_no_street(place[0]):
            span = Span(place.start(), place.end(), "ADRES")
        else:
            continue
        if not _NOT_HOUSE.match(text[span.end : span.end + 10]):
            yield span
    yield from (Span(match.start(), match.end(), "ADRES") for match in _ENGLISH_STREET.finditer(text))
    yield from (Span(match.start(), match.end(), "ADRES") for match in _BARE_STREET.finditer(text))
    shaped = (_HOUSE_AND_CODE, _HOUSE_NEAR, _WITH_FLAT, _SQUARE, _VILLAGE, _POSTCODE)
    for match in chain.from_iterable(pattern.finditer(text) for pattern in shaped):
        if not _NOT_HOUSE.match(text[match.end() : match.end() + 10]) and not starts_no_street(match[0]):
            yield Span(match.start(), match.end(), "ADRES")
