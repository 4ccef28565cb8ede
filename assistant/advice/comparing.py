"""What two to four records have in common and what is their own, statement by statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.advice.matching.competences import COVERED_FROM, competences_of
from assistant.advice.matching.phrases import Phrases
from register.library import AnyRecord


@dataclass(frozen=True, slots=True)
class Statements:
    """``shared``: statements of the first described record that every other described one has too; ``own``: by record
    id, those that no other has; ``described``: ids of the records whose statements are known at all.
    """

    shared: tuple[str, ...]
    own: dict[str, tuple[str, ...]]
    described: tuple[str, ...]


def compare_statements(records: Sequence[AnyRecord]) -> Statements:
    """Compare outcomes and tasks; two are the same from the likeness at which one covers the other (``phrases``)."""
    texts = {record.id: tuple(one.text for one in competences_of(record)) for record in records}
    told = [record_id for record_id, statements in texts.items() if statements]
    if len(told) < 2:  # nothing to compare with
        return Statements((), {one: texts[one] for one in told}, tuple(told))
    has = {one: {other: _known(texts[one], texts[other]) for other in told if other != one} for one in told}
    first = told[0]
    shared = tuple(text for text in texts[first] if all(text in has[first][other] for other in told[1:]))
    own = {one: tuple(t for t in texts[one] if not any(t in found for found in has[one].values())) for one in told}
    return Statements(shared, own, tuple(told))


def _known(mine: tuple[str, ...], theirs: tuple[str, ...]) -> frozenset[str]:
    """Those of ``mine`` that are among ``theirs``."""
    phrases = Phrases.of([*mine, *theirs])
    start = len(mine)
    return frozenset(text for text in mine if phrases.like(text)[start:].max(initial=0.0) >= COVERED_FROM)
