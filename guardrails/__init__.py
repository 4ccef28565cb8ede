"""Rails: small callables that look at a message or a sentence and give a verdict."""

from guardrails.frame import Action, InputRail, OutputRail, RailReport, Sentence, Verdict, screen, verify
from guardrails.inputs import input_rails

__all__ = [
    "Action",
    "InputRail",
    "OutputRail",
    "RailReport",
    "Sentence",
    "Verdict",
    "input_rails",
    "screen",
    "verify",
]
