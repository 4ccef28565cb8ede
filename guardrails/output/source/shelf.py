"""Records that were read, kept between turns."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping

from guardrails.output.source.records import source_of
from guardrails.output.source.unit import Source
from guardrails.output.words import Lemmas
from register.evidence import Evidence


class Shelf:
    """Keeps records that were read; safe to share between turns.

    A record has another handle in every conversation, so it is known by its id, text and facts.
    """

    def __init__(self, lemmas: Lemmas | None = None, size: int = 512) -> None:
        self._lemmas = lemmas
        self._size = size
        self._read: OrderedDict[tuple[str, str], tuple[Evidence, Source]] = OrderedDict()

    def source(self, item: Evidence) -> Source:
        """Return ``item`` as a source, read at most once while it is kept."""
        known = self._read.get((item.record_id, item.text))
        if known and (known[0].title, known[0].as_of, known[0].facts) == (item.title, item.as_of, item.facts):
            return known[1]
        source = source_of(item, self._lemmas)
        self._read[item.record_id, item.text] = (item, source)
        while len(self._read) > self._size:
            self._read.popitem(last=False)
        return source


class Read(Mapping[str, Source]):
    """The records of a turn by handle, each read when it is first asked for."""

    def __init__(self, evidence: Mapping[str, Evidence], shelf: Shelf) -> None:
        self._evidence = evidence
        self._shelf = shelf

    def __getitem__(self, handle: str) -> Source:
        return self._shelf.source(self._evidence[handle])

    def __iter__(self) -> Iterator[str]:
        return iter(self._evidence)

    def __len__(self) -> int:
        return len(self._evidence)
