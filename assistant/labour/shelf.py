"""The figures for one question: from the index and, where there is one, a live feed; rules of age applied."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

from assistant.labour.age import apply_use_by, newest_of_each, warned
from assistant.labour.feed import Answered, LabourFeed, Question
from prompts import Prompts
from register.facts import LabourFact
from register.vocabulary import LabourTopic, RecordType
from retrieval.protocol import Filters, RecordIndex, SearchQuery

COUNTRY = "kraj"
FORECAST = "men-forecast"
_DEPTH = 60
_MOST_WARNED = 1_000
_OF_OCCUPATIONS = frozenset({LabourTopic.DEMAND, LabourTopic.PAY})


def today() -> date:
    """Return the day by the clock, in UTC."""
    return datetime.now(UTC).date()


class Shelf:
    """Answers questions from the figures held. Safe to share between threads."""

    def __init__(
        self, index: RecordIndex, prompts: Prompts, live: LabourFeed | None = None, day: Callable[[], date] = today
    ) -> None:
        self.index = index
        self._prompts = prompts
        self._live = live
        self._day = day
        # The snapshot does not change while it is open, so what is of no occupation is looked up once a topic.
        self._kept: dict[LabourTopic, tuple[LabourFact, ...]] = {}
        # By the snapshot they are of: a search for each question would cost more than all the rest of an answer.
        self._by_occupation: tuple[str, Mapping[str, tuple[LabourFact, ...]]] = ("", {})
        # A figure with its warning stays one object, so that its evidence is written once.
        self._warned: dict[str, tuple[LabourFact, LabourFact]] = {}

    @property
    def waits(self) -> bool:
        """Tell whether an answer may wait for sources outside the index."""
        return self._live is not None

    def ask(self, question: Question) -> Answered:
        """Return the figures that apply, those of the occupation first, and what is to be said beside them."""
        fed = self._live.ask(question) if self._live else Answered()
        day = self._day()
        every = {fact.id: fact for fact in (*fed.figures, *self._held(question))}.values()
        held = sorted(every, key=lambda fact: _distance(fact, question))
        inside = (fact for fact in held if not question.region or fact.territory.name in (question.region, COUNTRY))
        aged = apply_use_by(newest_of_each(inside, day, question.period), day, self._warn)
        figures, listing = _with_listing(question, aged.figures)
        notes = (*fed.notes, *aged.notes, *listing, *_disputes(figures), *_gaps(question, figures, listing))
        return Answered(figures, tuple(dict.fromkeys(notes)))

    def _warn(self, fact: LabourFact) -> LabourFact:
        known = self._warned.get(fact.id)
        if known is None or known[0] is not fact:
            if len(self._warned) >= _MOST_WARNED:
                self._warned.clear()
            known = self._warned[fact.id] = (fact, warned(fact, self._prompts))
        return known[1]

    def _held(self, question: Question) -> Iterator[LabourFact]:
        topics = sorted(question.topics or (_OF_OCCUPATIONS if question.occupation else LabourTopic))
        if question.listed:
            yield from self._on_lists()
        if question.occupation:
            yield from (fact for fact in self._of_occupation(question.occupation) if fact.topic in topics)
        elif question.field:
            named = self._search(question.field, frozenset(topics))
            yield from (fact for fact in named if fact.field and not fact.code_prefix and not fact.occupation)
        others = [fact for topic in topics for fact in self._of_none(topic)]
        yield from (f for f in others if f.code_prefix and question.code.startswith(f.code_prefix))
        if not question.occupation and not question.field:
            yield from (f for f in others if f.topic is LabourTopic.GRADUATES)
        yield from (f for f in others if not f.code_prefix and not f.field)

    def _of_occupation(self, occupation: str) -> tuple[LabourFact, ...]:
        """The figures joined to ``occupation`` by its id."""
        return self._joined().get(occupation, ())

    def _on_lists(self) -> Iterator[LabourFact]:
        """The occupations on every national list of demand, in the order of their names."""
        every = (fact for facts in self._joined().values() for fact in facts if fact.source.key == FORECAST)
        yield from sorted(every, key=lambda fact: fact.field)

    def _joined(self) -> Mapping[str, tuple[LabourFact, ...]]:
        """The figures of single occupations, by the occupation."""
        snapshot = self.index.info.snapshot
        if self._by_occupation[0] != snapshot:
            found: dict[str, list[LabourFact]] = {}
            for record in self.index.records(Filters(types=frozenset({RecordType.LABOUR_FACT}))):
                if isinstance(record, LabourFact) and record.occupation:
                    found.setdefault(record.occupation, []).append(record)
            self._by_occupation = (snapshot, {name: tuple(facts) for name, facts in found.items()})
        return self._by_occupation[1]

    def _of_none(self, topic: LabourTopic) -> tuple[LabourFact, ...]:
        """The figures of ``topic`` that are of no single occupation."""
        if topic not in self._kept:
            query = self._prompts.phrase(f"labour.query.{topic}", "pl")
            found = self._search(query, frozenset({topic}))
            self._kept[topic] = tuple(fact for fact in found if not fact.occupation)
        return self._kept[topic]

    def _search(self, text: str, topics: frozenset[LabourTopic]) -> tuple[LabourFact, ...]:
        filters = Filters(types=frozenset({RecordType.LABOUR_FACT}), topics=topics)
        hits = self.index.search(SearchQuery(text, _DEPTH, filters, interpret=False)).hits
        return tuple(hit.record for hit in hits if isinstance(hit.record, LabourFact))


def _with_listing(question: Question, figures: tuple[LabourFact, ...]) -> tuple[tuple[LabourFact, ...], list[str]]:
    """Say whether the occupation stands on the last list of demand; how long the list is matters only if not."""
    newest = max((f.period for f in figures if _is_list(f)), default="")
    if question.listed:
        return tuple(f for f in figures if f.source.key != FORECAST or f.period == newest), []
    if not newest or not question.occupation:
        return figures, []
    listed = any(f.source.key == FORECAST and f.period >= newest and f.occupation for f in figures)
    if listed:
        return tuple(f for f in figures if not _is_list(f)), []
    return figures, [f"labour:not_listed:{newest}"]


def _distance(fact: LabourFact, question: Question) -> int:
    """How far a figure is from the question: of the occupation, of its group, general."""
    if question.occupation and fact.occupation == question.occupation:
        return 0
    return 1 if fact.code_prefix else 2


def _is_list(fact: LabourFact) -> bool:
    return fact.source.key == FORECAST and not fact.occupation and not fact.field


def _gaps(question: Question, figures: Iterable[LabourFact], listing: list[str]) -> Iterator[str]:
    """Say what was asked for and is not held, so that nobody has to guess it."""
    of_one = bool(question.occupation)
    held = {fact.topic for fact in figures if not of_one or fact.occupation == question.occupation}
    asked = question.topics or (_OF_OCCUPATIONS if of_one else frozenset())
    told = {LabourTopic.DEMAND} if listing else set()
    yield from (f"labour:not_held:{topic}" for topic in sorted(asked - held - told))
    if question.region and not any(fact.territory.name == question.region for fact in figures):
        yield f"labour:no_region:{question.region}"


def _disputes(figures: Iterable[LabourFact]) -> Iterator[str]:
    """Name what several figures are given for by sources that disagree."""
    keys = [fact.disputed for fact in figures if fact.disputed]
    return (f"labour:disputed:{key}" for key in dict.fromkeys(keys) if keys.count(key) > 1)
