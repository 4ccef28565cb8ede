"""How well records are found: questions with known answers, ranked, scored."""

from evaluation.retrieval.generate import Ranker, answer, generate, generate_on_corpus, record_ranker
from evaluation.retrieval.score import Scores, score, scores_of, units_of
from evaluation.retrieval.sets import Answered, Question, read_documents, read_questions

__all__ = [
    "Answered",
    "Question",
    "Ranker",
    "Scores",
    "answer",
    "generate",
    "generate_on_corpus",
    "read_documents",
    "read_questions",
    "record_ranker",
    "score",
    "scores_of",
    "units_of",
]
