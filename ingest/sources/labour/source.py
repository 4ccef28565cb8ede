"""What every live source offers the feed."""

from dataclasses import dataclass
from typing import Protocol

from register.facts import LabourFact
from register.vocabulary import LabourTopic


class Asking(Protocol):
    """The part of a question that sources read (see ``assistant.labour.Question``)."""

    @property
    def code(self) -> str:
        """KZiS code."""
        ...

    @property
    def occupation(self) -> str:
        """Record id of the occupation."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """What the occupation is called, its official name first."""
        ...

    @property
    def qualifications(self) -> tuple[str, ...]:
        """Record ids of its qualifications."""
        ...

    @property
    def field(self) -> str:
        """A field of study, where no occupation is meant."""
        ...

    @property
    def region(self) -> str:
        """A voivodeship in lower case, or nothing."""
        ...

    def wants(self, topic: LabourTopic) -> bool:
        """Tell whether figures of ``topic`` are asked for."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """Figures of one source, and the troubles met: ``down``, ``limited``, ``broken``, ``strange``, ``refused``."""

    figures: tuple[LabourFact, ...] = ()
    troubles: tuple[str, ...] = ()


class Source(Protocol):
    """One source. ``ask`` raises ``OSError`` or ``ValueError`` where it has nothing to give."""

    @property
    def key(self) -> str:
        """Its key in ``words.yaml``."""
        ...

    @property
    def topics(self) -> frozenset[LabourTopic]:
        """What it has figures of."""
        ...

    def ask(self, question: Asking) -> Told:
        """Return what it holds for ``question``."""
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...
