"""Which likings the words of a text say, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.advice.likings.table import Form, Liking, likings
from retrieval.analysis import Word


@dataclass(frozen=True, slots=True)
class Said:
    """A liking and the places (from, to) of the words that say it."""

    liking: Liking
    start: int
    end: int


def said_in(words: Sequence[Word]) -> tuple[Said, ...]:
    """Return what is said in ``words``, in order: the longest phrase at each place, the first liking of equals."""
    found, place = [], 0
    while place < len(words):
        said = next((one for one in _phrases() if _stands(one[0], words, place)), None)
        if said is None:
            place += 1
            continue
        found.append(Said(said[1], place, place + len(said[0])))
        place += len(said[0])
    return tuple(found)


def _stands(phrase: tuple[Form, ...], words: Sequence[Word], place: int) -> bool:
    part = words[place : place + len(phrase)]
    return len(part) == len(phrase) and all(form.fits(word) for form, word in zip(phrase, part, strict=True))


@cache
def _phrases() -> tuple[tuple[tuple[Form, ...], Liking], ...]:
    pairs = [(phrase, liking) for liking in likings().values() for phrase in liking.said]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), -_exact(pair[0]))))


def _exact(phrase: tuple[Form, ...]) -> int:
    """A whole word before a beginning, a longer beginning before a shorter one."""
    return sum(len(form.begins) if form.begins else 99 for form in phrase)
