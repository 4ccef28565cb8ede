"""Everyday likings («psy», «gry», «na dworze») and what is done in records that they stand for."""

from assistant.advice.likings.doings import Doings, Done
from assistant.advice.likings.reading import Said, said_in
from assistant.advice.likings.table import Liking, likings

__all__ = ["Doings", "Done", "Liking", "Said", "likings", "said_in"]
