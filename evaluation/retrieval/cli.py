"""``zeterka eval retrieval``: one run from set to report."""

import tempfile
from pathlib import Path

from evaluation.retrieval.generate import generate, record_ranker
from evaluation.retrieval.score import Scores, score
from evaluation.retrieval.sets import read_documents
from retrieval import RecordIndex
from retrieval.edge.collection import Collection, build_collection
from retrieval.embedding import Embedder, packaged


def run(set_path: Path, out: Path, index: RecordIndex) -> Scores:
    """Ask the questions of a set of our own records; raises ``SetError``, ``OSError``, ``RecordIndexError``."""
    config = {"index": index.info.snapshot, "embedding": index.info.embedding}
    generate(set_path, out, record_ranker(index), config)
    return score(out)


def run_on_corpus(set_path: Path, out: Path, corpus: Path, embedder: Embedder | None = None) -> Scores:
    """Index a foreign collection and ask the questions of its set; raises as ``run`` does."""
    used = embedder or packaged()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        build_collection(read_documents(corpus), folder, used)
        collection = Collection(folder, used)
        config = {"corpus": corpus.name, "embedding": used.name}
        generate(set_path, out, lambda text: [found for found, _ in collection.rank(text)], config)
    return score(out)
