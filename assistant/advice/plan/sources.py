"""The numbered sources of one plan, in the order in which it uses them."""

from collections.abc import Iterable

from assistant.advice.plan.document import PlanSource
from register.facts import SystemFact
from register.vocabulary import Language
from retrieval.protocol import RecordIndex


class Sources:
    """Gives each record one number; an id that left the index gets none."""

    def __init__(self, index: RecordIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._known: dict[str, PlanSource] = {}

    @property
    def numbered(self) -> tuple[PlanSource, ...]:
        """The sources numbered so far."""
        return tuple(self._known.values())

    def numbers(self, record_ids: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of records, each once."""
        found = (self._known.get(one) or self._add(one) for one in dict.fromkeys(record_ids))
        return tuple(source.n for source in found if source)

    def _add(self, record_id: str) -> PlanSource | None:
        record = self._index.get(record_id)
        if record is None:
            return None
        title = record.title.in_(self._language) if isinstance(record, SystemFact) else record.name
        source = PlanSource(
            n=len(self._known) + 1, record_id=record.id, title=title, url=record.url, as_of=record.as_of
        )
        self._known[record_id] = source
        return source
