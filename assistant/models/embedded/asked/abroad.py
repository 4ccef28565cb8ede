"""Papers from abroad in Poland, and papers from Poland abroad: which paper, which way, and what is asked of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.models.embedded.words.phrase_file import PhraseFile
from retrieval.analysis import analyse, fold

_PHRASES = PhraseFile(Path(__file__).with_name("abroad.yaml"))
EU = "eu"
UNION, MEDICAL, WELDER, ELECTRIC = "fact:C-uznanie-ue", "fact:R113", "fact:REG-spawacz", "fact:REG-sep"
DEGREE, SCHOOL, NOT_ABROAD = "fact:C-zagraniczny-dyplom", "fact:R117", "fact:A-uznanie-za-granica"
WORKED, COURSE = "fact:C-nauka-w-pracy", "fact:R031"
OF_ABROAD = ((UNION, MEDICAL, WELDER, ELECTRIC, DEGREE), (SCHOOL, NOT_ABROAD, WORKED, COURSE))
"""The rules that an answer may need, as far as they are held."""
MOST_WORDS_AFTER = 9
MOST_WORDS_OF_PAPER = 5
_NEAR = 2
_PAPERS = frozenset({"school", "degree", "driving", "craft", "licence"})


@dataclass(frozen=True, slots=True)
class Abroad:
    """``kinds`` are the papers named, ``where`` they are of (``eu``, ``near`` it, ``outside``, or unknown: nothing).

    ``out`` tells that a Polish paper is to be used abroad; ``asks`` are ``price``, ``duration`` and ``body`` of the
    recognition, ``recognised`` that it is asked for by its name, ``polish`` that a Polish paper is named.
    """

    kinds: tuple[str, ...] = ()
    where: str = ""
    out: bool = False
    asks: tuple[str, ...] = ()
    recognised: bool = False
    polish: bool = False


def abroad_in(message: str, *, asked: bool = False) -> Abroad | None:
    """Return the papers a message asks the recognition of; ``asked`` tells that it is known to ask for that."""
    said = _said(message)
    where = next((name for name in _PHRASES.lists["where"] if _PHRASES.says(said, "where", name)), "")
    kinds = tuple(name for name in _PHRASES.lists["kinds"] if _PHRASES.says(said, "kinds", name))
    recognise = _PHRASES.says(said, "recognise")
    out = _goes_out(said, where)
    paper = _PHRASES.says(said, "papers") or bool(_PAPERS.intersection(kinds))
    used = paper and (out or _PHRASES.says(said, "in_poland") or _of_there(said))
    figure = any(_PHRASES.says(said, "asks", name) for name in ("price", "duration"))
    named = _PHRASES.says(said, "by_name") and (bool(kinds) or figure)
    if not asked and not named and not (where and ((recognise and (kinds or paper or out)) or used)):
        return None
    if "driving" in kinds and not (where or recognise):
        return None  # «prawo jazdy kat. C, gdzie?» is of no other country
    asks = tuple(name for name in _PHRASES.lists["asks"] if _PHRASES.says(said, "asks", name))
    return Abroad(kinds, "" if where == "unknown" else where, out, asks, recognise, _is_polish(said))


def abroad_after(message: str, before: str) -> Abroad | None:
    """Return what a short message asks after ``before``: the price or time of the recognition, another country."""
    said = _said(message)
    first, now = abroad_in(before, asked=True), abroad_in(message, asked=True)
    if first is None or now is None or not 0 < len(said) <= MOST_WORDS_AFTER:
        return None
    another = bool(_PAPERS.intersection(now.kinds) - {*first.kinds})  # «and university diplomas?»
    other = len(said) <= MOST_WORDS_OF_PAPER and bool(_PAPERS.intersection(now.kinds))
    if not (now.asks or now.where or another or other or _PHRASES.says(said, "recognise")):
        return None
    return Abroad(
        now.kinds or first.kinds,
        now.where or first.where,
        first.out or now.out,
        now.asks,
        now.recognised or bool(now.where) or other,
    )


def speaks_of(message: str, key: str) -> bool:
    """Tell whether a phrase of one list is said in a message."""
    return _PHRASES.says(_said(message), key)


def names_only_papers(text: str) -> bool:
    """Tell whether a text names nothing but papers and schools: «university diplomas», «dyplom uczelni»."""
    paths, said = (("kinds", "school"), ("kinds", "degree"), ("papers",)), _said(text)
    places = frozenset[int]().union(*(_PHRASES.places(said, *path) for path in paths))
    words = analyse(text, max_words=200).words
    return bool(places) and all(at in places or word.stop for at, word in enumerate(words))


def _of_there(said: Sequence[str]) -> bool:
    """A paper beside the word for where it is from: «ukraiński dyplom», «papiery z zagranicy»."""
    named = [at for at, word in enumerate(said) if _PHRASES.has_word(word, "papers")]
    places = [at for name in _PHRASES.lists["where"] for at, _ in _PHRASES.spans(said, "where", name)]
    return any(0 < abs(at - place) <= _NEAR for at in named for place in places)


def _is_polish(said: Sequence[str]) -> bool:
    """«Polski certyfikat»."""
    polish = [at for at, _ in _PHRASES.spans(said, "polish")]
    return any(_PHRASES.has_word(word, "papers") for at in polish for word in said[at + 1 : at + 1 + _NEAR])


def _goes_out(said: Sequence[str], where: str) -> bool:
    """A Polish paper («polski certyfikat»), or one to be used where one goes («do Niemiec», «valid abroad»)."""
    if _PHRASES.says(said, "in_poland"):
        return False
    if _is_polish(said):
        return True
    places = [at for name in _PHRASES.lists["where"] for at, _ in _PHRASES.spans(said, "where", name)]
    goes = any(_PHRASES.has_word(said[at - 1], "to") for at in places if at)
    return goes or (where == "unknown" and any(_goes_abroad(said))) or "za granica" in " ".join(said)


def _goes_abroad(said: Sequence[str]) -> Iterator[bool]:
    """«Valid abroad», not «certificates from abroad»."""
    return (word == "abroad" and (not at or said[at - 1] != "from") for at, word in enumerate(said))


def _said(message: str) -> list[str]:
    return [fold(word.surface) for word in analyse(message, max_words=200).words]
