"""A stand-in for a model server: real HTTP, the OpenAI chat protocol, replies from readable transcripts.

PYTHONPATH=tests/servers python -m openai_standin [TRANSCRIPT…] [--port N] [--for SECONDS]
"""

from .server import Seen, StandIn
from .transcript import TRANSCRIPTS, Expectation, Reply, Server, Transcript, Turn, load, names

__all__ = [
    "TRANSCRIPTS",
    "Expectation",
    "Reply",
    "Seen",
    "Server",
    "StandIn",
    "Transcript",
    "Turn",
    "load",
    "names",
]
