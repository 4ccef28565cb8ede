"""Text to tokens: one analyser for documents and queries, so that both sides always agree."""

from retrieval.analysis.analyser import ANALYSER_VERSION, Analysis, analyse
from retrieval.analysis.normalise import fold, normalise
from retrieval.analysis.words import Word

__all__ = ["ANALYSER_VERSION", "Analysis", "Word", "analyse", "fold", "normalise"]
