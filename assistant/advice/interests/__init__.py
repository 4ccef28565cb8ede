"""Self-assessment of interests: a preliminary questionnaire, its scores, and occupations by likeness.

Nothing but answers to activities enters: there is no parameter for age, gender, origin, health or any other trait.
"""

from assistant.advice.interests.bank import Item, ItemBank, load_bank
from assistant.advice.interests.comparison import Match, Portrait, compare
from assistant.advice.interests.errors import FormulaError, InterestsError, Reason
from assistant.advice.interests.fit import FIT_FROM, Fit
from assistant.advice.interests.holland import HEXAGON, HollandType, Profile
from assistant.advice.interests.matches import LeftOut, LevelMatches, Matches, match_occupations
from assistant.advice.interests.questionnaire import Questionnaire
from assistant.advice.interests.scoring import Response, Result, TypeScore, score
from assistant.advice.interests.session import Form, Length, Progress, Session
from assistant.advice.interests.shape import HighPoint, Shape
from assistant.advice.interests.wording import Wording

__all__ = [
    "FIT_FROM",
    "HEXAGON",
    "Fit",
    "Form",
    "FormulaError",
    "HighPoint",
    "HollandType",
    "InterestsError",
    "Item",
    "ItemBank",
    "LeftOut",
    "Length",
    "LevelMatches",
    "Match",
    "Matches",
    "Portrait",
    "Profile",
    "Progress",
    "Questionnaire",
    "Reason",
    "Response",
    "Result",
    "Session",
    "Shape",
    "TypeScore",
    "Wording",
    "compare",
    "load_bank",
    "match_occupations",
    "score",
]
