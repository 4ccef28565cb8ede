"""Quality of the hybrid against what a user would pick instead: one run, one corpus, the test splits.

Run: ``python -m benchmarks.retrieval.quality ESCO_FOLDER RECORDS_FOLDER``
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import qdrant_edge as qe
from scipy import sparse

from evaluation.retrieval.esco import esco_set
from evaluation.retrieval.generate import Ranker, answer
from evaluation.retrieval.score import scores_of
from evaluation.retrieval.tune import Task, esco_task, records_task
from register.library import parse_json
from retrieval.analysis import analyse, normalise
from retrieval.edge.collection import Document
from retrieval.embedding import Embedder, packaged
from retrieval.fields import pieces
from retrieval.fusion import default_fusion

DEPTH = 100
Tokens = Callable[[str], list[str]]


def words(text: str) -> list[str]:
    return [word.surface for word in analyse(text).words]


def lemmas(text: str) -> list[str]:
    return [lemma for word in analyse(text).content for lemma in word.lemmas]


def grams(text: str) -> list[str]:
    """Character 3-5-grams within words, as scikit-learn's ``char_wb``; letters as typed."""
    marked = [f" {word} " for word in normalise(text).split()]
    return [word[i : i + n] for word in marked for n in (3, 4, 5) for i in range(len(word) - n + 1)]


class Postings:
    """A term matrix; BM25 (k1 1.2, b 0.75) or cosine of TF-IDF."""

    def __init__(self, documents: Sequence[Document], tokens: Tokens, *, bm25: bool) -> None:
        self._ids, self._tokens, self._bm25 = [document.id for document in documents], tokens, bm25
        counted = [Counter(tokens(f"{document.title} {document.text}")) for document in documents]
        self._places: dict[str, int] = {}
        for document in counted:
            for token in document:
                self._places.setdefault(token, len(self._places))
        frequency = Counter(token for document in counted for token in document)
        size = len(documents)
        self._idf = np.array([log(1 + (size - frequency[t] + 0.5) / (frequency[t] + 0.5)) for t in self._places])
        lengths = np.array([sum(document.values()) for document in counted])
        usual = lengths.mean()
        rows, columns, values = [], [], []
        for row, document in enumerate(counted):
            long = 1.2 * (0.25 + 0.75 * lengths[row] / usual)
            for token, n in document.items():
                place = self._places[token]
                weight = n * 2.2 / (n + long) if bm25 else n * self._idf[place]
                rows.append(row)
                columns.append(place)
                values.append(weight)
        matrix = sparse.csr_matrix((values, (rows, columns)), shape=(size, len(self._places)))
        if not bm25:
            norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1)).ravel())
            matrix = sparse.diags(1 / np.maximum(norms, 1e-9)) @ matrix
        self._matrix = matrix.tocsc()

    def __call__(self, text: str) -> list[str]:
        query = Counter(token for token in self._tokens(text) if token in self._places)
        if not query:
            return []
        places = [self._places[token] for token in query]
        weights = np.array([n * self._idf[p] for n, p in zip(query.values(), places, strict=True)])
        scores = self._matrix[:, places] @ weights
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        return [self._ids[place] for place in best if scores[place] > 0]


class Dense:
    """The static embedding alone: title, else the best of title and text."""

    def __init__(self, documents: Sequence[Document], embedder: Embedder) -> None:
        self._ids, self._embedder = [document.id for document in documents], embedder
        self._titles = np.array(embedder.documents([document.title or document.text for document in documents]))
        self._texts = np.array(embedder.documents([document.text or document.title for document in documents]))

    def __call__(self, text: str) -> list[str]:
        query = np.array(self._embedder.query(text))
        scores = np.maximum(self._titles @ query, self._texts @ query)
        return [self._ids[place] for place in np.argsort(-scores, kind="stable")[:DEPTH]]


class EdgeBm25:
    """Qdrant Edge's own BM25 as it ships: English tokens, nothing set."""

    def __init__(self, documents: Sequence[Document], folder: Path) -> None:
        folder.mkdir(parents=True)
        parameters = {"words": qe.EdgeSparseVectorParams(modifier=qe.Modifier.Idf)}
        self._shard = qe.EdgeShard.create(str(folder), qe.EdgeConfig(vectors={}, sparse_vectors=parameters))
        self._model, self._ids = qe.Bm25(), [document.id for document in documents]
        points = [qe.Point(i, self._named(one), {}) for i, one in enumerate(documents)]
        self._shard.update(qe.UpdateOperation.upsert_points(points))
        self._shard.optimize()

    def _named(self, document: Document) -> Any:
        return {"words": self._model.embed_document(f"{document.title} {document.text}")}

    def __call__(self, text: str) -> list[str]:
        query = self._model.embed_query(text.encode("utf-8", "replace").decode())
        if not query.indices:
            return []
        asked = qe.QueryRequest(limit=DEPTH, query=qe.Query.Nearest(query, using="words"))
        return [self._ids[int(str(hit.id))] for hit in self._shard.query(asked)]


def as_documents(records: Path) -> list[Document]:
    """Our records as plain text, for those who know no fields."""
    found = [parse_json(line) for path in sorted(records.glob("*.jsonl")) for line in path.read_bytes().splitlines()]
    return [Document(one.id, one.name, " ".join(piece.text for piece in pieces(one)[1:])) for one in found]


def rivals(documents: Sequence[Document], where: Path) -> dict[str, Ranker]:
    return {
        "BM25 on words": Postings(documents, words, bm25=True),
        "BM25 on lemmas": Postings(documents, lemmas, bm25=True),
        "3-5-gram TF-IDF": Postings(documents, grams, bm25=False),
        "static embedding": Dense(documents, packaged()),
        "Qdrant Edge BM25": EdgeBm25(documents, where),
    }


def report(task: Task, documents: Sequence[Document], where: Path) -> None:
    ours = task.ranker(default_fusion())
    everyone = {"hybrid (ZeteRka)": ours, **rivals(documents, where)}
    scored = {name: scores_of(answer(task.questions, rank)) for name, rank in everyone.items()}
    slices = list(next(iter(scored.values()))["slices"])
    print(f"\n## {task.name}: {len(task.questions)} questions, {len(documents)} documents (test split), MRR\n")
    print("| | " + " | ".join(["all", "ratio", "nDCG@10", "success@10", *slices]) + " |")
    print("|---" * (len(slices) + 5) + "|")
    best = scored["hybrid (ZeteRka)"]["mrr"]
    for name, result in scored.items():
        cells = [result["mrr"], result["mrr"] / best, result["ndcg@10"], result["success@10"]]
        cells += [result["slices"][one]["mrr"] for one in slices]
        print(f"| {name} | " + " | ".join(f"{cell:.3f}" for cell in cells) + " |")


def main(esco: Path, records: Path, part: str = "test") -> None:
    with tempfile.TemporaryDirectory() as name:
        where = Path(name)

        for kind in ("occupations", "skills"):
            report(
                esco_task(esco, part, kind, where, packaged()), esco_set(esco, part, kind)[1], where / f"{kind}-bm25"
            )
        report(records_task(records, part, where, packaged()), as_documents(records), where / "records-bm25")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
