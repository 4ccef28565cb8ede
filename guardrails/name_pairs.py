"""Two capitalised words that are a person's name: one a first name, wherever they stand; any two before an age."""

import re
from collections.abc import Iterator

from guardrails.name_words import (
    CAPITAL,
    INITIAL,
    UPPER,
    is_first_name,
    is_given_name,
    is_nominative,
    is_patron,
    is_plain,
    listed,
    may_be_name,
    may_stand_second,
)
from guardrails.spans import Span

_ONE = rf"{UPPER}[^\W\d_]{{1,30}}(?:[-'’ʼ][^\W\d_]{{1,30}})?"
AGE = r"(?:lat[ \t]\d\d|\d\d[ \t](?:lat|l\.|years old|yo|рок))(?!\w)"
"""An age behind a name."""
_PAIR = re.compile(rf"(?<![\w.-])({CAPITAL})(?=\s({CAPITAL})(?!\w))")
# Patrons of schools and streets, titles of works; a university or a prize after the name.
_HONOURED = re.compile(
    r"(?:\bim\.|imienia|\b[śs]w\.|\bul\.|\bal\.|\bpl\.|\bos\.|patron\w*|ulic\w+|plac\w*|rond\w+|pomnik\w*|kr[oó]l\w*"
    r"|papie[żz]\w*|lice\w+|technik\w+|szk[oó][lł]\w*|zesp\w+|uniwersytet\w*|akademi\w*|szpital\w*|fundacj\w*"
    r"|nagrod\w+|stypendi\w+|metod\w+|teori\w+|test\w*|model\w*)\s?$",
    re.IGNORECASE,
)
# Before the name of a patron, titles and further names may stand: "im. ks. gen. Jana Marcina …".
_PATRON = re.compile(
    r"(?<!\w)(?:im\.|imienia|patron\w*|[śs]w\.|ім\.|імені)\s"
    r"(?:(?:gen|ks|prof|dr|hab|p[łl]k|mjr|b[łl]|[śs]w|kard|hm|rtm|kpt|in[zż]|bp|abp)\.?\s"
    r"|(?:gen|ks|profeso|doktor|kardyna|ojc|bisku|arcybisku|papie|kr[oó]l|[śs]wi[eę]t|b[łl]ogos[łl]aw|marsza|ген|кн"
    rf"|свят)\w{{1,9}}\s|(?-i:{CAPITAL}\s|{INITIAL}\s?)){{0,4}}$",
    re.IGNORECASE,
)
_LONGEST = 70
_BOTH_AGED = re.compile(
    rf"(?<![\w.-])({CAPITAL}\s{CAPITAL}),?\s(?:{AGE}|(?:here|born|urodzon[ya]|ur\.|PESEL|pesel|tel\.|tel|phone)(?!\w))"
)
_ACRONYM = re.compile(r"(?<!\w)[A-ZĄĆĘŁŃÓŚŹŻ]{2,3}(?!\w)")  # «Uczestniczka WTZ, 31 lat»
_ONE_AND = re.compile(rf"(?<!\w)({_ONE})[ \t](?:i|oraz|and|та|і)[ \t]$")


def is_honoured(text: str, name: Span) -> bool:
    """Tell whether a school, a street or a prize is called after ``name``, or a quoted title consists of it."""
    if _PATRON.search(text, max(0, name.start - _LONGEST), name.start):
        return True
    return text[max(0, name.start - 1) : name.start] == "„" and text[name.end : name.end + 1] in ("”", '"')


def find(text: str) -> Iterator[Span]:
    """Yield the names; they may overlap, the caller keeps the first."""
    for pair in _PAIR.finditer(text):
        opener = pair[1].title() in listed("openers")
        surname_first = is_nominative(pair[2]) and not opener and (is_given_name(pair[1]) or not is_plain(pair[1]))
        given_first = is_given_name(pair[1]) or (is_first_name(pair[1]) and may_stand_second(pair[2]))
        known = surname_first or (given_first and not is_plain(pair[2]))
        honoured = is_patron(pair[1], pair[2]) or _HONOURED.search(text, max(0, pair.start() - 16), pair.start())
        if known and not honoured and may_be_name(f"{pair[1]} {pair[2]}".title()):
            couple = _ONE_AND.search(text, max(0, pair.start() - 26), pair.start())
            start = couple.start(1) if couple and is_first_name(couple[1]) else pair.start()
            yield _span(start, pair.end(2))
    for aged in _BOTH_AGED.finditer(text):
        if may_be_name(aged[1]) and not _ACRONYM.search(aged[1]):
            yield _span(aged.start(1), aged.end(1))


def _span(start: int, end: int) -> Span:
    return Span(start, end, "IMIĘ I NAZWISKO")
