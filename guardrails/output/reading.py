"""A text as the checks read it: content words, quantities, signals, what is negated and what is conditional."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from guardrails.output.concepts import light
from guardrails.output.lists import word_list
from guardrails.output.quantities import Quantity, quantities
from guardrails.output.signals import Signal, negated, signals
from guardrails.output.words import Form, Kind, Lemmas, Token, tokens

_CLAUSE_MARKS = frozenset(",;:()–—•|")
_LONGEST_BRACKET = 12
_CLAUSE_WORDS = word_list("reading.clause_words")


@dataclass(frozen=True)
class Reading:
    """One text read once; positions are those of ``tokens``."""

    text: str
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    signals: tuple[Signal, ...]
    negated: frozenset[int]

    @cached_property
    def content(self) -> tuple[tuple[int, Form], ...]:
        """The content words with their positions."""
        return tuple((at, token.form) for at, token in enumerate(self.tokens) if token.form.content)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Lemmas and concepts (marked ``#``) of all words."""
        return keys_of(token.form for token in self.tokens if token.kind is Kind.WORD)

    @cached_property
    def content_keys(self) -> frozenset[str]:
        """Lemmas and concepts of the content words that are not light."""
        return keys_of(form for _, form in self.content if not light(form.concepts))

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the signals in the text."""
        return frozenset(signal.name for signal in self.signals)

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Spans of tokens between commas and contrasting conjunctions; brackets belong to their clause."""
        found, start = [], 0
        bracketed = self._bracketed
        for at, token in enumerate(self.tokens):
            if at in bracketed:
                continue
            if token.text in _CLAUSE_MARKS or token.word in _CLAUSE_WORDS or token.kind is Kind.HANDLE:
                found.append((start, at))
                start = at + 1
        found.append((start, len(self.tokens)))
        return tuple(span for span in found if span[1] > span[0])

    @cached_property
    def _bracketed(self) -> frozenset[int]:
        """The positions of brackets that are soon closed, and of what stands in them (``kurs (KKZ) nie daje``)."""
        inside: set[int] = set()
        for at, token in enumerate(self.tokens):
            if token.text == "(":
                ahead = range(at + 1, min(at + _LONGEST_BRACKET, len(self.tokens)))
                if end := next((other for other in ahead if self.tokens[other].text == ")"), None):
                    inside.update(range(at, end + 1))
        return frozenset(inside)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters that the tokens ``start`` to ``end`` (exclusive) take."""
        last = self.tokens[end - 1]
        return self.tokens[start].start, last.start + len(last.text)

    def clause_of(self, at: int) -> tuple[int, int]:
        """Return the clause that holds the token at ``at``."""
        return next((span for span in self.clauses if span[0] <= at < span[1]), (at, at + 1))

    def keys_in(self, span: tuple[int, int]) -> frozenset[str]:
        """Return lemmas and concepts of the content words of a span."""
        return keys_of(token.form for token in self.tokens[span[0] : span[1]] if token.form.content)


@lru_cache(maxsize=8_192)
def read(text: str, lemmas: Lemmas | None = None) -> Reading:
    """Read ``text``; linear in its length. Labels and lines that many records share are read once."""
    found = tokens(text, lemmas)
    return Reading(text, found, quantities(found), signals(found), frozenset(negated(found)))


def keys_of(forms: Iterable[Form]) -> frozenset[str]:
    """Return what words are matched by: their lemmas, and their concepts marked ``#``."""
    found: set[str] = set()
    for form in forms:
        found.update(form.keys)
        found.update(f"#{name}" for name in form.concepts)
    return frozenset(found)
