"""A list of qualifications or occupations asked for by what they have in common: «kwalifikacje rynkowe na poziomie 5».

A field named beside the level («z informatyki na poziomie 6») narrows the list to what the search finds for it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from assistant.models.embedded.words.it import spelled_out
from assistant.models.embedded.words.patterns import folded, pattern_of, starts_of
from retrieval.analysis import Word, analyse

FILE = Path(__file__).with_name("lists.yaml")
MOST_WORDS = 16
MOST_OF_FIELD, MOST_WORDS_OF_FIELD = 2, 6
QUALIFICATION, OCCUPATION = "qualification", "occupation"
CRAFT = "craft"
_LEVELS = range(1, 9)
_KEYS = ("list", "idle", "level", "frame", "year", "lasting", "indefinite", "field")


@dataclass(frozen=True, slots=True)
class Listed:
    """What the things to be listed have in common; ``thing`` is ``qualification`` or ``occupation``.

    ``category`` and ``kind`` are values of the register's lists, ``years`` is how long the document is valid; ``count``
    asks how many there are; ``field`` are the words of the field it is of.
    """

    thing: str = QUALIFICATION
    levels: tuple[int, ...] = ()
    category: str = ""
    kind: str = ""
    years: int = 0
    indefinite: bool = False
    count: bool = False
    field: str = ""

    @property
    def narrows(self) -> bool:
        """Tell whether it asks for less than everything."""
        return bool(self.levels or self.category or self.kind or self.years or self.indefinite)

    @property
    def in_words(self) -> str:
        """The question that asks for it, for the next turn to be read in its light."""
        thing = "kwalifikacje" if self.thing == QUALIFICATION else "zawody"
        named = (_file()["words"][name] for name in (self.kind, self.category) if name)
        told = ("bezterminowe" if self.indefinite else "", f"ważne {self.years} lat" if self.years else "")
        levels = f"na poziomie {' '.join(map(str, self.levels))}" if self.levels else ""
        asked = f"ile {thing[:-1]}i" if self.count else f"wymień {thing}"
        field = f"z dziedziny {self.field}" if self.field else ""
        return " ".join(filter(None, (asked, *named, field, *told, levels)))

    def narrowed(self, other: "Listed") -> "Listed":
        """Return this with what ``other`` asks for in place of its own."""
        return replace(
            self,
            levels=other.levels or self.levels,
            category=other.category or self.category,
            kind=other.kind or self.kind,
            years=0 if other.indefinite else other.years or self.years,
            indefinite=not other.years and (other.indefinite or self.indefinite),
            count=other.count,
        )


def list_asked(question: str) -> Listed | None:
    """Return what a message asks to list, or ``None`` where it asks for something else or names a thing itself."""
    words = analyse(spelled_out(question), max_words=MOST_WORDS + 1).words
    if papers := _papers_of_crafts(words):
        return papers
    thing = next((name for word in words for name in _things() if word.folded in _things()[name]), "")
    if not thing or len(words) > MOST_WORDS or is_guarded(words):
        return None
    read = _read(words) or (_of_field(words) if thing == QUALIFICATION else None)
    if read is None:
        return None
    read = replace(read, thing=thing)
    if read.count:
        # How many of a category there are in the register is told by rules.
        return read if thing == QUALIFICATION and not read.category else None
    telling = read.levels or read.years or read.indefinite or read.field
    listing = (read.category or read.kind) and any(_begins(word, "list") for word in words)
    return read if telling or listing else None


def _of_field(words: Sequence[Word]) -> Listed | None:
    """«Kwalifikacje z informatyki na poziomie 6»: one or two words side by side that name nothing of a list.

    Where only a category is named beside it, the words must say that it is a field («rynkowe z branży beauty»).
    """
    strange = _strange(words)
    if not strange:
        return None
    rest = tuple(word for i, word in enumerate(words) if i not in strange)
    read = _read(rest)
    telling = read is not None and (read.levels or (_opens_field(words, strange[0]) and (read.category or read.kind)))
    if read is None or not telling or read.count:
        return None
    return replace(read, field=" ".join(words[i].surface for i in strange))


def _narrowed_to_field(asked: Listed, words: Sequence[Word]) -> Listed | None:
    """«A z obszaru turystyki?»: the list asked for before, of the field that a few words name."""
    strange = _strange(words)
    few = len(words) <= MOST_WORDS_OF_FIELD or any(_begins(word, "field") for word in words)
    if not strange or not few or not _opens_field(words, strange[0]):
        return None
    return replace(asked, field=" ".join(words[i].surface for i in strange), count=False)


def _strange(words: Sequence[Word]) -> list[int]:
    """The places of the one or two words side by side that say nothing of a list; empty where there are others."""
    strange = [i for i, word in enumerate(words) if not (word.stop or _is_known(word) or _level(word))]
    beside = 0 < len(strange) <= MOST_OF_FIELD and strange[-1] - strange[0] < MOST_OF_FIELD
    return strange if beside else []


def _opens_field(words: Sequence[Word], at: int) -> bool:
    return at > 0 and (_begins(words[at - 1], "field") or words[at - 1].folded in _stems("of_field"))


def _papers_of_crafts(words: Sequence[Word]) -> Listed | None:
    """«Jakie są dyplomy mistrzowskie?»: more than one paper of the crafts is named, and nothing beside it."""
    said = [word.folded for word in words]
    for name, phrases in _file()["papers"].items():
        named = [(at, len(one)) for one in map(pattern_of, phrases) for at in starts_of(one, said)]
        if not named or len(words) > MOST_WORDS:
            continue
        covered = frozenset(place for at, size in named for place in range(at, at + size))
        left = (word for at, word in enumerate(words) if at not in covered and not word.stop)
        if all(_begins(word, "list", "idle", "of_crafts") or word.folded in _stems("asks_for_list") for word in left):
            return Listed(levels=(int(name),), category=CRAFT)
    return None


def list_narrowed(question: str, before: str) -> Listed | None:
    """Return the list asked for ``before`` narrowed to what a short question adds («które z nich są rynkowe?»)."""
    asked = list_asked(before)
    words = analyse(question, max_words=MOST_WORDS + 1).words
    if asked is None or len(words) > MOST_WORDS or is_guarded(words):
        return None
    read = _read(words)
    if read is None:
        return _narrowed_to_field(asked, words) if asked.thing == QUALIFICATION else None
    return asked.narrowed(read) if read.narrows or read.count else None


def category_named(words: Sequence[Word]) -> str:
    """Return the category that qualifications are spoken of as («kwalifikacje wolnorynkowe»), or nothing."""
    return next(filter(None, map(_category, words)), "") if names_things(words) else ""


def taught_words() -> tuple[str, ...]:
    """Return the beginnings of what is said of what a school teaches, and to whom."""
    return _stems("taught")


def names_things(words: Sequence[Word]) -> bool:
    """Tell whether more than one qualification or occupation is spoken of."""
    return any(word.folded in forms for forms in _things().values() for word in words)


def names_occupations(words: Sequence[Word]) -> bool:
    """Tell whether more than one occupation is spoken of, in everyday words as well («jobs»)."""
    return any(word.folded in (*_things()[OCCUPATION], *_stems("jobs")) for word in words)


def is_idle(word: Word) -> bool:
    """Tell whether a word only asks for a list, and names nothing."""
    forms = (form for forms in _things().values() for form in forms)
    return _begins(word, "list", "idle") or word.folded in (*forms, *_stems("jobs"))


def _read(words: Sequence[Word]) -> Listed | None:
    """What all the words ask for together; ``None`` where one of them says something else."""
    years = next((int(a.folded) for a, b in pairwise(words) if _counts_years(a, b)), 0)
    left = [i for i, word in enumerate(words) if not word.stop and not (word.folded == str(years) and years)]
    framed = any(_begins(word, "level", "frame") for word in words)
    levels = tuple(dict.fromkeys(number for i in left if framed and (number := _level(words[i]))))
    if not levels and any(_begins(word, "level") for word in words):
        return None  # «how many levels does the framework have?»
    kind, kind_at = next(_kinds(words), ("", -1))
    if not all(_is_known(words[i]) or i == kind_at or (_level(words[i]) and framed) for i in left):
        return None
    lasting = any(_begins(word, "lasting") for word in words)
    return Listed(
        levels=levels,
        category=next((category for word in words if (category := _category(word))), ""),
        kind=kind,
        years=years if lasting else 0,
        indefinite=any(_begins(word, "indefinite") for word in words),
        count=any(word.folded in _stems("how_many") for word in words) or _how_many(words),
    )


def _is_known(word: Word) -> bool:
    """Tell whether a word belongs to the asking for a list, wherever it stands."""
    forms = (form for forms in _things().values() for form in (*forms, *_stems("how_many")))
    return word.folded in forms or _begins(word, *_KEYS) or bool(_category(word))


def levels_named(words: Sequence[Word]) -> tuple[int, ...]:
    """Return the levels of the framework named beside a word for them."""
    framed = any(_begins(word, "level", "frame") for word in words)
    return tuple(dict.fromkeys(number for word in words if framed and (number := _level(word))))


def is_guarded(words: Sequence[Word]) -> bool:
    """Tell whether it asks for a notion or a rule, or for a yes or no about something that is not there."""
    said = [word.folded for word in words]
    if _how_many(words):
        return False
    if not said or not {*said[:2]}.isdisjoint(_stems("guard")) or said[:2] in (["what", "are"], ["what", "is"]):
        return True
    return said[0] in _stems("whether") and not (len(said) > 1 and said[1] in _stems("there"))


def _how_many(words: Sequence[Word]) -> bool:
    return [word.folded for word in words[:2]] == ["how", "many"]


def _counts_years(number: Word, unit: Word) -> bool:
    return number.folded.isdecimal() and _begins(unit, "year")


def _level(word: Word) -> int:
    return next((int(lemma) for lemma in word.lemmas if lemma.isdecimal() and int(lemma) in _LEVELS), 0)


def _category(word: Word) -> str:
    return next((name for name, begins in _tree("categories").items() if word.folded.startswith(begins)), "")


def _kinds(words: Sequence[Word]) -> Iterator[tuple[str, int]]:
    """The kinds named and their places: beside the thing, where one is named, or beside its category."""
    things = frozenset(form for forms in _things().values() for form in forms)
    named = any(word.folded in things for word in words)
    for i, word in enumerate(words):
        beside = (*words[max(0, i - 1) : i], *words[i + 1 : i + 2])
        if not named or any(other.folded in things or _category(other) for other in beside):
            yield from ((name, i) for name, begins in _tree("kinds").items() if word.folded.startswith(begins))


def _begins(word: Word, *keys: str) -> bool:
    return any(word.folded.startswith(_stems(key)) for key in keys)


@cache
def _things() -> dict[str, tuple[str, ...]]:
    return _tree("things")


@cache
def _stems(key: str) -> tuple[str, ...]:
    return tuple(map(folded, _file()[key]))


@cache
def _tree(key: str) -> dict[str, tuple[str, ...]]:
    return {str(name): tuple(map(folded, words)) for name, words in _file()[key].items()}


@cache
def _file() -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return read
