"""Output rails: what an answer says must be founded, fair, plain in tone and free of foreign addresses."""

from collections.abc import Iterable

from guardrails.citations import Citations
from guardrails.frame import OutputRail
from guardrails.output.bias import Bias
from guardrails.output.contacts import Contacts
from guardrails.output.entities import Names
from guardrails.output.features import Similarity
from guardrails.output.grounding import Grounding
from guardrails.output.source import Shelf
from guardrails.output.templates import templates
from guardrails.output.tone import LanguageDrift, Tone
from guardrails.output.wording import Wording, pairs_of
from guardrails.output.words import Lemmas

__all__ = ["Bias", "Citations", "Contacts", "Grounding", "LanguageDrift", "Names", "Tone", "Wording", "output_rails"]


def output_rails(
    *,
    names: Names | None = None,
    pairs: Iterable[tuple[str, str]] = (),
    phrases: Iterable[str] = (),
    lemmas: Lemmas | None = None,
    similarity: Similarity | None = None,
    shelf: Shelf | None = None,
) -> tuple[OutputRail, ...]:
    """Return the rails every sentence passes, in order.

    ``names`` of the register; ``pairs``: (masculine, feminine) names of occupations;
    ``phrases``: our own texts with ``{gaps}``, whose fixed words need no source (figures and names in the gaps do);
    ``lemmas``: one word to further lemmas (Morfeusz is asked anyway); ``similarity``: nearness of two texts, 0-1;
    ``shelf``: keeps the records that were read, where several sets of rails share them.
    """
    ours = tuple(phrases)
    return (
        Contacts((" ".join(ours),)),
        Citations(),
        Tone(),
        Bias(),
        Grounding(names or Names(), lemmas, similarity, shelf=shelf or Shelf(lemmas), own=templates(ours)),
        Wording(pairs_of(pairs)),
    )
