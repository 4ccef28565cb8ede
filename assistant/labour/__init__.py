"""Figures of the labour market: which are held for a question, how old they are, where sources disagree."""

from assistant.labour.feed import Answered, LabourFeed, Question
from assistant.labour.shelf import Shelf

__all__ = ["Answered", "LabourFeed", "Question", "Shelf"]
