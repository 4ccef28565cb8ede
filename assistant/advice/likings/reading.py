"""Which likings the words of a text say, and where."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
        numeral = words[place].folded.isdecimal()  # «5» is read as «pięć», which is «piec» without its tail
        tried = () if numeral else _phrases().beginning(words[place])
        said = next((one for one in tried if _stands(one.phrase, words, place)), None)
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


class _Phrases:
    """The phrases of all likings in the order in which they are tried, found by what their first word may be."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self._ordered = sorted(phrases, key=lambda one: (-len(one.phrase), -_exact(one.phrase)))
        self._by_word: defaultdict[str, list[int]] = defaultdict(list)
        self._by_beginning: defaultdict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(self._ordered):
            first = one.phrase[0]
            if first.begins:
                self._by_beginning[first.begins].append(place)
            for key in {first.folded, *first.lemmas} - {""}:
                self._by_word[key].append(place)

    def beginning(self, word: Word) -> Iterator[_Phrase]:
        """Yield the phrases whose first word ``word`` may be."""
        places = {place for key in (word.folded, *word.lemmas) for place in self._by_word.get(key, ())}
        for size in range(1, len(word.folded) + 1):
            places.update(self._by_beginning.get(word.folded[:size], ()))
        return (self._ordered[place] for place in sorted(places))


@cache
def _phrases() -> _Phrases:
    said = [_Phrase(phrase, liking, alone=False) for liking in likings().values() for phrase in liking.said]
    alone = [_Phrase(phrase, liking, alone=True) for liking in likings().values() for phrase in liking.alone]
    return _Phrases((*said, *alone))


def _exact(phrase: tuple[Form, ...]) -> int:
    """A whole word before a beginning, a longer beginning before a shorter one."""
    return sum(len(form.begins) if form.begins else 99 for form in phrase)
