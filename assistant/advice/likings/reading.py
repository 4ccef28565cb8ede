"""Which likings the words of a text say, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.advice.likings.table import Form, Liking, likings
from retrieval.analysis import Word

JOINS = frozenset({"i", "oraz", "a", "albo", "lub", "czy", "and", "or", "та", "і", "й", "або", "чи"})


@dataclass(frozen=True, slots=True)
class Said:
    """A liking and the places (from, to) of the words that say it."""

    liking: Liking
    start: int
    end: int


def said_in(words: Sequence[Word]) -> tuple[Said, ...]:
    """Return what is said in ``words``, in order: the longest phrase at each place, the first liking of equals.

    What only stands alone («naprawiać») gives way to what it is done to («naprawiać auta»).
    """
    found, place = [], 0
    while place < len(words):
        said = next((one for one in _phrases() if _stands(one.phrase, words, place)), None)
        if said is None:
            place += 1
            continue
        found.append((said, Said(said.liking, place, place + len(said.phrase))))
        place += len(said.phrase)
    gives_way = (
        said.alone and place + 1 < len(found) and _in_one_breath(words, one, found[place + 1][1])
        for place, (said, one) in enumerate(found)
    )
    return tuple(one for (_, one), gives in zip(found, gives_way, strict=True) if not gives)


@dataclass(frozen=True, slots=True)
class _Phrase:
    phrase: tuple[Form, ...]
    liking: Liking
    alone: bool


def _in_one_breath(words: Sequence[Word], one: Said, after: Said) -> bool:
    return all(word.folded not in JOINS for word in words[one.end : after.start])


def _stands(phrase: tuple[Form, ...], words: Sequence[Word], place: int) -> bool:
    part = words[place : place + len(phrase)]
    return len(part) == len(phrase) and all(form.fits(word) for form, word in zip(phrase, part, strict=True))


@cache
def _phrases() -> tuple[_Phrase, ...]:
    said = [_Phrase(phrase, liking, alone=False) for liking in likings().values() for phrase in liking.said]
    alone = [_Phrase(phrase, liking, alone=True) for liking in likings().values() for phrase in liking.alone]
    return tuple(sorted((*said, *alone), key=lambda one: (-len(one.phrase), -_exact(one.phrase))))


def _exact(phrase: tuple[Form, ...]) -> int:
    """A whole word before a beginning, a longer beginning before a shorter one."""
    return sum(len(form.begins) if form.begins else 99 for form in phrase)
