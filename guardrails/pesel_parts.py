"""A PESEL told in parts: its halves apart, only how it begins, only its last figures."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from guardrails.spans import Span

# A PESEL said in two parts ("070523 i 01234"), or only how it begins.
_HALVES = re.compile(r"(?<![\d.,])(\d\d[ .\-]?\d\d[ .\-]?\d\d)(?!\d)[^\d\n]{1,30}(?<![\d.,])(\d{5})(?![\d])")
_BEGINS = re.compile(r"(?:zaczyna|początek|poczatek|starts|begins|почина)[^\d\n]{1,12}(\d{6})(?!\d)")
_ENDS = re.compile(r"(?:ko[nń]cz\w{1,3}|ko[nń]c[oó]wk\w|ostatnie|ends|останні)[^\d\n]{1,16}(\d{4,6})(?!\d)")
_LAST = re.compile(
    r"(?:ostatni|ko[nń]c)\w{1,4} (?:\d )?cyfr\w{0,2} (?:mojego )?[Pp][Ee][Ss][Ee][Ll]\w{0,2}[^\d\n]{1,8}(\d{3,6})(?!\d)"
)


def find(text: str, words: Iterable[re.Match[str]]) -> Iterator[Span]:
    """Yield the parts behind the ``words`` that name a PESEL; a first half must be a date, so that no code is meant."""
    for named in words:
        until = min(len(text), named.end() + 70)
        if (halves := _HALVES.search(text, named.end(), until)) and is_birth(re.sub(r"\D", "", halves[1])):
            yield from (Span(halves.start(part), halves.end(part), "PESEL") for part in (1, 2))
        elif (begins := _BEGINS.search(text, named.end(), until)) and is_birth(begins[1]):
            yield Span(begins.start(1), begins.end(1), "PESEL")
        if ends := _ENDS.search(text, named.end(), until) or _LAST.search(text, max(0, named.start() - 20), until):
            yield Span(ends.start(1), ends.end(1), "PESEL")


def is_birth(digits: str) -> bool:
    """Tell whether the first six digits are a date of birth of somebody alive, whatever the check digit."""
    month = int(digits[2:4])
    century = {0: 1900, 20: 2000}.get(month // 20 * 20)
    if century is None:
        return False
    try:
        born = date(century + int(digits[:2]), month % 20, int(digits[4:6]))
    except ValueError:
        return False
    return 1925 <= born.year <= 2026
