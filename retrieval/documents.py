"""A document's vectors: two sparse (terms weighted by field, saturated; the engine adds IDF), three dense."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from retrieval.analysis import Analysis, Word, analyse
from retrieval.data import load
from retrieval.embedding.base import Embedder
from retrieval.fields import Piece
from retrieval.sparse import Sparse, dimension

CODE_MARK = "#"
OWN_MARK = "="
"""Marks a code that is the record's own, not one it mentions."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """The named vectors of one document. ``name`` holds one dense vector a name; a missing text has none."""

    lemma: Sparse
    ngram: Sparse
    name: list[list[float]] = field(default_factory=list)
    outcomes: list[float] = field(default_factory=list)
    description: list[float] = field(default_factory=list)


DENSE_FIELDS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name", "alias", "question"}),
    "outcomes": frozenset({"task", "outcome"}),
    "description": frozenset({"summary", "context"}),
}
_MOST_NAMES = 16
_LONGEST = 1_500
"""Characters of a text that the embedding reads."""


def documents_vectors(documents: Sequence[Sequence[Piece]], embedder: Embedder | None) -> list[Vectors]:
    """Return the vectors of several documents, given by their pieces; dense ones in one go."""
    sparse = [_sparse(document) for document in documents]
    if embedder is None:
        return [Vectors(lemma, ngram) for lemma, ngram in sparse]
    texts = [_dense_texts(document) for document in documents]
    vectors = iter(embedder.documents([text for document in texts for named in document for text in named]))
    dense = [[[next(vectors) for _ in named] for named in document] for document in texts]
    return [
        Vectors(lemma, ngram, [one for one in name if any(one)], _only(outcomes), _only(description))
        for (lemma, ngram), (name, outcomes, description) in zip(sparse, dense, strict=True)
    ]


def _dense_texts(document: Sequence[Piece]) -> list[list[str]]:
    """Return the texts to embed for name, outcomes and description; the last two are one text each."""
    by_vector = {
        vector: [piece.text for piece in document if piece.field in fields] for vector, fields in DENSE_FIELDS.items()
    }
    joined = [". ".join(by_vector[vector])[:_LONGEST] for vector in ("outcomes", "description")]
    return [by_vector["name"][:_MOST_NAMES], *([text] if text else [] for text in joined)]


def _only(vectors: list[list[float]]) -> list[float]:
    return vectors[0] if vectors and any(vectors[0]) else []


def _sparse(texts: Iterable[Piece]) -> tuple[Sparse, Sparse]:
    """Return the lemma and n-gram vectors: ``(1 + k) tf / (tf + k)``, ``tf`` summed over fields by weight.

    This is BM25F (Robertson et al., CIKM 2004); its length term is applied name by name, so that a record does
    not lose by having many names.
    """
    weights = load("weights")
    lemmas: defaultdict[int, float] = defaultdict(float)
    grams: defaultdict[int, float] = defaultdict(float)
    for piece in texts:
        analysis = analyse(piece.text)
        shortness = _shortness(piece, len(analysis.content), weights["length"])
        if piece.field == "code":
            _add(lemmas, Counter(f"{OWN_MARK}{code}" for code in analysis.codes), 1.0)
        _add(lemmas, lemma_tokens(analysis), weights["lemma_fields"].get(piece.field, 0.0) * shortness)
        _add(grams, gram_tokens(analysis.content), weights["gram_fields"].get(piece.field, 0.0) * shortness)
    saturation = weights["saturation"]
    return _saturated(lemmas, saturation["lemma"]), _saturated(grams, saturation["ngram"])


def _shortness(piece: Piece, words: int, length: Mapping[str, float]) -> float:
    """Return BM25's length term for a name of so many words; longer texts are not compared by length."""
    if piece.field not in DENSE_FIELDS["name"]:
        return 1.0
    return 1 / (1 - length["b"] + length["b"] * words / length["usual"])


def lemma_tokens(analysis: Analysis) -> Counter[str]:
    """Count the lemmas of the content words, and the codes."""
    words = Counter(lemma for word in analysis.content for lemma in word.lemmas)
    words.update(f"{CODE_MARK}{code}" for code in analysis.codes)
    return words


def gram_tokens(words: Iterable[Word]) -> Counter[str]:
    """Count the character n-grams of ``words``."""
    return Counter(gram for word in words for gram in word.grams)


def _add(into: defaultdict[int, float], tokens: Mapping[str, int], weight: float) -> None:
    if weight:
        for token, count in tokens.items():
            into[dimension(token)] += weight * sqrt(count)


def _saturated(frequencies: Mapping[int, float], k: float) -> Sparse:
    return Sparse.of({index: round((1 + k) * tf / (tf + k), 4) for index, tf in frequencies.items()})
