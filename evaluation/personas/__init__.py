"""Simulated users: deterministic personas that talk with the assistant through its HTTP API until done or tired."""

from evaluation.personas.play import scores_of, talk
from evaluation.personas.sets import Persona, Talk, read_personas

__all__ = ["Persona", "Talk", "read_personas", "scores_of", "talk"]
