"""A person's name in small letters that nothing announces: a first name and a surname of the dictionary."""

import re
from collections.abc import Iterator

from guardrails.dictionary import kinds
from guardrails.name_words import is_common, is_first_name, is_given_name, listed, may_be_name, may_be_surname
from guardrails.spans import Span

_SMALL_TITLE = re.compile(r"(?<!\w)(?:[Pp]an(?:a|u|em|i|ią)?|[Pp]\.) ([a-ząćęłńóśźż]{4,20})(?!\w)")
# A surname that looks like an adjective: "kowalska", "zielińskiego".
_ADJECTIVE = re.compile(r"(?:[sc]|dz)k(?:i|a|iego|iej|iemu|im|ą|ie)$")
_SMALL_PAIR = re.compile(r"(?<![\w.@-])([^\W\d_]{2,20}) (?=([^\W\d_]{2,20}(?:-[^\W\d_]{2,20})?)(?![\w@-]|\.\w))")
_INTRODUCES = re.compile(
    r"(?<!\w)(?:jestem|ja|to|tu|tutaj|mówi|mowi|pisze|zapisz\w{0,3}|pozdr\.?|pozdro|pozdrawiam|dziękuję|dziekuje"
    r"|dzięki|dzieki|podpisano|podpis|strony|imię|imie"
    r"|syn\w{0,3}|córk\w|cork\w|mąż|maz|żona|zona|brat|siostra|uczeń|uczen|uczennica|kolega|koleżanka|pan|pani|dla"
    r"|my|i['’]?m|am|is|it['’]?s|name"
    r"|(?:tu|ja|jestem)(?: [^\W\d_]{2,9}){1,2}|dane|zapisu|mnie|uczestnik|nazw\.|це|я|звати|дякую"
    r"|повагою)[\s,:–-]{1,3}$",
    re.IGNORECASE,
)
_BACK = 30


def find(text: str) -> Iterator[Span]:
    """Yield the names; they may overlap, the caller keeps the first."""
    for match in _SMALL_TITLE.finditer(text):
        known = kinds(match[1])
        if known.last and (_ADJECTIVE.search(match[1]) or not known.plain) and may_be_surname(match[1].title()):
            yield Span(match.start(1), match.end(1), "IMIĘ I NAZWISKO")
    for match in _SMALL_PAIR.finditer(text):
        if match[1].islower() and match[2].islower() and _is_name(text, match):
            yield Span(match.start(1), match.end(2), "IMIĘ I NAZWISKO")


def _is_name(text: str, pair: re.Match[str]) -> bool:
    """A surname that is a common noun too ("grzyb") counts only where somebody is introduced, a trade never."""
    first, second = pair[1], pair[2]
    if first in listed("homonyms") or is_common(second):
        return False
    like_adjective = bool(_ADJECTIVE.search(second))
    if not (is_first_name(first.title()) if like_adjective else is_given_name(first.title())):
        return False
    known = kinds(second)
    if not known.last or known.trade:
        return False
    if like_adjective:
        return may_be_name(second.title())
    if known.plain and not known.verbal:
        return bool(_INTRODUCES.search(text, max(0, pair.start() - _BACK), pair.start()))
    return not known.plain
