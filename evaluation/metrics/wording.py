"""How an answer reads: readability and wording that leaves nobody out; both measured on Polish alone."""

from collections.abc import Sequence

from evaluation.metrics.ratio import NOTHING, Ratio, of, truth
from guardrails.output.readability import fog_pl
from guardrails.output.wording import mend

POLISH = "pl"


def fog(text: str, language: str) -> Ratio:
    """Return the fog index of a Polish answer (years of schooling; formula and source: ``fog_pl``)."""
    return (fog_pl(text), 1.0) if language == POLISH and text.strip() else NOTHING


def inclusive(sentences: Sequence[str], language: str) -> Ratio:
    """Return the share of Polish sentences that address every reader: none that the wording rail would mend."""
    if language != POLISH or not sentences:
        return NOTHING
    return of(sum(mend(one, {}) == one for one in sentences), len(sentences))


def in_language(wanted: str, answered: str) -> Ratio:
    """Return whether the answer is in the language of the question."""
    return truth(wanted == answered) if wanted and answered else NOTHING
