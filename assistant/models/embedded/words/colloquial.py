"""Everyday spelling put in the words that readers and records know, before a message is read."""

import re
from functools import cache
from pathlib import Path

import yaml

from register.vocabulary import Language

FILE = Path(__file__).with_name("colloquial.yaml")
_WORD = re.compile(r"[^\W\d_]+(?:[/'’ʼ][^\W\d_]+)*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# Latin letters that a reader takes for Cyrillic ones: «квалiфiкацiя» typed with a Latin i.
_ALIKE = str.maketrans("iaeopcxyIAEOPCXTMHKB", "іаеорсхуІАЕОРСХТМНКВ")
_TURNED = re.compile(r"\b(technicians?|specialists?|assistants?)\s+of\s+(?:the\s+)?([a-z]+)\b", re.IGNORECASE)
_COUNTRY = re.compile(r"\s+(?:in poland|w polsce|[ву] польщі)(?=\W*$|[,.?!])", re.IGNORECASE)


def standard(text: str, language: Language = Language.EN) -> str:
    """Return ``text`` with its everyday words as they are written; other words and marks stay as they are.

    In a talk in Polish its shortenings are written out too: «tech» is no «technik» in English.
    """
    written = _TURNED.sub(r"\2 \1", _WORD.sub(lambda found: _standard(found[0]), text))
    return _spelled_out(written) if language is Language.PL else written


def _spelled_out(text: str) -> str:
    """Return ``text`` with Polish shortenings written out, those of several words («do tech») before those of one."""
    return _shortenings().sub(lambda found: _read()["pl"][" ".join(found["short"].casefold().split())], text)


@cache
def _shortenings() -> re.Pattern[str]:
    """The shortenings, each with the full stop that marks it where the sentence goes on."""
    longest_first = sorted(_read()["pl"], key=len, reverse=True)
    short = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
    return re.compile(rf"(?<![\w-])(?P<short>{short})(?![\w'’-])(?:\.(?=\s+\w))?", re.IGNORECASE)


def without_country(text: str) -> str:
    """Return ``text`` without «in Poland»: all that is held is of Poland, and the words name nothing."""
    return _COUNTRY.sub("", text)


def _standard(word: str) -> str:
    cyrillic = bool(_CYRILLIC.search(word))
    written = word.translate(_ALIKE) if cyrillic else word
    said = written.casefold()
    words, beginnings = _known()["uk" if cyrillic else "en"]
    if said in words:
        return words[said]
    start = next((start for start in beginnings if said.startswith(start)), "")
    return f"{beginnings[start]}{written[len(start) :]}" if start else written


@cache
def _known() -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """By script the whole words and the beginnings, with what each is read as."""
    return {
        script: (
            {word: meant for word, meant in known.items() if not word.endswith("*")},
            {word[:-1]: meant[:-1] for word, meant in known.items() if word.endswith("*")},
        )
        for script, known in _read().items()
    }


@cache
def _read() -> dict[str, dict[str, str]]:
    data: dict[str, dict[str, str]] = yaml.load(FILE.read_text("utf-8"), yaml.CSafeLoader)
    return data
