"""Questions with other names in the place of those they hold: what is wanted hangs on no name.

Few names stand in the written questions, each in few kinds of question: «technik żywienia» among exams, «opiekun»
among duties. Read by what was learnt from these alone, one question means one thing of a cook and another of a carer.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from assistant.models.embedded.learnt.linear import FOLDER
from retrieval.analysis import Word, analyse

FILE = "titles.tsv"
"""Beside the weights: ``work`` or ``paper``, language, name and the lemmas the name consists of."""
WORK, PAPER = "work", "paper"
_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_FEMININE = ("ka", "czyni")
_LONGEST = 400
"""Words of a text in which names are looked for."""


class Kind(NamedTuple):
    """Names that may stand for each other: of people's work or of papers, in one language."""

    of: str
    language: str


class Title(NamedTuple):
    """The name of a record and its lemmas."""

    kind: Kind
    name: str
    lemmas: tuple[str, ...]


class Named(NamedTuple):
    """Where a name stands in a text, from ``start`` to before ``end``, and its kind."""

    start: int
    end: int
    kind: Kind


_STAND_INS: Mapping[Kind, tuple[str, ...]] = {
    Kind(WORK, "pl"): ("kucharz", "technik logistyk", "fotograf", "operator obrabiarek skrawających"),
    Kind(WORK, "en"): ("cook", "logistics technician", "photographer", "machine tool operator"),
    Kind(WORK, "uk"): ("кухар", "технік-логіст", "фотограф", "оператор верстатів"),
    Kind(PAPER, "pl"): ("trening personalny", "projektowanie graficzne", "organizowanie imprez", "montaż okien"),
    Kind(PAPER, "en"): ("personal training", "graphic design", "organising events", "fitting windows"),
    Kind(PAPER, "uk"): ("персональне тренування", "графічний дизайн", "організація заходів", "монтаж вікон"),
}


@lru_cache(maxsize=1_024)
def alike(text: str) -> tuple[str, ...]:
    """Return a text and, where it names records, the same with stand-ins for their names."""
    names = named_in(text)
    if not names:
        return (text,)
    return (text, *(put(text, names, chosen) for chosen in _choices(names)))


def _choices(names: Sequence[Named]) -> Iterator[tuple[str, ...]]:
    """Yield a stand-in for each name, never the same for two of a kind: «fryzjer czy kosmetyczka» stays two things."""
    for turn in range(min(map(len, _STAND_INS.values()))):
        standing = (_STAND_INS[one.kind] for one in names)
        yield tuple(choices[(turn + at) % len(choices)] for at, choices in enumerate(standing))


def put(text: str, names: Sequence[Named], others: Sequence[str]) -> str:
    """Return the text with other names in the place of those it holds."""
    parts, at = [], 0
    for one, other in zip(names, others, strict=True):
        parts += [text[at : one.start], other]
        at = one.end
    return "".join((*parts, text[at:]))


def named_in(text: str) -> tuple[Named, ...]:
    """Return the names of records in a text, of two at one place the longer, in their order."""
    words = [(match.span(), word) for match in _TOKEN.finditer(text) if (word := _word(match.group()))][:_LONGEST]
    found, at = [], 0
    while at < len(words):
        size, kind = _longest([word for _, word in words[at:]])
        if kind is not None:
            found.append(Named(words[at][0][0], words[at + size - 1][0][1], kind))
        at += max(size, 1)
    return tuple(found)


def _longest(words: Sequence[Word]) -> tuple[int, Kind | None]:
    """Return of how many words the longest name is that ``words`` begin with, and its kind."""
    begun = (title for lemma in words[0].lemmas for title in _titles(FOLDER.get()).by_first.get(lemma, ()))
    fitting = (title for title in begun if _fits(title.lemmas, words))
    best = max(fitting, key=lambda title: len(title.lemmas), default=None)
    return (len(best.lemmas), best.kind) if best else (0, None)


def _fits(lemmas: tuple[str, ...], words: Sequence[Word]) -> bool:
    if len(lemmas) == 1:
        return _means_only(words[0], lemmas[0])
    return len(lemmas) <= len(words) and all(lemma in word.lemmas for lemma, word in zip(lemmas, words, strict=False))


def _means_only(word: Word, name: str) -> bool:
    """Tell whether a word can be nothing but a name or its feminine: «mechanika», «elektronikę» are fields as well."""
    if name not in word.lemmas:
        return False
    if word.folded == name or _is_cyrillic(name):
        return True
    return all(lemma == name or _is_feminine(lemma, name) for lemma in word.lemmas)


def _is_feminine(lemma: str, name: str) -> bool:
    return lemma.endswith(_FEMININE) and lemma != f"{name}a"


def _is_cyrillic(name: str) -> bool:
    """Beside its lemma a Ukrainian word keeps its stem, which no dictionary has."""
    return "\u0400" <= name[0] <= "\u04ff"


@lru_cache(maxsize=65_536)
def _word(token: str) -> Word | None:
    words = analyse(token).words
    return words[0] if len(words) == 1 else None


class _Titles(NamedTuple):
    by_first: Mapping[str, tuple[Title, ...]]
    of_kind: Mapping[Kind, tuple[str, ...]]


def names_of(kind: Kind) -> tuple[str, ...]:
    """Return the names of one kind; raises ``OSError`` where nothing was trained."""
    return _titles(FOLDER.get()).of_kind[kind]


@cache
def _titles(folder: Path) -> _Titles:
    by_first: dict[str, tuple[Title, ...]] = {}
    of_kind: dict[Kind, tuple[str, ...]] = {}
    for line in (folder / FILE).read_text("utf-8").splitlines():
        of, language, name, lemmas = line.split("\t")
        title = Title(Kind(of, language), name, tuple(lemmas.split()))
        by_first[title.lemmas[0]] = (*by_first.get(title.lemmas[0], ()), title)
        of_kind[title.kind] = (*of_kind.get(title.kind, ()), name)
    return _Titles(by_first, of_kind)


def write_titles(titles: Iterable[Title], folder: Path) -> None:
    """Write the names that ``named_in`` looks for; raises ``OSError``."""
    lines = ("\t".join((*title.kind, title.name, " ".join(title.lemmas))) for title in titles)
    (folder / FILE).write_text("\n".join(lines) + "\n", "utf-8")


def forget() -> None:
    """Forget which names stand in which texts: other names are looked for from now on."""
    alike.cache_clear()
