"""The words of the doors themselves: labels, notices, help. What the assistant says lives in ``prompts``."""

from functools import cache
from pathlib import Path

import yaml

from prompts import Prompts
from register.vocabulary import Language

FOLDER = Path(__file__).parent
_OWN = Prompts(FOLDER)
_SHARED = Prompts()


def text(key: str, language: Language = Language.PL, **values: str | int) -> str:
    """Return the phrase ``key`` in ``language``, or in Polish where it has none."""
    return _OWN.phrase(key, language.value, **values)


def label(group: str, value: str, language: Language = Language.PL) -> str:
    """Return the word people read for ``value`` of a closed list (``kind``…); the value if it has none."""
    for words, key in ((_OWN, f"value.{group}.{value}"), (_SHARED, f"label.{group}.{value}")):
        if words.has_phrase(key, language.value):
            return words.phrase(key, language.value)
    return value


def has(key: str) -> bool:
    """Tell whether there is a phrase ``key``."""
    return _OWN.has_phrase(key, Language.PL.value)


@cache
def starters(language: Language) -> tuple[str, ...]:
    """Return the first questions offered on the page."""
    lines = yaml.load((FOLDER / "starters.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return tuple(str(line) for line in lines[language.value])
