"""One generated turn as a run keeps it: the answer, the evidence it was written from, what the rails make of it."""

from typing import Any

from evaluation.lines import Row


class Read(Row):
    """A record the turn read."""

    handle: str
    record_id: str
    title: str
    text: str


class Checked(Row):
    """A shown sentence: the ids it cites, whether they bear it out, and for each whether it is needed.

    ``supported`` is ``None`` for a sentence that states no fact; ``why`` says what was not founded.
    """

    text: str
    citations: tuple[str, ...] = ()
    supported: bool | None = None
    needed: tuple[bool, ...] = ()
    why: str = ""


class Cited(Row):
    """A citation or a recommendation: the record and its name."""

    record_id: str
    title: str = ""


class Turn(Row):
    """A message and what came back. ``answer`` is the contract's JSON; ``invented`` names what no record holds."""

    message: str
    answer: dict[str, Any]
    evidence: tuple[Read, ...] = ()
    sentences: tuple[Checked, ...] = ()
    invented: tuple[str, ...] = ()
    ms: float = 0.0

    @property
    def status(self) -> str:
        """How the turn ended."""
        return str(self.answer.get("status", ""))

    @property
    def text(self) -> str:
        """The answer with its citation marks."""
        return str(self.answer.get("text", ""))

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources, in the order of their numbers."""
        return tuple(Cited.model_validate(one) for one in self.answer.get("citations", ()))

    @property
    def recommended(self) -> tuple[str, ...]:
        """Ids of recommended records, best first, then of cited ones; each once."""
        recommended = tuple(Cited.model_validate(one) for one in self.answer.get("recommendations", ()))
        return tuple(dict.fromkeys(one.record_id for one in (*recommended, *self.cited)))

    @property
    def tools(self) -> tuple[str, ...]:
        """Names of the tools called, in order."""
        return tuple(str(one.get("name", "")) for one in self.answer.get("tools", ()))

    @property
    def used(self) -> dict[str, float]:
        """What the turn used of model servers: requests, tokens and, where the model has a price, its cost."""
        usage = self.answer.get("usage") or {}
        return {
            name: float(value) for name, value in usage.items() if value is not None and not isinstance(value, bool)
        }
