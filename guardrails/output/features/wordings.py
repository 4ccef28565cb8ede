"""The words of a sentence as features: small words that scope a claim, and words its evidence lacks."""

from guardrails.output.claim import Claim
from guardrails.output.classes import classes_of
from guardrails.output.features.clashes import clash_names
from guardrails.output.words import Form, Kind

_CLAIMING = frozenset(
    "emphatic ease certainty alone superlative popularity majority frequency exclusive hedge past present suffice "  # noqa: SIM905
    "optional duty permission decide oversight change reason success negation recognition".split()
)
"""Classes that say how much is claimed; a word of another class that the record holds only names the subject."""


def wordings(claim: Claim) -> frozenset[str]:
    """Return named features such as ``says: tylko``, ``new: komisja`` and ``new: [+money]``.

    ``says`` is of words without a meaning of their own and of those that claim, ``new`` of words without support in the
    cited records, ``clash`` of notions whose family the record has another of. In brackets stand a word's concepts and,
    with a plus, its classes. Words of the record are left out.
    """
    found: set[str] = set()
    for token in claim.reading.tokens:
        if token.kind is Kind.WORD:
            form = token.form
            if not form.content:
                found.add(f"says: {_head(form)}")
            found.update(f"says: [+{name}]" for name in classes_of(form.folded, form.lemmas) & _CLAIMING)
    for form in claim.unsupported:
        found.add(f"new: {_head(form)}")
        found.update(f"new: [{name}]" for name in form.concepts)
        found.update(f"new: [+{name}]" for name in classes_of(form.folded, form.lemmas))
    return frozenset(found) | clash_names(claim)


def _head(form: Form) -> str:
    return min(form.keys)
