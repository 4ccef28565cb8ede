"""Simulated users: deterministic personas that talk with the assistant through its HTTP API until done or tired."""

from evaluation.personas.generate import generate
from evaluation.personas.play import talk
from evaluation.personas.score import score, scores_of, units_of
from evaluation.personas.sets import Persona, Talk, read_personas

__all__ = ["Persona", "Talk", "generate", "read_personas", "score", "scores_of", "talk", "units_of"]
