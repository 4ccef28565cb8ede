"""A question as sparse vectors, weighted so that a record that says all of it scores about one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from retrieval.analysis import Analysis, Word
from retrieval.documents import CODE_MARK, OWN_MARK
from retrieval.embedding.base import Embedder
from retrieval.priors import means_a_degree
from retrieval.sparse import Sparse, dimension
from retrieval.spelling import Speller
from retrieval.statistics import Frequencies, Statistics


@dataclass(frozen=True, slots=True)
class Term:
    """One informative thing that was asked: a word or a code.

    ``lemmas`` and ``grams`` are dimensions, ``weight`` its IDF, ``repaired`` what a typo meant.
    """

    text: str
    lemmas: tuple[int, ...]
    grams: tuple[int, ...]
    weight: float
    code: bool = False
    repaired: str = ""


_CODE = 5.0
"""How much more than a word an official code says about what is meant."""


@dataclass(frozen=True, slots=True)
class QueryVectors:
    """The terms of a question and its named sparse vectors."""

    terms: tuple[Term, ...]
    lemma: Sparse
    ngram: Sparse
    dense: list[float] = field(default_factory=list)
    priors: bool = True

    def __bool__(self) -> bool:
        return bool(self.terms)


class Collected(Protocol):
    """What a question is measured by: how common each word is, which words there are, what embeds them."""

    @property
    def statistics(self) -> Statistics:
        """How many documents each token occurs in."""
        ...

    @property
    def speller(self) -> Speller:
        """The words of the documents, to repair typos with."""
        ...

    @property
    def embedder(self) -> Embedder | None:
        """What made the dense vectors; ``None`` when there are none."""
        ...


def query_vectors(analysis: Analysis, collected: Collected) -> QueryVectors:
    """Return the vectors of an analysed question, its typos repaired. Empty when it holds stop words only."""
    statistics, embedder = collected.statistics, collected.embedder
    found = tuple(_terms(analysis, statistics.lemma, collected.speller))
    lemmas = [(index, _CODE if term.code else 1.0) for term in found for index in term.lemmas]
    grams = [(index, 1.0) for term in found for index in term.grams]
    total = sum(term.weight for term in found)
    meant = " ".join(term.repaired or term.text for term in found if not term.code)
    dense = embedder.query(meant) if embedder and meant else []
    sparse = _scaled(lemmas, total), _scaled(grams, _mass(grams, statistics.ngram))
    return QueryVectors(found, *sparse, dense, priors=not means_a_degree(analysis))


def _terms(analysis: Analysis, frequencies: Frequencies, speller: Speller) -> Iterator[Term]:
    for code in analysis.codes:
        index = dimension(f"{CODE_MARK}{code}")
        if frequencies.count(index) or not _may_be_an_amount(code):
            yield Term(code, (index, dimension(f"{OWN_MARK}{code}")), (), frequencies.idf(index), code=True)
    for typed in dict.fromkeys(analysis.content):
        yield _term(typed, frequencies, speller)


def _may_be_an_amount(code: str) -> bool:
    """Five digits that no record has are hours or złotys, not a number of the register."""
    return len(code) == 5 and code.isdecimal()


def _term(typed: Word, frequencies: Frequencies, speller: Speller) -> Term:
    unseen = not any(frequencies.count(dimension(lemma)) for lemma in typed.lemmas)
    meant = speller.meant(typed) if unseen else None
    word = meant or typed
    lemmas = tuple(map(dimension, word.lemmas))
    # The commonest reading decides: a rare homonym must not make a plain word look informative.
    known = [frequencies.idf(index) for index in lemmas if frequencies.count(index)]
    weight = min(known) if known else frequencies.idf(lemmas[0])
    grams = tuple(map(dimension, word.grams))
    return Term(typed.surface, lemmas, grams, weight, repaired=meant.surface if meant else "")


def _mass(weighted: Iterable[tuple[int, float]], frequencies: Frequencies) -> float:
    return sum(value * frequencies.idf(index) for index, value in dict(weighted).items())


def _scaled(weighted: Iterable[tuple[int, float]], total: float) -> Sparse:
    return Sparse.of({index: value / total for index, value in weighted}) if total else Sparse((), ())
