"""Personal data: masked before a model, a log or a checkpoint sees it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guardrails import (
    addresses,
    births,
    contacts,
    cued,
    data_names,
    documents,
    identifiers,
    likely_names,
    role_names,
    said_names,
    said_numbers,
    small_names,
    telephones,
    told_names,
)
from guardrails.data_names import NAME
from guardrails.frame import Action, Verdict
from guardrails.name_pairs import is_honoured
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
    role_names,
    told_names,
    small_names,
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
    found = [span for module in _KINDS for span in module.find(text)]
    joined = _names_joined([*found, *data_names.find(text, found)])
    return without_overlaps(span for span in joined if not (_is_name(span) and is_honoured(text, span)))


def _names_joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Of names that overlap make one: "Julia Maria" and "Maria Czajka" are one person; other kinds come first."""
    names: list[Span] = []
    for span in sorted(spans, key=_is_name):
        if not _is_name(span):
            yield span
            continue
        overlapping = [name for name in names if name.start < span.end and span.start < name.end]
        names = [name for name in names if name not in overlapping]
        both = [span, *overlapping]
        names.append(Span(min(one.start for one in both), max(one.end for one in both), span.kind))
    yield from names


def _is_name(span: Span) -> bool:
    return span.kind == NAME
