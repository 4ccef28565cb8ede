"""From what a question names to its qualifications: an occupation by its KZiS code, an institution by what it awards.

A link only raises records; it never hides one, is told in a note and is left out with ``interpret=False``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from register.institution import Institution
from register.library import AnyRecord
from register.occupation import Occupation
from register.vocabulary import RecordType
from retrieval.analysis import Analysis, analyse
from retrieval.data import load
from retrieval.engine import Scored
from retrieval.fields import names
from retrieval.payload import point_id
from retrieval.protocol import Filters
from retrieval.queries import QueryVectors
from retrieval.sparse import Sparse

LINKING = Filters(types=frozenset({RecordType.OCCUPATION, RecordType.INSTITUTION}))
CANDIDATES = 5
DEPTH = 60
"""How many points are looked through for linked ones."""


@dataclass(frozen=True, slots=True)
class Link:
    """What was named: its id and name, and the points that it raises."""

    record_id: str
    name: str
    points: frozenset[int]

    @property
    def note(self) -> str:
        """Return the note that tells of it."""
        return f"linked:{self.record_id}={self.name}"


def may_link(vectors: QueryVectors, filters: Filters) -> bool:
    """Tell whether a link could raise anything: qualifications are asked for, and no code says more."""
    asked = not filters.types or RecordType.QUALIFICATION in filters.types
    return asked and not filters.occupation and not any(term.code for term in vectors.terms)


def by_words(vectors: QueryVectors) -> QueryVectors:
    """Return the question as its words alone: names are looked up without n-grams and embedding."""
    return QueryVectors(vectors.terms, vectors.lemma, Sparse((), ()), [], priors=False)


@dataclass(frozen=True, slots=True)
class Named:
    """A record that a question may name: for each of its names the lemmas of each word."""

    record: AnyRecord
    names: tuple[tuple[frozenset[str], ...], ...]

    @classmethod
    def of(cls, record: AnyRecord) -> "Named":
        """Analyse the names of ``record``."""
        told = (tuple(frozenset(word.lemmas) for word in analyse(name).content) for name in names(record))
        return cls(record, tuple(filter(None, told)))

    def length(self, said: frozenset[str]) -> int:
        """Return the number of words of the longest name that ``said`` holds whole; 0 for none."""
        whole = (words for words in self.names if not any(map(said.isdisjoint, words)))
        return max(map(len, whole), default=0)


def link_of(analysis: Analysis, candidates: Iterable[Named]) -> Link | None:
    """Return the link of the candidate with the longest name that the question says in full."""
    said = frozenset(lemma for word in analysis.content for lemma in word.lemmas)
    found = [(length, one.record) for one in candidates if (length := one.length(said))]
    if not found:
        return None
    _, best = max(found, key=lambda one: one[0])  # of equals the first, which fits best
    points = frozenset(map(point_id, _qualifications(best)))
    return Link(best.id, best.name, points) if points else None


def conditions_to(link: Link, filters: Filters) -> Filters:
    """Return the filters under which the linked points are looked for: an occupation's are known to the engine."""
    kzis = link.record_id if link.record_id.startswith("kzis:") else ""
    return replace(filters, types=frozenset({RecordType.QUALIFICATION}), occupation=kzis)


def raised(found: Sequence[Scored], linked: Sequence[Scored], link: Link, limit: int) -> list[Scored]:
    """Add the linked points and raise them, but not above what was named itself."""
    amount = load("weights")["linked"]
    meant = [hit for hit in linked if hit.point in link.points]
    scores: dict[int, float] = {hit.point: hit.score for hit in (*meant, *found)}
    ceiling = scores.get(point_id(link.record_id))
    merged = {
        point: _raise(score, amount, ceiling) if point in link.points else score for point, score in scores.items()
    }
    return _ranked(merged)[:limit]


def _raise(score: float, amount: float, ceiling: float | None) -> float:
    return max(score, min(score + amount, ceiling - 1e-3)) if ceiling is not None else score + amount


def _ranked(scores: Mapping[int, float]) -> list[Scored]:
    return [Scored(point, score) for point, score in sorted(scores.items(), key=lambda one: -one[1])]


def _qualifications(record: AnyRecord) -> tuple[str, ...]:
    match record:
        case Occupation():
            parts = (part for choice in record.qualifications for part in choice)
            return tuple(filter(None, (*parts, record.full_qualification)))
        case Institution():
            return record.qualifications
        case _:
            return ()
