"""What a question says beside its topic: filters read out of its words, told and undoable."""

from retrieval.understanding.interpret import Interpretation, interpret

__all__ = ["Interpretation", "interpret"]
