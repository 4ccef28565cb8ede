"""What goes into an index, whatever it is made of: texts to find it by and a payload to give back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from register.library import AnyRecord
from retrieval.fields import Piece, pieces
from retrieval.payload import HASH, occupations_of, payload_of, point_id


@dataclass(frozen=True, slots=True)
class Entry:
    """One point to be: its texts are asked for only when it has changed."""

    point: int
    texts: Callable[[], tuple[Piece, ...]]
    payload: dict[str, Any]

    @property
    def digest(self) -> str:
        """The hash of all that the point will hold."""
        return str(self.payload[HASH])


def entries_of(records: Sequence[AnyRecord]) -> list[Entry]:
    """Return the entries of ``records``, links between them followed."""
    occupations = occupations_of(records)
    return [_entry(record, occupations.get(record.id, frozenset())) for record in records]


def _entry(record: AnyRecord, occupations: frozenset[str]) -> Entry:
    return Entry(point_id(record.id), lambda: pieces(record), payload_of(record, occupations))
