"""Ask every question of a set and keep what came back."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import perf_counter

from evaluation.retrieval.sets import Answered, Question, read_questions
from retrieval import RecordIndex, SearchQuery

DEPTH = 100
Ranker = Callable[[str], Sequence[str]]
"""Gives the ids of the best ``DEPTH`` documents for a question, best first."""


def generate(set_path: Path, out: Path, rank: Ranker, config: Mapping[str, object]) -> None:
    """Write ``generated.jsonl`` and ``config.json`` for one set to ``out``; raises ``SetError`` and ``OSError``."""
    questions = read_questions(set_path)
    out.mkdir(parents=True, exist_ok=True)
    described = {"task": "retrieval", "set": set_path.name, "depth": DEPTH, **config}
    (out / "config.json").write_text(json.dumps(described, indent=1, ensure_ascii=False), "utf-8")
    lines = (one.model_dump_json() + "\n" for one in answer(questions, rank))
    (out / "generated.jsonl").write_text("".join(lines), "utf-8")


def record_ranker(index: RecordIndex, *, interpret: bool = True) -> Ranker:
    """Rank the records of an index."""

    def rank(text: str) -> list[str]:
        found = index.search(SearchQuery(text, limit=DEPTH, interpret=interpret))
        return [hit.record.id for hit in found.hits]

    return rank


def answer(questions: Iterable[Question], rank: Ranker) -> list[Answered]:
    """Ask each question once; the first is asked twice, so that no cold start is measured."""
    answered: list[Answered] = []
    for question in questions:
        if not answered:
            rank(question.query)
        start = perf_counter()
        found = tuple(rank(question.query))
        ms = (perf_counter() - start) * 1_000
        answered.append(Answered(**question.model_dump(), found=found, ms=ms))
    return answered
