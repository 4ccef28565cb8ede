"""Official codes as whole tokens: ``INF.03`` however it is typed, and its sets ``INF.03.2``."""

import re
from collections.abc import Iterator
from functools import cache

from retrieval.analysis.data import load

# Older generations of codes are shorter (``E.12``, ``EE.08``); those are taken in their dotted form only.
_DOTTED = re.compile(r"(?<![\w.])([a-z]{1,3})\.\s?(\d{2})(?:\.(\d{1,2}))?(?!\w)")
_NUMBERS = re.compile(r"(?<![\w.,])(\d{5,6})(?![\w])")  # of the register, of the classification


@cache
def _loose() -> re.Pattern[str]:
    """Without a dot only known branches count, or ``lat 18`` and ``rok 20`` would be codes."""
    branches = "|".join(branch.casefold() for branch in load("codes")["branches"])
    return re.compile(rf"(?<![\w.])({branches})[\s\-_]{{0,2}}0?(\d{{1,2}})(?:[.\s](\d{{1,2}}))?(?!\w)")


def split_codes(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the codes out of a normalised text: what remains, and the codes as ``inf.03`` and ``351406``.

    A set's code (``inf.03.2``) comes with that of its qualification.
    """
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        found.extend(_written(match))
        return " "

    for pattern in (_DOTTED, _loose(), _NUMBERS):
        text = pattern.sub(take, text)
    return text, tuple(dict.fromkeys(found))


def _written(match: re.Match[str]) -> Iterator[str]:
    if match.re is _NUMBERS:
        yield match.group(1)
        return
    branch, number, part = match.groups()
    yield f"{branch}.{int(number):02d}"
    if part:
        yield f"{branch}.{int(number):02d}.{int(part)}"
