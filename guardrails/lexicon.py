"""Phrases in data files, matched on the plain spelling.

A line is words: ``zabi*`` any ending, ``(chce|mam)`` one of these, ``~`` up to three words between, ``?`` after a
word or group that may be missing. Diacritics in the file do not matter. Every pattern starts with a
literal and has bounded gaps, so search is linear.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

from guardrails.normalise import Plain, fold

DATA = Path(__file__).parent / "data"
_GAP = r"(?: [^ ]{1,40}){0,3}"
_ENDING = r"[^ ]{0,20}"
_STEM = 3
_ITEM = re.compile(r"\([^()]{1,4000}\)\??|[^ ]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """``source`` of a pattern, and for each further word that must be there the starts of its choices."""

    source: str
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases of one meaning, by the first word (or the beginning of an open one): few are tried on a message.

    They are kept as the sources of patterns and compiled when a message first has a start of all their words:
    compiling all of them took half a second of the first turn.
    """

    name: str
    by_start: Mapping[str, tuple[Phrase, ...]]
    starts: frozenset[str]
    squeezed: tuple[str, ...]

    def candidates(self, starts: frozenset[str]) -> Iterator[re.Pattern[str]]:
        """Yield the patterns whose words may all be in the message."""
        for start in sorted(starts & self.starts):
            for phrase in self.by_start[start]:
                if not any(map(starts.isdisjoint, phrase.needs)):
                    yield _pattern(phrase.source)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Named groups of phrases."""

    groups: tuple[Group, ...]

    def find(self, message: Plain) -> str:
        """Return the first group with a phrase in ``message``, or an empty string."""
        starts = _starts_of(message.text)
        for group in self.groups:
            if any(pattern.search(message.text) for pattern in group.candidates(starts)):
                return group.name
            if any(phrase in run for run in message.joined for phrase in group.squeezed):
                return group.name
        return ""

    def remove(self, message: Plain) -> Plain:
        """Take every phrase out of ``message``."""
        text = message.text
        starts = _starts_of(text)
        for group in self.groups:
            for pattern in group.candidates(starts):
                text = pattern.sub("", text)
        return message if text == message.text else Plain(text, message.joined)

    def patterns(self) -> Iterator[re.Pattern[str]]:
        """Yield every pattern, for the check that each is linear."""
        for group in self.groups:
            for phrases in group.by_start.values():
                yield from (_pattern(phrase.source) for phrase in phrases)


@cache
def load(name: str, *only: str) -> Lexicon:
    """Read ``data/<name>.yaml``: groups of phrase lines; ``only`` picks groups. Raises ``ValueError``."""
    tree: dict[str, list[str]] = yaml.load((DATA / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    chosen = {group: lines for group, lines in tree.items() if not only or group in only}
    return Lexicon(tuple(_group(name, lines) for name, lines in chosen.items()))


@lru_cache(maxsize=64)
def _starts_of(text: str) -> frozenset[str]:
    """The words and the open beginnings of words; kept, since every rail asks for those of the same message."""
    words = set(text.split())
    beginnings = {word[:length] for word in words for length in range(1, _STEM + 1)}
    return frozenset(words | {f"{beginning}*" for beginning in beginnings})


def _group(name: str, lines: Sequence[str]) -> Group:
    by_start = _phrases(lines)
    return Group(name, by_start, frozenset(by_start), _squeezed(lines))


def _start_of(words: str) -> str:
    """The first word, or of an open one the beginning that is looked up."""
    first = words.split(maxsplit=1)[0]
    return f"{first[:-1][:_STEM]}*" if first.endswith("*") else first


def _phrases(lines: Iterable[str]) -> dict[str, tuple[Phrase, ...]]:
    by_start: dict[str, list[Phrase]] = {}
    for line in lines:
        for word, rest in _starts(fold(line)):
            by_start.setdefault(_start_of(word), []).append(Phrase(_source(word, rest), _needs(rest)))
    return {start: tuple(phrases) for start, phrases in by_start.items()}


def _needs(rest: str) -> tuple[frozenset[str], ...]:
    """The starts of each word after the first that may not be missing; a message without them is no match."""
    items = [item for item in _ITEM.findall(rest) if item != "~" and not item.endswith("?")]
    return tuple(frozenset(map(_start_of, words)) for words in map(_choices, items) if all(words))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _squeezed(lines: Iterable[str]) -> tuple[str, ...]:
    """Phrases of plain words alone, without blanks, for messages whose letters were set apart."""
    found = []
    for line in lines:
        for start, rest in _starts(fold(line)):
            if re.fullmatch(r"[^()~?*]+", phrase := f"{start} {rest}".strip()):
                found.append(phrase.replace(" ", ""))
    return tuple(phrase for phrase in found if len(phrase) > 6)


def _source(start: str, rest: str) -> str:
    return f" {_literal(start)}{''.join(_part(item) for item in _ITEM.findall(rest))}(?= )"


def _starts(line: str) -> list[tuple[str, str]]:
    """A group in the first place becomes one pattern per word: a literal start makes the search quick."""
    items = _ITEM.findall(line)
    if not items or items[0] == "~" or items[0].endswith("?"):
        raise ValueError(f"a phrase starts with a word: {line!r}")
    rest = " ".join(items[1:])
    return [(word, rest) for word in _choices(items[0])]


def _choices(item: str) -> list[str]:
    return item.strip("()").split("|") if item.startswith("(") else [item]


def _part(item: str) -> str:
    if item == "~":
        return _GAP
    optional = item.endswith("?")
    words = "|".join(_literal(word) for word in _choices(item.removesuffix("?")))
    return f"(?: (?:{words}))?" if optional else f" (?:{words})"


def _literal(word: str) -> str:
    stem = re.escape(word.removesuffix("*"))
    return stem + _ENDING if word.endswith("*") else stem
