"""The several questions of one message: «jaki ma poziom, kto egzaminuje i ile to kosztuje?»."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from assistant.models.embedded.words.patterns import Pattern, fits, pattern_of, starts_of
from retrieval.analysis import analyse, fold

FILE = Path(__file__).with_name("parts.yaml")
MOST_PARTS = 5
MOST_WORDS = 60
MOST_OF_FIELD, MOST_OF_LATER = 2, 5
_TOKEN = re.compile(r"\w[\w.'’]*\w|\w|[^\w\s]")
_ENDS, _MARKS = frozenset("?!;."), frozenset(",:–—-")


def questions_in(message: str) -> tuple[str, ...]:
    """Return the questions that a message asks one after another, in its words; none where it asks fewer than two.

    What is only told before them stands in none.
    """
    parts = [part for part in _parts(message) if _asks(part)]
    return tuple(parts) if 1 < len(parts) <= MOST_PARTS and len(message.split()) <= MOST_WORDS else ()


def closed(questions: Sequence[str]) -> tuple[str, ...]:
    """Return the questions without those that only ask for help beside others («co wybrać?», «od czego zacząć?»)."""
    return tuple(one for one in questions if not any(map(_is_open(_folded(one)), _open())))


def _is_open(words: Sequence[str]) -> Callable[[Pattern], bool]:
    return lambda pattern: len(words) <= len(pattern) + 1 and next(starts_of(pattern, words), None) is not None


@cache
def _open() -> tuple[Pattern, ...]:
    return tuple(pattern_of(str(phrase)) for phrase in _file()["open"])


def told_in(message: str) -> str:
    """Return the sentences of a message that tell and ask nothing, before its first question; not who asks it."""
    told = takewhile(lambda part: not _asks(part), _parts(message))
    return " ".join(part for part in told if not any(_says(word, "asker") for word in _folded(part)))


def field_in(part: str) -> str:
    """Return the kind of question that a part of one or two words asks by the bare word for a field; else nothing."""
    words = _folded(part)
    return next((name for word in words if (name := _field(word))), "") if len(words) <= MOST_OF_FIELD else ""


def field_of_it(question: str) -> str:
    """Return the kind of question that a short message asks of what was spoken of: «i kwalifikacje z kodami»."""
    words = analyse(question, max_words=MOST_OF_LATER + 1).words
    fields = [(_field(word.folded), word) for word in words]
    rest = (word for field, word in fields if not field and not word.stop)
    idle = all(_says(word.folded, "with_field") or _says(word.folded, "joining") for word in rest)
    return next((field for field, _ in fields if field), "") if idle and len(words) <= MOST_OF_LATER else ""


def head_and_rest(part: str) -> tuple[str, str]:
    """Return the words a part asks with («do kiedy») and those that follow them; no head where none asks."""
    words = part.strip(" ?.!").split()
    asking = [at for at, word in enumerate(words[:4]) if _says(fold(word.casefold().strip(",")), "asking")]
    cut = asking[-1] + 1 if asking and _begins(_folded(part)) else 0
    return " ".join(words[:cut]), " ".join(words[cut:])


def _asks(part: str) -> bool:
    """Tell whether a part is a question: by its mark, its first words, or as a bare word for what is asked."""
    words = _folded(part)
    tagged = bool(words) and _says(words[-1], "tags") and not _begins(words)
    if len(words) == 1 and _says(words[0], "which_of_them"):
        return False  # «ile egzaminów zdaje technik i jakich?» asks one thing
    return (part.endswith("?") and not tagged) or _begins(words) or bool(field_in(part))


def _begins(words: Sequence[str]) -> bool:
    """Tell whether a question begins with the first words: one that asks, after at most a joining one and another."""
    left = list(words[:4])
    while left and (_says(left[0], "joining") or _says(left[0], "of_course")):
        left.pop(0)
    if len(left) > 1 and _says(left[0], "before"):
        left.pop(0)
    return bool(left) and _says(left[0], "asking")


def _parts(message: str) -> Iterator[str]:
    """The message cut after its sentences, and where a mark or a joining word stands before a question."""
    start = 0
    tokens = [(found[0], found.start(), found.end()) for found in _TOKEN.finditer(message)]
    for at, (mark, begin, end) in enumerate(tokens):
        after = [fold(word.casefold()) for word, *_ in tokens[at + 1 : at + 5]]
        if mark in _ENDS and (end == len(message) or message[end : end + 1].isspace()):
            yield from _part(message[start : end if mark == "?" else begin])
            start = end
        elif begin > start and _parts_here(message, mark, begin) and _goes_on(mark, after):
            yield from _part(message[start:begin])
            start = end if mark in _MARKS else begin
    yield from _part(message[start:])


def _parts_here(message: str, mark: str, begin: int) -> bool:
    """Tell whether a mark may stand between two questions: a mark, no hyphen within a word, or a joining word."""
    if mark in _MARKS:
        return mark in ",:" or message[begin - 1].isspace()
    return mark != "I" and _says(fold(mark.casefold()), "joining")


def _goes_on(mark: str, after: Sequence[str]) -> bool:
    """Tell whether a question begins after a mark or a joining word, no clause on what was named («osoba, która»)."""
    if not after or (mark in _MARKS and _says(after[0], "relative")):
        return False
    return _begins(after) or bool(_field(after[0]))


def _field(word: str) -> str:
    return next((name for name, words in _fields().items() if word in words), "")


def _part(text: str) -> Iterator[str]:
    words = _TOKEN.findall(text)
    first = next((at for at, word in enumerate(words) if not _says(fold(word.casefold()), "joining")), len(words))
    text = " ".join(text.split()).strip(" ,:–—-")
    for word in words[:first]:
        text = text.removeprefix(word).lstrip(" ,")
    if re.search(r"\w", text):
        yield text


def _folded(text: str) -> list[str]:
    return [fold(word.surface) for word in analyse(text, max_words=MOST_WORDS).words]


def _says(word: str, key: str) -> bool:
    return any(fits(pattern, word) for pattern in _list(key))


@cache
def _list(key: str) -> tuple[str, ...]:
    return tuple(fold(str(word)) for word in _file()[key])


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    return {name: tuple(fold(str(word)) for word in words) for name, words in _file()["fields"].items()}


@cache
def _file() -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return read
