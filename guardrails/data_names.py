"""A person's name beside what else tells of the person: before a PESEL, a telephone, a mail, or inside the mail."""

import re
from collections.abc import Iterable, Iterator

from guardrails.dictionary import kinds
from guardrails.name_words import CAPITAL, INITIAL, is_common, is_person, is_plain, small_given_names
from guardrails.normalise import fold
from guardrails.spans import Span

_OF_PERSON = frozenset(
    {"PESEL", "TELEFON", "E-MAIL", "DOKUMENT", "DOWÓD", "PASZPORT", "DATA URODZENIA", "KONTO", "KARTA"}
)
# A name at the end of what stands before the data, and the word for the data between them.
_BETWEEN = (
    r"[\s,;:(/–-]{1,4}"
    r"(?:(?:pesel|psl|tel|telefon|kom|nr|numer|e?-?mail|ur|urodzon[ya]|urodzenia|data|born|dob|dow[oó]d|dow|os"
    r"|paszport|paszp|passport|id"
    r"|konto|тел|телефон|phone|mobile|mob|card|kontakt|contact|booking)[\s.:,–-]{1,3}){0,3}"
)
_BEFORE = re.compile(
    rf"(?<![\w.-])((?:{CAPITAL}|{INITIAL})(?: (?:{CAPITAL}|{INITIAL})){{1,3}}|{CAPITAL}, {CAPITAL}|{INITIAL}{CAPITAL})"
    rf"{_BETWEEN}$",
    re.IGNORECASE,
)
NAME = "IMIĘ I NAZWISKO"
# A date right behind a name, of a year in which somebody who writes may be born.
_BORN = re.compile(
    r"(?: ?\(|, ?| )((?:[0-3]?\d[./-][01]?\d[./-](?:19[3-9]\d|200\d|201[0-5]))|(?:19[3-9]\d|200\d"
    r"|201[0-5])-[01]\d-[0-3]\d)(?!\d)"
)
_SMALL_BEFORE = re.compile(
    rf"(?<![\w.@-])([^\W\d_]{{2,20}} [^\W\d_]{{2,20}}(?:-[^\W\d_]{{2,20}})?){_BETWEEN}$", re.IGNORECASE
)
_WINDOW = 110
_LOCAL_END = re.compile(r"[@\[({]|\s")
_PIECE = re.compile(r"[^\W\d_]{3,}")
_CAPITALS = re.compile(rf"(?<![\w.@-]){CAPITAL}(?: (?:{CAPITAL}|{INITIAL})){{0,3}}(?![\w@])")


def find(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """Yield the names beside the ``found`` places of ``text``; they may overlap."""
    pieces: set[str] = set()
    for span in found:
        if span.kind in _OF_PERSON:
            yield from _right_before(text, span.start)
        if span.kind == NAME and (born := _BORN.match(text, span.end)):
            yield Span(born.start(1), born.end(1), "DATA URODZENIA")
        if span.kind == "E-MAIL":
            local = _LOCAL_END.split(text[span.start : span.end], maxsplit=1)[0]
            pieces.update(map(fold, _PIECE.findall(local)))
    if pieces:
        yield from _of_mails(text, pieces)


def _right_before(text: str, start: int) -> Iterator[Span]:
    since = max(0, start - _WINDOW)
    if before := _BEFORE.search(text, since, start):
        yield from _name(before)
    if small := _SMALL_BEFORE.search(text, since, start):
        first, second = small[1].lower().split(" ")
        opens = not text[max(0, small.start(1) - 2) : small.start(1)].strip(" :,;\n")
        surname = kinds(second).last or (opens and not kinds(second).known)
        if first in small_given_names() and surname and not is_common(second):
            yield Span(small.start(1), small.end(1), NAME)


def _name(match: re.Match[str]) -> Iterator[Span]:
    """The name of a match without the words before it that are none ("Uczeń Filip Zaręba")."""
    words = list(re.finditer(r"[^\s.,]+", match[1]))
    while len(words) > 1 and len(words[0][0]) > 1 and is_plain(words[0][0]):
        del words[0]
    capital = all(word[0][0].isupper() for word in words)
    if len(words) > 1 and capital and is_person([word[0] for word in words if len(word[0]) > 1], sure=True):
        yield Span(match.start(1) + words[0].start(), match.end(1), NAME)


def _of_mails(text: str, pieces: set[str]) -> Iterator[Span]:
    """Capitalised words that stand in a mail's own name too ("Carlos Mendes", carlos.mendes@…)."""
    for match in _CAPITALS.finditer(text):
        words = [word for word in match[0].split() if not word.endswith(".")]
        same = [word for word in words if fold(word) in pieces]
        if same and (len(words) == len(same) > 1 or is_person(words, sure=True)):
            yield Span(match.start(), match.end(), NAME)
