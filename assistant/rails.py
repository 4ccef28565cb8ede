"""The output rails of a turn: our own texts in its language are known to them, and a server's model must keep to it."""

from collections.abc import Callable
from functools import cache

from guardrails.frame import OutputRail
from guardrails.output import LanguageDrift, output_rails
from guardrails.output.source import Shelf
from prompts import Prompts
from register.vocabulary import Language

OutputRails = Callable[[Language], tuple[OutputRail, ...]]
"""The rails for an answer in a language."""


def rails_by_language(prompts: Prompts) -> OutputRails:
    """Return what gives the rails of a turn; they are built for a language when it is first answered in."""
    shelf = Shelf()

    @cache
    def rails(language: Language) -> tuple[OutputRail, ...]:
        return output_rails(phrases=prompts.phrases(language), shelf=shelf)

    return rails


def kept_to(language: Language, rails: tuple[OutputRail, ...]) -> tuple[OutputRail, ...]:
    """Add that a sentence must be in ``language``: for models of a server; the composer quotes records as they are."""
    return (LanguageDrift(language.value), *rails)
