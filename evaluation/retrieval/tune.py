"""Finding the fusion weights on the development splits alone: a random search that narrows.

Run: ``python -m evaluation.retrieval.tune ESCO_FOLDER RECORDS_FOLDER``; prints the weights to be kept in
``retrieval/data/weights.json``.
"""

import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.retrieval.esco import esco_set
from evaluation.retrieval.generate import DEPTH, Ranker
from evaluation.retrieval.sets import DATA, Question, read_questions
from register.library import parse_json
from retrieval import SearchQuery
from retrieval.building import Options
from retrieval.edge import layout
from retrieval.edge.build import build
from retrieval.edge.collection import Collection, build_collection
from retrieval.edge.engine import EdgeEngine
from retrieval.embedding import Embedder, packaged
from retrieval.fusion import BEST, Fusion, default_fusion
from retrieval.index import EngineIndex
from retrieval.names import DENSE, SPARSE

_TRIALS = 900
_SEED = 20_261_120
_POWERS = (1.0, 1.5, 2.0)
Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Task:
    """A set of questions and what ranks them, with scores, for a given fusion."""

    name: str
    questions: Sequence[Question]
    scorer: Callable[[Fusion], Callable[[str], Sequence[tuple[str, float]]]]

    def ranker(self, fusion: Fusion) -> Ranker:
        """Return what ranks for ``fusion``."""
        scored = self.scorer(fusion)
        return lambda text: [found for found, _ in scored(text)]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with the scores that each vector alone gave.

    ``matrix``: shape (vectors and the best dense one, documents found by any).
    """

    slice: str
    matrix: NDArray[np.float64]
    gains: NDArray[np.bool_]

    def reciprocal_rank(self, weights: NDArray[np.float64], powers: NDArray[np.float64]) -> float:
        """Return the reciprocal rank under a fusion."""
        scores = weights @ np.power(self.matrix, powers[:, None])
        right = scores[self.gains]
        return 1 / (int((scores > right.max()).sum()) + 1) if right.size else 0.0


def asked(task: Task, vectors: Sequence[str]) -> list[Asked]:
    """Ask every question of each vector alone."""
    alone = [task.scorer(Fusion({name: 1.0}, {}, default_fusion().depth)) for name in vectors]
    found = []
    for question in task.questions:
        scores: list[Scores] = [dict(scorer(question.query)) for scorer in alone]
        ids = sorted({one for scored in scores for one in scored})
        matrix = np.array([[max(scored.get(one, 0.0), 0.0) for one in ids] for scored in scores])
        gains = np.array([question.relevant.get(one, 0) > 0 for one in ids], dtype=bool)
        matrix = matrix.reshape(len(vectors), len(ids))
        best = matrix[[place for place, name in enumerate(vectors) if name in DENSE]].max(0)
        found.append(Asked(question.slice, np.vstack([matrix, best]), gains))
    return found


def tune(tasks: Sequence[Sequence[Asked]], vectors: Sequence[str]) -> tuple[Fusion, float]:
    """Draw weights and powers at random, then closer and closer around the best; returns it and its value."""
    random = np.random.default_rng(_SEED)
    best, chosen, reached = np.ones(len(vectors)), np.ones(len(vectors)), -1.0
    for trial in range(_TRIALS):
        near = trial > _TRIALS // 3
        width = 0.5 * (1 - trial / _TRIALS) + 0.05
        weights = best * np.exp(random.normal(0, width, len(best))) if near else random.uniform(0, 2, len(best))
        powers = chosen if near and random.random() < 0.8 else random.choice(_POWERS, len(best))
        if (value := mean_value(tasks, weights, powers)) > reached:
            best, chosen, reached = weights, powers, value
    scaled = np.round(best / best.max() * 2, 3)
    fusion = Fusion(
        dict(zip(vectors, scaled.tolist(), strict=True)),
        dict(zip(vectors, chosen.tolist(), strict=True)),
        default_fusion().depth,
    )
    return fusion, reached


def mean_value(tasks: Sequence[Sequence[Asked]], weights: NDArray[np.float64], powers: NDArray[np.float64]) -> float:
    """Return the MRR, averaged over slices and then over tasks, so that none rules by its size."""
    values = []
    for task in tasks:
        slices: defaultdict[str, list[float]] = defaultdict(list)
        for one in task:
            slices[one.slice].append(one.reciprocal_rank(weights, powers))
        values.append(np.mean([np.mean(part) for part in slices.values()]))
    return float(np.mean(values))


def esco_task(folder: Path, part: str, kind: str, where: Path, embedder: Embedder) -> Task:
    """Return the task of finding ESCO concepts by alternative labels."""
    questions, documents = esco_set(folder, part, kind)
    build_collection(documents, where / kind, embedder)
    return Task(kind, questions, lambda fusion: Collection(where / kind, embedder, fusion).rank)


def records_task(records: Path, part: str, where: Path, embedder: Embedder) -> Task:
    """Index our own records and return the task of answering people's questions with them."""
    found = [parse_json(line) for path in sorted(records.glob("*.jsonl")) for line in path.read_bytes().splitlines()]
    build(found, where / "records", Options(embedder))
    return indexed_task(where / "records", part, embedder)


def indexed_task(root: Path, part: str, embedder: Embedder) -> Task:
    """Return the task of answering people's questions with the records of an index."""
    folder = layout.current(root)
    questions = read_questions(DATA / f"questions_{part}.jsonl")

    def scorer(fusion: Fusion) -> Callable[[str], Sequence[tuple[str, float]]]:
        index = EngineIndex(EdgeEngine(folder, embedder, fusion))
        return lambda text: [(hit.record.id, hit.score) for hit in index.search(SearchQuery(text, DEPTH)).hits]

    return Task("records", questions, scorer)


def main(esco: Path, records: Path) -> None:
    """Tune and print."""
    vectors = (*SPARSE, *DENSE)
    with tempfile.TemporaryDirectory() as name:
        where, embedder = Path(name), packaged()
        kinds = [esco_task(esco, "dev", kind, where, embedder) for kind in ("occupations", "skills")]
        tasks = [asked(task, vectors) for task in (*kinds, records_task(records, "dev", where, embedder))]
        best, reached = tune(tasks, (*vectors, BEST))
    sys.stdout.write(json.dumps({"fusion": best.weights, "powers": best.powers, "mean": round(reached, 4)}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
