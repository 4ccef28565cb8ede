"""The default chat model: rules, examples and templates instead of weights."""

from assistant.models.embedded.model import EmbeddedChatModel
from assistant.models.embedded.situation import NAME

__all__ = ["NAME", "EmbeddedChatModel"]
