"""A request to go on in another language: which one, and what the message says beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from register.vocabulary import Language
from retrieval.analysis import fold
from retrieval.analysis.normalise import normalise

FILE = Path(__file__).with_name("switching.yaml")
LONGEST = 600
"""A longer message is a text, not a request to the assistant."""
_PARTED = re.compile(r"([.?!;:,\n]+|\s[-–—]+\s)")
_WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """``language`` that is asked for; ``rest`` of the message, empty where nothing else is said."""

    language: Language
    rest: str


def switch_in(text: str) -> Switch | None:
    """Return what ``text`` asks of the language of the answers; ``None`` where it asks nothing of it.

    «Czy kurs jest po angielsku?» is about a course and «I don't speak Polish» about the person: both have other words.
    """
    if len(text) > LONGEST or not _may_name(text):
        return None
    parts = _PARTED.split(text)  # every other one is the mark behind a part
    asked = [_language_of(_words(part)) for part in parts[::2]]
    language = next(filter(None, asked), None)
    if language is None:
        return _told_within(text)
    kept = [
        part + mark
        for part, mark, one in zip(parts[::2], [*parts[1::2], ""], asked, strict=True)
        if one is None and not _only(_words(part), "reasons")
    ]
    rest = "".join(kept).strip(" ,;:-–—")
    return Switch(language, "" if _only(_words(rest), "beside") else rest)


def _told_within(text: str) -> Switch | None:
    """«Powiedz po polsku, ile trwa kurs» in one breath: the words for the language are taken out."""
    spans = list(_WORD.finditer(text))
    words = tuple(_folded(span[0]) for span in spans)
    for name, language in _names():
        for at in range(1, len(words) - len(name) + 1):
            if words[at : at + len(name)] == name and _is_told(words[:at]):
                rest = f"{text[: spans[at].start()]}{text[spans[at + len(name) - 1].end() :]}"
                return Switch(language, " ".join(rest.split()))
    return None


def _is_told(before: Sequence[str]) -> bool:
    """Tell whether the words before the language's name tell the assistant to say it."""
    beside = _said("told_beside")
    told = next((word for word in reversed(before) if word not in beside), "")
    return told in _said("told")


def _language_of(words: Words) -> Language | None:
    for name, language in _names():
        for at in range(len(words) - len(name) + 1):
            if words[at : at + len(name)] == name and _only((*words[:at], *words[at + len(name) :]), "beside"):
                return language
    return None


def _only(words: Words, key: str) -> bool:
    return all(word in _said(key) for word in words)


def _may_name(text: str) -> bool:
    said = set(_words(text))
    return any(said.issuperset(name) for name, _ in _names())


def _words(text: str) -> Words:
    return tuple(map(_folded, _WORD.findall(text)))


def _folded(text: str) -> str:
    return fold(normalise(text))


@cache
def _names() -> tuple[tuple[Words, Language], ...]:
    """The names of languages, the longer ones first."""
    names = ((_words(name), Language(code)) for code, said in _data()["named"].items() for name in said)
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


@cache
def _said(key: str) -> frozenset[str]:
    return frozenset(word for said in _data()[key] for word in _words(str(said)))


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, list[str]]] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return data
