"""Writing the answer from evidence: one composer for each kind of thing an answer is about."""

from assistant.models.embedded.compose.answer import compose
from assistant.models.embedded.compose.task import Composed

__all__ = ["Composed", "compose"]
