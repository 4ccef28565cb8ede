"""Personal data: masked before a model, a log or a checkpoint sees it."""

from dataclasses import dataclass

from guardrails import births, contacts, cued, identifiers, likely_names, said_names
from guardrails.frame import Action, Verdict
from guardrails.spans import Span, mask, without_overlaps

_KINDS = (identifiers, contacts, births, said_names, likely_names, cued)  # of two that overlap the earlier kind stays


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
