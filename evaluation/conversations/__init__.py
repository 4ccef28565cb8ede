"""How well whole conversations go."""

from evaluation.conversations.generate import generate
from evaluation.conversations.score import score
from evaluation.conversations.sets import Conversation

__all__ = ["Conversation", "generate", "score"]
