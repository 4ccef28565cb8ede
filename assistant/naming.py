"""The register's own names, for the rails: read once from the index that serves, and again when another one does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from threading import Lock

from guardrails.output import Names
from register.library import AnyRecord
from register.occupation import Occupation
from register.vocabulary import RecordType
from retrieval.protocol import Filters, RecordIndex

TYPES = frozenset({RecordType.QUALIFICATION, RecordType.OCCUPATION, RecordType.INSTITUTION})


@dataclass(frozen=True, eq=False)
class Known:
    """Names of qualifications, occupations and institutions; (masculine, feminine) names of occupations."""

    names: Names = field(default_factory=Names)
    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, records: Iterable[AnyRecord]) -> "Known":
        """Read the names of ``records``; one pass."""
        names: list[tuple[str, Sequence[str]]] = []
        pairs = []
        for record in records:
            titles = [record.name]
            if isinstance(record, Occupation):
                titles += filter(None, (record.masculine, record.feminine))
                pairs.append((record.masculine or record.name, record.feminine))
            names.append((record.id, tuple(dict.fromkeys(titles))))
        return cls(Names(names), tuple(pairs))


class Register:
    """Hands out the names of the snapshot that serves; safe to share between threads."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._lock = Lock()
        self._read: tuple[str, Known] | None = None

    def now(self) -> Known:
        """Return the names; reads the register when the snapshot is a new one. Raises ``RecordIndexError``."""
        snapshot = self._index.info.snapshot
        with self._lock:
            if self._read is None or self._read[0] != snapshot:
                self._read = (snapshot, Known.of(self._index.records(Filters(types=TYPES))))
            return self._read[1]
