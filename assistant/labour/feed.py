"""The question about the labour market, and what a source outside the index must offer to be asked it."""

from dataclasses import dataclass
from typing import Protocol

from register.facts import LabourFact
from register.vocabulary import LabourTopic


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: an occupation (record id, KZiS code, names) or a field, a region, topics; empty means any.

    ``qualifications`` are ids (``zrk:``) and ``names`` what people call the occupation, for sources joined by them.
    Without an occupation ``code`` may be the first digits of a group; ``period`` is a year; ``listed`` asks for the
    occupations on the national list of demand.
    """

    occupation: str = ""
    code: str = ""
    names: tuple[str, ...] = ()
    qualifications: tuple[str, ...] = ()
    field: str = ""
    region: str = ""
    topics: frozenset[LabourTopic] = frozenset()
    period: str = ""
    listed: bool = False

    def wants(self, topic: LabourTopic) -> bool:
        """Tell whether figures of ``topic`` are asked for."""
        return not self.topics or topic in self.topics


@dataclass(frozen=True, slots=True)
class Answered:
    """Figures with remarks: ``labour:KIND:DETAIL``, told to the user by the phrase ``labour.note.KIND``."""

    figures: tuple[LabourFact, ...] = ()
    notes: tuple[str, ...] = ()


class LabourFeed(Protocol):
    """Sources outside the index, where an operator has switched them on."""

    def ask(self, question: Question) -> Answered:
        """Return what the sources hold now, or held when last reached; a source that fails becomes a note."""
        ...
