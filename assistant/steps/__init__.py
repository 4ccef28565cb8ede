"""The steps of one turn, each a small callable over the state."""

from assistant.steps.act import act
from assistant.steps.converse import converse
from assistant.steps.repair import repair
from assistant.steps.reply import reply
from assistant.steps.screen import screen
from assistant.steps.verify import verify

__all__ = ["act", "converse", "repair", "reply", "screen", "verify"]
