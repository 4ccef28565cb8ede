"""The output rails of a turn: our own texts in its language are known to them, and a server's model must keep to it."""

from collections.abc import Callable
from functools import cache, lru_cache

from assistant.naming import Known, Register
from guardrails.frame import OutputRail
from guardrails.output import LanguageDrift, output_rails
from guardrails.output.hedges import Hedges
from guardrails.output.leak import Leak, runs_of
from guardrails.output.source import Shelf
from prompts import Prompts
from register.vocabulary import Audience, Language

TOLD = ("system", "tools", "examples", *(f"audience/{audience.value}" for audience in Audience))
OutputRails = Callable[[Language], tuple[OutputRail, ...]]
"""The rails for an answer in a language."""


def rails_by_language(prompts: Prompts, register: Register | None = None) -> OutputRails:
    """Return what gives the rails of a turn; they are built for a language when it is first answered in.

    They know the names of ``register``; those of another snapshot make new rails. Building may take a second.
    """
    shelf, nobody = Shelf(), Known()

    @lru_cache(maxsize=2 * len(Language))
    def built(language: Language, known: Known) -> tuple[OutputRail, ...]:
        return output_rails(phrases=prompts.phrases(language), shelf=shelf, names=known.names, pairs=known.pairs)

    return lambda language: built(language, register.now() if register else nobody)


def kept_to(language: Language, rails: tuple[OutputRail, ...], prompts: Prompts) -> tuple[OutputRail, ...]:
    """Add what holds for models of a server.

    They keep to ``language`` and to themselves what they were told, and tell nothing probable as certain. The composer
    of the embedded model quotes records as they are and is told nothing.
    """
    return (LanguageDrift(language.value), Leak(_told(prompts, language.value)), Hedges(), *rails)


@cache
def _told(prompts: Prompts, language: str) -> frozenset[tuple[str, ...]]:
    """What a model is told, but for the line that says who it is: that is no secret."""
    texts = [prompts.render(name, language).text for name in TOLD]
    return runs_of([texts[0].partition("\n")[2], *texts[1:]])
