"""Personal data: masked before a model, a log or a checkpoint sees it."""

from dataclasses import dataclass

from guardrails import (
    addresses,
    births,
    contacts,
    cued,
    documents,
    identifiers,
    likely_names,
    said_names,
    said_numbers,
    telephones,
)
from guardrails.frame import Action, Verdict
from guardrails.spans import Span, mask, without_overlaps

# Of two that overlap the earlier kind stays.
_KINDS = (
    said_numbers,
    identifiers,
    documents,
    contacts,
    addresses,
    telephones,
    births,
    said_names,
    likely_names,
    cued,
)


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Put ``[PESEL]``, ``[TELEFON]`` … in the place of what identifies a person.

    ``detail`` counts the kinds; ``phrase`` is what the user may be told.
    """

    name: str = "personal_data"

    def __call__(self, text: str) -> Verdict:
        """Let ``text`` go on without what identifies a person."""
        spans = find(text)
        if not spans:
            return Verdict(Action.PASSED, text)
        kinds = sorted({span.kind for span in spans})
        return Verdict(
            Action.MASKED,
            mask(text, spans),
            detail=", ".join(kinds).lower(),
            phrase="rails.personal_data.masked",
            values={"count": len(spans)},
        )


def find(text: str) -> list[Span]:
    """Return the places of personal data in ``text``, in order and without overlaps."""
    return without_overlaps(span for module in _KINDS for span in module.find(text))
