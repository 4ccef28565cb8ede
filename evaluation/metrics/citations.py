"""Citation precision and recall, by expected ids and by the grounding rail.

Definitions after ALCE (Gao, Yen, Yu, Chen: *Enabling Large Language Models to Generate Text with Citations*, EMNLP
2023, section 4): recall asks whether a statement is borne out by all that it cites together; precision asks of each
citation whether it is needed, that is, not both unable to bear the statement out alone and dispensable beside the
others. ALCE lets an entailment model decide; here the grounding rail does (``by_rail``) or the set's ids (``by_id``).
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from evaluation.metrics.ratio import Ratio, mean_of


class Statement(Protocol):
    """A sentence that states something: whether all its citations together bear it out, and each alone."""

    @property
    def supported(self) -> bool | None:
        """Whether the citations together bear the sentence out; ``None`` for one that states no fact."""
        ...

    @property
    def needed(self) -> Sequence[bool]:
        """For each citation whether it is needed."""
        ...


def precision_by_id(cited: Sequence[str], accepted: Collection[str]) -> Ratio:
    """Return the share of the cited records that the set accepts; an answer that cites none has 0."""
    return mean_of(sum(one in accepted for one in cited), len(cited)) if cited else (0.0, 1.0)


def recall_by_id(cited: Iterable[str], every: Sequence[str], any_met: bool | None) -> Ratio:
    """Return the share of expected citations made: each of ``every``, and one more where any of a list will do.

    ``any_met`` tells whether one of such a list is cited, ``None`` where there is no list.
    """
    found = set(cited)
    met = sum(one in found for one in every) + bool(any_met)
    return mean_of(met, len(every) + (any_met is not None))


def recall_by_rail(statements: Iterable[Statement]) -> Ratio:
    """Return the share of the statements that their citations bear out, as a mean over answers."""
    judged = [one.supported for one in statements if one.supported is not None]
    return mean_of(sum(judged), len(judged))


def precision_by_rail(statements: Iterable[Statement]) -> Ratio:
    """Return the share of the citations that are needed, as a mean over answers."""
    needed = [one for statement in statements for one in statement.needed]
    return mean_of(sum(needed), len(needed))
