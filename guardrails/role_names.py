"""A person's name behind a role ("kierownik Gwidon Tracz"), in a form, in a closing line or in commas."""

import re
from collections.abc import Iterator

from guardrails.name_words import INITIAL, UPPER, is_person, starts_no_name
from guardrails.spans import Span

_ONE = rf"{UPPER}[^\W\d_]{{1,30}}(?:[-'’ʼ][^\W\d_]{{1,30}}){{0,2}}"
_NAME = rf"{_ONE}(?:\s(?:{_ONE}|{INITIAL})){{0,1}}\s{_ONE}"
# Who somebody is to the writer or at work; the name stands right behind.
_ROLE = re.compile(
    r"(?<!\w)(?:kierowni(?:k|ka|kiem|kowi|czka|czki|czk[aęą])|dyrektor\w{0,3}|prezes\w{0,3}|szef\w{0,4}"
    r"|pracodawc\w{1,2}"
    r"|brygadzist\w{1,2}|majst(?:er|ra|rem|rowi)|trener\w{0,3}|lekar\w{1,3}|w[lł]a[sś]ciciel\w{0,3}|opiekun\w{0,3}"
    r"|instruktor\w{0,3}|koordynator\w{0,3}|rekruter\w{0,3}|doradc\w{1,2}|doradczyn\w{1,2}|kadrow\w{1,2}"
    r"|ksi[eę]gow\w{1,2}|psycholog\w{0,3}|pedagog\w{0,3}|wychowaw\w{1,5}|nauczyciel\w{0,4}|narzecz\w{2,4}"
    r"|partner\w{0,3}"
    r"|te[sś]ciow\w|s[aą]siad\w{0,3}|znajom\w{1,3}|niejak\w{1,3}|podpis\w{1,4}|odb\.|odbiorc\w|nabywc\w"
    r"|zleceniobiorc\w|zleceniodawc\w"
    r"|opiekun prawny|zgoda rodzica:?|rodzic\w{0,2}|rodzic/opiekun|dziecko:?|[sś]wiadek|por[eę]czyciel|agent\w{0,2}"
    r"|po[sś]redni\w{2,4}|pracownic\w|pracowni(?:k|ka|kiem)|magister|mgr|dr|in[zż]\.|lek\.|med\."
    r"|my (?:boss|manager|supervisor|employer|teacher|coach|tutor|advisor|adviser|colleague|neighbou?r|landlord"
    r"|fianc[eé]e?|partner)"
    r"|(?:recruiter|manager|supervisor|trainer|doctor|dr\.?|prof\.?)"
    r"|(?:начальни|керівни|дирек|вчител|виклад|тренер|менедже|роботодав|консульт|сусід|знайом|бригадир|лікар)\w{0,6}"
    r"|панов[іи]|пан[ауоіеы]?м?|пані|некі\w{1,3}|якийсь|якась)"
    r"(?:\s(?:zawodow\w{1,3}|personaln\w{1,3}|medycyny pracy|szko[lł]y|klasy|sklepu|firmy))?"
    rf"(?:\s(?:to|jest|is))?[,:]?\s(?:pan(?:a|em|u|i|ią)?\s|(?:niejak\w{{1,3}}|mgr|dr|in[zż]\."
    rf"|пан\w{{0,3}})\s)?(?-i:({_NAME}))(?!\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?<!\w)(?:applicant|candidate|employee|name|surname|kandydat(?:ka)?|klient(?:ka)?|pracownik|uczestni(?:k|czka)"
    r"|ucze[nń]|uczennica"
    r"|student(?:ka)?|zleceniobiorca|zleceniodawca|dane|imi[eę] i nazwisko|nazwisko i imi[eę]|nazwisko|піб"
    r"|прізвище та ім['’ʼ]я)\s?:\s?"
    rf"(?-i:({_ONE},\s{_ONE}(?:\s{_ONE})?))(?!\w)",
    re.IGNORECASE,
)
_PIB = re.compile(rf"(?<!\w)ПІБ\s?[:–-]?\s?({_ONE}(?:\s{_ONE}){{1,2}})")
_IN_COMMAS = re.compile(rf"(?<!\w)(?:I|Ja|Я),\s({_NAME}),")
_CLOSING = re.compile(
    r"(?<!\w)(?:dzi[eę]kuj[eę]|dzi[eę]ki|pozdr\w{1,8}|powa[zż]aniem|szacunku|thanks|thank you|best|cheers|wishes"
    r"|regards|щиро|дякую|повагою)"
    rf"(?:\s[^\W\d_]{{4,12}})?[,.!]?\s{{1,3}}(?:mgr\s|dr\s|in[zż]\.\s)?(?-i:({_ONE}(?:\s{_ONE})?\s(?:{_ONE}"
    rf"|{INITIAL})))[.!]?\s{{0,2}}(?:\n|$)",
    re.IGNORECASE,
)
_SURELY_PERSON = re.compile(r"my |I,|Я,|niejak|pan|пан|mr|ms|mgr", re.IGNORECASE)


def find(text: str) -> Iterator[Span]:
    """Yield the names; they may overlap, the caller keeps the first."""
    for pattern in (_ROLE, _IN_COMMAS):
        for match in pattern.finditer(text):
            if is_person(_words(match[1]), sure=bool(_SURELY_PERSON.match(match[0]))):
                yield _span(match)
    for pattern in (_LABEL, _PIB, _CLOSING):
        for match in pattern.finditer(text):
            words = _words(match[1])
            if not starts_no_name(words[0].title()) and is_person(words, sure=True):
                yield _span(match)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", name)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start(1), match.end(1), "IMIĘ I NAZWISKO")
