"""Which words are given names, and which capitalised words are none: lists in ``data/names``."""

from functools import cache, lru_cache
from pathlib import Path

from guardrails.dictionary import kinds
from guardrails.normalise import fold

NAMES = Path(__file__).parent / "data" / "names"
UPPER = r"[A-ZĄĆĘŁŃÓŚŹŻ\u0410-\u042f\u0404\u0406\u0407\u0490]"
CAPITAL = rf"{UPPER}[^\W\d_]{{1,30}}(?:[-'’ʼ][^\W\d_]{{1,30}}){{0,2}}"
INITIAL = rf"{UPPER}\."
_ENDINGS = (
    "owi",
    "iem",
    "em",
    "a",
    "u",
    "ę",
    "ą",
    "y",
    "i",
    "и",
    "у",
    "а",
    "ом",
    "ові",
    "і",
    "ою",
    "ію",
    "єю",
    "ї",
    "ю",
)


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
    stems += [f"{stem[:-1]}ек" for stem in stems if stem.endswith("к")]
    return word[0].isupper() and any(
        len(stem) > 2 and ({stem, f"{stem}a", f"{stem}а", f"{stem}о", f"{stem}й", f"{stem}я"} & names) for stem in stems
    )


@cache
def small_given_names() -> frozenset[str]:
    """Return the common given names in small letters, without those that are ordinary words."""
    return frozenset(map(str.lower, listed("given_names"))) - listed("homonyms")


def is_first_name(word: str) -> bool:
    """Tell whether a capitalised ``word`` is a first name, of the list or of the dictionary, in any case."""
    if is_given_name(word):
        return True
    known = kinds(word)
    return (
        len(word) > 2 and bool(known.firsts) and (not known.plain or not known.firsts.isdisjoint(listed("given_names")))
    )


def is_person(words: list[str], *, sure: bool = False) -> bool:
    """Tell whether capitalised ``words`` behind a word for a person are a name: no office, firm or place.

    Where none is a first name, each must be a surname or a word that the dictionary does not hold, and one a
    surname and nothing else; where what stands beside them makes a person ``sure``, that is not asked.
    """
    if not may_be_name(" ".join(words).title()):
        return False
    if any(map(is_first_name, words)):
        return not all(kinds(word).plain and not kinds(word).last and not kinds(word).firsts for word in words)
    known = [kinds(word) for word in words]
    return all(not one.known or (one.last and not one.trade) for one in known) and (
        sure or not words[0].isascii() or any(one.last and not one.plain for one in known)
    )


def may_stand_second(word: str) -> bool:
    """Tell whether the dictionary holds ``word`` as a name, so that a rare first name may stand before it."""
    known = kinds(word.partition("-")[0])
    return known.last or bool(known.firsts)


def is_plain(word: str) -> bool:
    """Tell whether a capitalised ``word`` is a common word or a place and no name at all."""
    known = kinds(word)
    return (known.plain or known.thing) and not known.last and not known.firsts


def is_phrase(words: list[str]) -> bool:
    """Tell whether all ``words`` are common ones, surnames too or not, and none a first name: "Zmiany Nocnej"."""
    return len(words) > 1 and all(kinds(word).plain for word in words) and not any(map(is_first_name, words))


def is_surname(word: str) -> bool:
    """Tell whether ``word`` beside a first name may be a surname: a word that only names a trade or thing is none."""
    known = kinds(word)
    return not known.known or (known.last and not known.trade)


def may_be_name(words: str) -> bool:
    """Tell whether capitalised ``words`` hold no place, school, trade or program."""
    return not words.isupper() and not any(_among("no_names", word) for word in words.split())


def may_be_surname(word: str) -> bool:
    """Tell whether a capitalised word behind a title or a greeting may be a name."""
    return may_be_name(word) and not _among("no_surnames", word)


def starts_no_street(words: str) -> bool:
    """Tell whether ``words`` open with what has a number and is no street: a class, a level, a school."""
    return _among("no_streets", words.split(maxsplit=1)[0])


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
