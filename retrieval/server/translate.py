"""Our conditions, vectors and fusion in the words of qdrant-client."""

from collections.abc import Mapping
from typing import Any

from qdrant_client import models

from retrieval.conditions import Condition, Conditions
from retrieval.documents import Vectors
from retrieval.fusion import Fusion
from retrieval.names import DENSE, SPARSE
from retrieval.priors import PRIOR
from retrieval.queries import QueryVectors
from retrieval.sparse import Sparse


def dense_params(size: int) -> dict[str, models.VectorParams]:
    """Return the dense vectors of a collection; a name vector is one for each name, the best of them counts."""
    several = models.MultiVectorConfig(comparator=models.MultiVectorComparator.MAX_SIM)
    half, cosine = models.Datatype.FLOAT16, models.Distance.COSINE
    return {
        name: models.VectorParams(
            size=size, distance=cosine, datatype=half, multivector_config=several if name == "name" else None
        )
        for name in (DENSE if size else ())
    }


def sparse_params() -> dict[str, models.SparseVectorParams]:
    """Return the sparse vectors of a collection."""
    return {name: models.SparseVectorParams(modifier=models.Modifier.IDF) for name in SPARSE}


def named(vectors: Vectors) -> dict[str, Any]:
    """Translate a document's vectors; empty ones are left out."""
    dense = {"name": vectors.name, "outcomes": vectors.outcomes, "description": vectors.description}
    words = {"lemma": sparse(vectors.lemma), "ngram": sparse(vectors.ngram)}
    return words | {name: vector for name, vector in dense.items() if vector}


def sparse(vector: Sparse) -> models.SparseVector:
    """Translate a sparse vector."""
    return models.SparseVector(indices=list(vector.indices), values=list(vector.values))


def asked(vectors: QueryVectors) -> dict[str, Any]:
    """Translate a question's vectors by name."""
    words = {"lemma": vectors.lemma, "ngram": vectors.ngram}
    found: dict[str, Any] = {name: sparse(vector) for name, vector in words.items() if vector}
    if any(vectors.dense):
        found |= {"name": [vectors.dense], "outcomes": vectors.dense, "description": vectors.dense}
    return found


def prefetches(
    vectors: Mapping[str, Any], conditions: Conditions, fusion: Fusion, limit: int, *, priors: bool
) -> tuple[list[models.Prefetch], models.FormulaQuery]:
    """Return one prefetch a vector and the formula that sums their scores by weight."""
    where, depth = server_filter(conditions), max(fusion.depth, limit)
    terms = fusion.terms(vectors)
    found = [models.Prefetch(query=vectors[name], using=name, filter=where, limit=depth) for name, _, _ in terms]
    parts: list[Any] = [
        _part(f"$score[{place}]", weight, power) for place, (_, weight, power) in enumerate(terms) if weight
    ]
    dense: Any = [f"$score[{place}]" for place, (name, _, _) in enumerate(terms) if name in DENSE]
    if dense and fusion.best[0]:
        parts.append(_part(models.MaxExpression(max=dense), *fusion.best))
    if priors:
        parts.append(PRIOR)
    defaults = {PRIOR: 0.0} | {f"$score[{place}]": 0.0 for place in range(len(terms))}
    return found, models.FormulaQuery(formula=models.SumExpression(sum=parts), defaults=defaults)


def _part(score: Any, weight: float, power: float) -> models.MultExpression:
    """Return one summand. Negative scores count as none: their power has no meaning."""
    positive: Any = models.MaxExpression(max=[score, 0.0])
    raised: Any = positive
    if power != 1:
        raised = models.PowExpression(pow=models.PowParams(base=positive, exponent=power))
    return models.MultExpression(mult=[weight, raised])


def server_filter(conditions: Conditions) -> models.Filter | None:
    """Translate conditions; ``None`` when there are none."""
    if not conditions:
        return None
    must_not: list[Any] = [_condition(condition) for condition in conditions.must_not]
    if conditions.excluded:
        must_not.append(models.HasIdCondition(has_id=list(conditions.excluded)))
    must: list[Any] = [_condition(condition) for condition in conditions.must]
    return models.Filter(must=must or None, must_not=must_not or None)


def _condition(condition: Condition) -> models.FieldCondition:
    if condition.at_most is not None:
        return models.FieldCondition(key=condition.field, range=models.Range(lte=condition.at_most))
    values: Any = list(condition.any_of)
    return models.FieldCondition(key=condition.field, match=models.MatchAny(any=values))
