"""Our conditions and vectors in the words of Qdrant Edge."""

from collections.abc import Mapping
from typing import Any

import qdrant_edge as qe

from retrieval.conditions import Condition, Conditions
from retrieval.documents import Vectors
from retrieval.fusion import Fusion
from retrieval.names import DENSE, SPARSE
from retrieval.payload import INTEGERS, KEYWORDS
from retrieval.priors import PRIOR
from retrieval.queries import QueryVectors
from retrieval.sparse import Sparse


def shard_config(size: int) -> qe.EdgeConfig:
    """Return the shape of a shard with dense vectors of ``size`` (0: none).

    Without a write-ahead log many processes can open it at once.
    """
    sparse = {name: qe.EdgeSparseVectorParams(modifier=qe.Modifier.Idf) for name in SPARSE}
    dense = {name: _dense_params(name, size) for name in DENSE} if size else {}
    return qe.EdgeConfig(vectors=dense, sparse_vectors=sparse, wal_enabled=False)


def _dense_params(name: str, size: int) -> qe.EdgeVectorParams:
    """A name vector is one for each name: the best of them counts."""
    several = qe.MultiVectorConfig(qe.MultiVectorComparator.MaxSim) if name == "name" else None
    return qe.EdgeVectorParams(
        size, qe.Distance.Cosine, multivector_config=several, datatype=qe.VectorStorageDatatype.Float16
    )


def named(vectors: Vectors) -> Any:
    """Translate a document's vectors; empty ones are left out."""
    dense = {"name": vectors.name, "outcomes": vectors.outcomes, "description": vectors.description}
    found: dict[str, Any] = {"lemma": sparse(vectors.lemma), "ngram": sparse(vectors.ngram)}
    return found | {name: vector for name, vector in dense.items() if vector}


def field_indexes() -> list[qe.UpdateOperation]:
    """Return the operations that make the payload fields quick to filter by."""
    keyword, integer = qe.PayloadSchemaType.Keyword, qe.PayloadSchemaType.Integer
    kinds = {**dict.fromkeys(KEYWORDS, keyword), **dict.fromkeys(INTEGERS, integer)}
    return [qe.UpdateOperation.create_field_index(field, kind) for field, kind in kinds.items()]


def edge_filter(conditions: Conditions) -> qe.Filter | None:
    """Translate conditions; ``None`` when there are none."""
    if not conditions:
        return None
    must: list[Any] = [_condition(condition) for condition in conditions.must]
    must_not: list[Any] = [_condition(condition) for condition in conditions.must_not]
    if conditions.excluded:
        must_not.append(qe.HasIdCondition(set(conditions.excluded)))
    return qe.Filter(must=must or None, must_not=must_not or None)


def _condition(condition: Condition) -> qe.FieldCondition:
    if condition.at_most is not None:
        return qe.FieldCondition(condition.field, range=qe.RangeFloat(lte=float(condition.at_most)))
    values: Any = list(condition.any_of)
    return qe.FieldCondition(condition.field, match=qe.MatchAny(values))


def sparse(vector: Sparse) -> qe.SparseVector:
    """Translate a sparse vector."""
    return qe.SparseVector(list(vector.indices), list(vector.values))


def fused(vectors: QueryVectors, conditions: Conditions, limit: int, fusion: Fusion) -> qe.QueryRequest:
    """Return the one request of a search: every vector's best points, their scores summed by weight."""
    words = {"lemma": vectors.lemma, "ngram": vectors.ngram}
    found: dict[str, Any] = {name: sparse(vector) for name, vector in words.items() if vector}
    if any(vectors.dense):
        found |= {"name": [vectors.dense], "outcomes": vectors.dense, "description": vectors.dense}
    return _fused(found, conditions, limit, fusion, priors=vectors.priors)


def alike(vectors: Any, conditions: Conditions, limit: int, fusion: Fusion) -> qe.QueryRequest:
    """Return the request for the points nearest to the stored vectors of one."""
    known = {name: vectors[name] for name in (*SPARSE, *DENSE) if name in vectors}
    return _fused(known, conditions, limit, fusion, priors=False)


def _fused(
    known: Mapping[str, Any], conditions: Conditions, limit: int, fusion: Fusion, *, priors: bool
) -> qe.QueryRequest:
    where, depth = edge_filter(conditions), max(fusion.depth, limit)
    terms = fusion.terms(known)
    prefetches = [
        qe.Prefetch(limit=depth, query=qe.Query.Nearest(known[name], using=name), filter=where) for name, _, _ in terms
    ]
    parts = [_part(_score(place), weight, power) for place, (_, weight, power) in enumerate(terms) if weight]
    dense = [_score(place) for place, (name, _, _) in enumerate(terms) if name in DENSE]
    if dense and fusion.best[0]:
        parts.append(_part(qe.Expression.Max(dense), *fusion.best))
    defaults = {f"$score[{place}]": 0.0 for place in range(len(terms))}
    if priors:
        parts.append(qe.Expression.Variable(PRIOR))
        defaults[PRIOR] = 0.0
    formula = qe.Formula(qe.Expression.Sum(parts), defaults)
    return qe.QueryRequest(limit=limit, query=formula, prefetches=prefetches)


def _score(place: int) -> qe.Expression:
    return qe.Expression.Variable(f"$score[{place}]")


def _part(score: qe.Expression, weight: float, power: float) -> qe.Expression:
    """Return one summand. Negative scores (a cosine may be) count as none: their power has no meaning."""
    constant = qe.Expression.Constant
    positive = qe.Expression.Max([score, constant(0.0)])
    raised = positive if power == 1 else qe.Expression.Pow(positive, constant(power))
    return qe.Expression.Mult([constant(weight), raised])
