"""What a quick look at a text shows, so that a costly pattern is tried only where it can match at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Glance:
    """``small``: the text in small letters, each where it stands in the text; ``digits``: how many it holds."""

    small: str
    digits: int
    words: frozenset[str]

    def has_any(self, hints: tuple[str, ...]) -> bool:
        """Tell whether one of ``hints`` stands anywhere in the small letters."""
        return any(hint in self.small for hint in hints)


@lru_cache(maxsize=64)
def glance(text: str) -> Glance:
    """Return what every module of personal data asks first; kept, since all look at the same message."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(mark.lower() if len(mark.lower()) == 1 else mark for mark in text)
    return Glance(small, len(_DIGIT.findall(text)), frozenset(_WORD.findall(small)))


@dataclass(frozen=True, slots=True)
class Cue:
    """``pattern`` cannot match where none of ``hints`` (small letters) stands or fewer than ``digits`` digits do.

    ``in_small``: the pattern is written in small letters and read on them, which is quicker than ``IGNORECASE``.
    """

    pattern: re.Pattern[str]
    hints: tuple[str, ...] = ()
    digits: int = 0
    in_small: bool = False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text``."""
        seen = glance(text)
        if seen.digits < self.digits or (self.hints and not seen.has_any(self.hints)):
            return iter(())
        return self.pattern.finditer(seen.small if self.in_small else text)
