"""The default chat model: rules, examples and templates instead of weights."""

from assistant.models.embedded.model import NAME, EmbeddedChatModel

__all__ = ["NAME", "EmbeddedChatModel"]
