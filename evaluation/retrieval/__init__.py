"""How well records are found: questions with known answers, ranked, scored."""

from evaluation.retrieval.cli import run, run_on_corpus
from evaluation.retrieval.generate import Ranker, answer, generate, record_ranker
from evaluation.retrieval.score import Scores, score, scores_of
from evaluation.retrieval.sets import Answered, Question, SetError, read_documents, read_questions

__all__ = [
    "Answered",
    "Question",
    "Ranker",
    "Scores",
    "SetError",
    "answer",
    "generate",
    "read_documents",
    "read_questions",
    "record_ranker",
    "run",
    "run_on_corpus",
    "score",
    "scores_of",
]
