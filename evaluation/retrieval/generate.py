"""Ask every question of a set and keep what came back."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from evaluation.describing import described, index_of
from evaluation.folder import Progress, no_progress, rest, writing
from evaluation.lines import read_lines, survey
from evaluation.retrieval.sets import Answered, Foreign, Question, read_documents
from retrieval import RecordIndex, SearchQuery
from retrieval.edge.collection import Collection, build_collection
from retrieval.embedding import Embedder, packaged
from retrieval.fusion import Fusion, default_fusion

DEPTH = 100
Ranker = Callable[[str], Sequence[str]]
"""Gives the ids of the best ``DEPTH`` documents for a question, best first."""


def generate(set_path: Path, out: Path, index: RecordIndex, progress: Progress = no_progress) -> None:
    """Ask the questions of a set of our own records and write ``generated.jsonl`` and ``config.json``.

    A run that was cut off goes on where it stopped. Raises ``SetError`` for a set with broken lines before anything is
    asked, ``RunError``, ``OSError`` and ``RecordIndexError``.
    """
    _ask_all(
        set_path, out, record_ranker(index), progress, index=index_of(index.info), fusion=fusion_of(default_fusion())
    )


def generate_on_corpus(
    set_path: Path, out: Path, corpus: Path, progress: Progress = no_progress, embedder: Embedder | None = None
) -> None:
    """Index a foreign collection and ask the questions of its set; raises as ``generate`` does."""
    used = embedder or packaged()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "corpus"
        build_collection(read_documents(corpus), folder, used)
        collection = Collection(folder, used)
        more = {"corpus": corpus.name, "corpus_sha256": survey(corpus, Foreign).sha256, "embedding": used.name}
        _ask_all(set_path, out, lambda text: [found for found, _ in collection.rank(text)], progress, **more)


def _ask_all(set_path: Path, out: Path, rank: Ranker, progress: Progress, **more: Any) -> None:
    summary = survey(set_path, Question)
    with writing(out, described("retrieval", set_path, summary, depth=DEPTH, **more)) as writer:
        questions = rest(read_lines(set_path, Question), summary.lines, writer, progress)
        for answered in answer(questions, rank):
            writer.write(answered)


def record_ranker(index: RecordIndex, *, interpret: bool = True) -> Ranker:
    """Rank the records of an index."""

    def rank(text: str) -> list[str]:
        found = index.search(SearchQuery(text, limit=DEPTH, interpret=interpret))
        return [hit.record.id for hit in found.hits]

    return rank


def answer(questions: Iterable[Question], rank: Ranker) -> Iterator[Answered]:
    """Ask each question once; the first is asked twice, so that no cold start is measured."""
    for number, question in enumerate(questions):
        if not number:
            rank(question.query)
        start = perf_counter()
        found = tuple(rank(question.query))
        ms = (perf_counter() - start) * 1_000
        known = question.model_dump(include=set(Question.model_fields))
        yield Answered(**known, found=found, ms=ms)


def fusion_of(fusion: Fusion) -> dict[str, Any]:
    """Return the weights that rank, so that ``diff`` can point at them."""
    return {"weights": dict(fusion.weights), "powers": dict(fusion.powers)}
