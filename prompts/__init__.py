"""Every text the assistant says or sends to a model, as files by language, and the one loader that reads them."""

from prompts.loader import Prompt, PromptError, Prompts

__all__ = ["Prompt", "PromptError", "Prompts"]
