"""Tokens of a text: words with lemmas and concepts, numbers, codes, dates, handles and marks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files

from guardrails.output import morphology
from guardrails.output.concepts import concepts_of
from guardrails.output.folding import fold

Lemmas = Callable[[str], Sequence[str]]
"""One word to its lemmas."""

_TOKEN = re.compile(
    r"(?P<handle>\[[a-z]\d{1,3}\])"
    r"|(?P<date>\b(?:19|20)\d{2}-\d{2}(?:-\d{2})?(?![\w-])|\b\d{1,2}\.\d{1,2}\.\d{4}\b)"
    r"|(?P<code>\b[A-Za-z]{1,3}\.\d{2}(?:\.\d{1,2})?(?!\w)|\b[A-Z]{3}[ -]?\d{2}(?:\.\d{1,2})?(?!\w)"
    r"|(?<![\w.,])\d{6}(?!\w))"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,3}(?:,\d{1,4})?(?!\d)|\d{1,12}(?:[.,]\d{1,4})?)"
    r"|(?P<word>[^\W\d_]{1,60}(?:['’ʼ][^\W\d_]{1,30}){0,3})"
    r"|(?P<mark>[.,;:!?…()\[\]„”“\"«»–—\-%§/+=→•|*#])"
)
_CONTENT = frozenset(
    "subst depr ger adj fin praet ppas pact inf impt adv adjp adja bedzie winien pred imps pcon pant".split()  # noqa: SIM905
)
_NOMINAL = frozenset({"subst", "depr", "ger"})


class Kind(StrEnum):
    """What a token is."""

    HANDLE = "handle"
    DATE = "date"
    CODE = "code"
    NUMBER = "number"
    WORD = "word"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Form:
    """A word form, read once a process: folded form, folded lemmas, concepts, whether it carries a claim."""

    folded: str
    lemmas: tuple[str, ...]
    concepts: frozenset[str]
    content: bool
    noun: bool
    keys: frozenset[str] = field(init=False, compare=False)
    """What the word is matched by: its lemmas, or its form where no dictionary has it."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", frozenset(self.lemmas or (self.folded,)))


@dataclass(frozen=True, slots=True)
class Token:
    """A token, where it starts in the text, and its form if it is a word."""

    kind: Kind
    text: str
    start: int
    form: Form

    @property
    def word(self) -> str:
        """The folded word; the text itself for other tokens."""
        return self.form.folded


def tokens(text: str, lemmas: Lemmas | None = None) -> tuple[Token, ...]:
    """Return the tokens of ``text`` in order; linear in its length."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = Kind(match.lastgroup or "mark")
        form = form_of(match[0], lemmas) if kind is Kind.WORD else _plain(match[0])
        found.append(Token(kind, match[0], match.start(), form))
    return tuple(found)


def form_of(word: str, lemmas: Lemmas | None = None) -> Form:
    """Return the form of one word; ``lemmas`` adds to what Morfeusz knows."""
    return _form(word, lemmas)


@lru_cache(maxsize=65_536)
def _form(word: str, lemmas: Lemmas | None) -> Form:
    folded = fold(word)
    # Morfeusz reads single letters as abbreviations (``C`` as a cent)
    found = [*morphology.lemmas(word), *(lemmas(word) if lemmas else ())] if len(word) > 1 else []
    keys = tuple(dict.fromkeys(map(fold, found))) or (_stem(folded),)
    classes = morphology.part_of_speech(word)
    stop = folded in _function_words() or len(folded) < 2
    content = not stop and (not classes or bool(classes & _CONTENT))
    return Form(folded, keys, concepts_of(folded, keys), content, content and (not classes or bool(classes & _NOMINAL)))


@lru_cache(maxsize=16_384)
def _plain(text: str) -> Form:
    return Form(fold(text), (), frozenset(), content=False, noun=False)


def _stem(folded: str) -> str:
    """Cut English and Ukrainian endings so far that forms of one word meet."""
    if folded.isascii():
        for ending in ("ations", "ation", "ings", "ing", "ies", "es", "ed", "s"):
            if folded.endswith(ending) and len(folded) - len(ending) >= 3:
                return folded[: -len(ending)]
        return folded
    if "\u0400" <= folded[0] <= "\u04ff" and len(folded) > 5:
        return folded[: max(4, len(folded) - (3 if len(folded) > 7 else 2))]
    return folded


@cache
def _function_words() -> frozenset[str]:
    text = files("guardrails.output").joinpath("data", "function_words.txt").read_text("utf-8")
    return frozenset(fold(word) for line in text.splitlines() if not line.startswith("#") for word in line.split())


def plain_code(text: str) -> str:
    """Return a code in one spelling (``inf 03`` → ``inf.03``)."""
    plain = fold(text).replace("-", ".").replace(" ", ".")
    return plain if "." in plain or plain.isdigit() else f"{plain[:-2]}.{plain[-2:]}"
