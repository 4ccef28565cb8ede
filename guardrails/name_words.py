"""Which words are given names, and which capitalised words are none: lists in ``data/names``."""

from functools import cache, lru_cache
from pathlib import Path

from guardrails.normalise import fold

NAMES = Path(__file__).parent / "data" / "names"
UPPER = r"[A-ZĄĆĘŁŃÓŚŹŻ\u0410-\u042f\u0404\u0406\u0407\u0490]"
CAPITAL = rf"{UPPER}[^\W\d_]{{1,30}}(?:[-'’ʼ][^\W\d_]{{1,30}}){{0,2}}"
INITIAL = rf"{UPPER}\."
_ENDINGS = ("owi", "iem", "em", "a", "u", "ę", "ą", "y", "i", "и", "у", "а", "ом", "ові")


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of ``data/names/<name>.txt``."""
    lines = (NAMES / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_nominative(word: str) -> bool:
    """Tell whether ``word``, written with a capital letter, is a common given name in its first case."""
    return word.title() in listed("given_names")


@lru_cache(maxsize=16_384)
def is_given_name(word: str) -> bool:
    """Tell whether ``word`` is a common given name, in its own or another case ("Oskara", "Tomkiem")."""
    if word in listed("homonyms"):
        return False
    names, name = listed("given_names"), word.title()
    if name in names:
        return True
    stems = [name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)]
    stems += [f"{stem[:-1]}ek" for stem in stems if stem.endswith("k")]
    return word[0].isupper() and any(len(stem) > 2 and ({stem, f"{stem}a", f"{stem}а"} & names) for stem in stems)


def may_be_name(words: str) -> bool:
    """Tell whether capitalised ``words`` hold no place, school, trade or program."""
    return not words.isupper() and not any(_among("no_names", word) for word in words.split())


def may_be_surname(word: str) -> bool:
    """Tell whether a capitalised word behind a title or a greeting may be a name."""
    return may_be_name(word) and not _among("no_surnames", word)


def starts_no_name(words: str) -> bool:
    """Tell whether ``words`` open with a place, school, trade, program or common word."""
    return _among("no_names", words) or is_common(words.split(maxsplit=1)[0])


def is_common(word: str) -> bool:
    """Tell whether ``word`` is a common word in small letters."""
    return fold(word) in listed("common_words")


def is_patron(first: str, second: str) -> bool:
    """Tell whether schools and streets are called after the two words, in any case of theirs."""
    return any(first.startswith(given) and second.startswith(surname) for given, surname in _patrons())


@cache
def _patrons() -> tuple[tuple[str, str], ...]:
    return tuple((given, surname) for given, _, surname in (pair.partition("-") for pair in listed("patrons")))


def _among(name: str, word: str) -> bool:
    whole, beginnings = _no_names(name)
    return word.startswith(beginnings) or word in whole


@cache
def _no_names(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The whole words of a list, and the beginnings (written with a hyphen at their end)."""
    words = listed(name)
    return words, tuple(word.removesuffix("-") for word in words if word.endswith("-"))
