"""The closed list of likings in ``likings.yaml``: how each is said, and which activities of records it stands for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from register.vocabulary import Language
from retrieval.analysis import Word, analyse

FILE = Path(__file__).with_name("likings.yaml")
_ANY_END, _NOT = "*", "!"


@dataclass(frozen=True, slots=True)
class Form:
    """One word of a phrase: its readings, or what it begins with."""

    lemmas: frozenset[str] = frozenset()
    folded: str = ""
    begins: str = ""

    def fits(self, word: Word) -> bool:
        """Tell whether ``word`` is this one, in any form."""
        if self.begins:
            return word.folded.startswith(self.begins)
        return word.folded == self.folded or not self.lemmas.isdisjoint(word.lemmas)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words an activity must hold, and others it must not."""

    there: tuple[frozenset[str], ...]
    away: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Liking:
    """``said`` are the phrases that name it, ``alone`` those that do where no other liking follows; ``does`` what it is

    to do it, ``akin`` what is only near it, ``beside`` the ids of records told beside.
    """

    key: str
    names: dict[str, str]
    said: tuple[tuple[Form, ...], ...]
    does: tuple[Pattern, ...]
    akin: tuple[Pattern, ...]
    alone: tuple[tuple[Form, ...], ...] = ()
    beside: tuple[str, ...] = ()

    def name(self, language: Language) -> str:
        """Return what the liking is called."""
        return self.names[language.value]


@cache
def likings() -> dict[str, Liking]:
    """Return the likings by their keys, in the order of the file."""
    lists: dict[str, dict[str, Any]] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return {key: _liking(key, told) for key, told in lists.items()}


def _liking(key: str, told: dict[str, Any]) -> Liking:
    return Liking(
        key=key,
        names=told["name"],
        said=_phrases(told["said"]),
        alone=_phrases(told.get("alone", {})),
        does=tuple(map(_pattern, told["does"])),
        akin=tuple(map(_pattern, told.get("akin", ()))),
        beside=tuple(told.get("beside", ())),
    )


def _phrases(by_language: dict[str, list[str]]) -> tuple[tuple[Form, ...], ...]:
    said = (_phrase(phrase, language) for language, phrases in by_language.items() for phrase in phrases)
    return tuple(dict.fromkeys(said))


def _phrase(text: str, language: str) -> tuple[Form, ...]:
    return tuple(form for part in text.split() for form in _forms(part, language))


def _forms(part: str, language: str) -> Iterable[Form]:
    if part.endswith(_ANY_END):
        return (Form(begins="".join(word.folded for word in analyse(part.rstrip(_ANY_END)).words)),)
    words = analyse(part).words
    if language == Language.EN:  # Polish readings of an English word («game», «gama») are none of its own
        return (Form(_english(word.folded), word.folded) for word in words)
    return (Form(frozenset(word.lemmas), word.folded) for word in words)


def _english(word: str) -> frozenset[str]:
    """An English noun is read by its plural, which the analyser knows from a Polish word."""
    plural = analyse(f"{word}s").words
    return frozenset({word, *(lemma for one in plural for lemma in one.lemmas)})


def _pattern(text: str) -> Pattern:
    words = text.split()
    return Pattern(
        tuple(_lemmas(word) for word in words if not word.startswith(_NOT)),
        tuple(_lemmas(word[1:]) for word in words if word.startswith(_NOT)),
    )


def _lemmas(word: str) -> frozenset[str]:
    return frozenset(lemma for one in analyse(word).words for lemma in one.lemmas)
