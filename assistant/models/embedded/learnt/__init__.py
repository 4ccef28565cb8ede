"""What small linear models learnt from written questions: what is wanted, of what, and which rule answers."""

from assistant.models.embedded.learnt.naming import naming_words
from assistant.models.embedded.learnt.wants import Wants, wants_of

__all__ = ["Wants", "naming_words", "wants_of"]
