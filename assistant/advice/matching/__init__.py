"""Qualifications for a person, ranked by visible factors whose contributions add up to the score."""

from assistant.advice.matching.competences import Competence, competences_of, degree_of
from assistant.advice.matching.errors import MatchingError
from assistant.advice.matching.factors import DEFAULT_WEIGHTS, ORDER, FactorName, put_first, weights_of
from assistant.advice.matching.liked import Liked, kept_away, liked, likings_of
from assistant.advice.matching.person import Person, person_of
from assistant.advice.matching.ranking import Ranking, Reason, Wanted, rank
from assistant.advice.matching.relevance import about, relevance
from assistant.advice.matching.table import Row, Table, Tables

__all__ = [
    "DEFAULT_WEIGHTS",
    "ORDER",
    "Competence",
    "FactorName",
    "Liked",
    "MatchingError",
    "Person",
    "Ranking",
    "Reason",
    "Row",
    "Table",
    "Tables",
    "Wanted",
    "about",
    "competences_of",
    "degree_of",
    "kept_away",
    "liked",
    "likings_of",
    "person_of",
    "put_first",
    "rank",
    "relevance",
    "weights_of",
]
