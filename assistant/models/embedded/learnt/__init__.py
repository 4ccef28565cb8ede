"""What small linear models learnt from questions: what is wanted, of what, which rule answers, what is not held."""

from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.learnt.wants import Wants, wants_of

__all__ = ["Wants", "naming_words", "wants_of"]
