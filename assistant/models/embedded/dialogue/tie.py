"""How a message is tied to what was said before it: by nothing, to «it», to all of it, by the same question again."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.models.embedded.learnt.rules import asks_of_rules
from assistant.models.embedded.learnt.turns import Before, refers

OWN = 0.6
"""So likely must it be that a message asks something of its own, for what was said before to be left alone."""
OF_RULES = 0.7
"""The same for a rule to be what it asks for, where it names nothing."""
LIKELY = 0.5
SURELY, MAYBE = 0.6, 0.3
_TO_IT = ("it", "back", "person", "same", "first")


@dataclass(frozen=True, slots=True)
class Tie:
    """How likely (0-1) each kind of reference is; of a first message all are 0."""

    chances: Mapping[str, float]
    rules: float = 0.0

    @property
    def own(self) -> bool:
        """Tell whether it asks something of its own."""
        return self.chances.get("own", 0.0) >= OWN

    @property
    def own_rule(self) -> bool:
        """Tell whether it asks for a rule, and for no rule of what was spoken of."""
        return self.own and self.rules >= OF_RULES

    @property
    def of_all(self) -> bool:
        """Tell whether it asks of all that lies on the table."""
        return self.chances.get("all", 0.0) >= LIKELY

    @property
    def swaps(self) -> bool:
        """Tell whether it asks the same of another thing."""
        return self.chances.get("swap", 0.0) >= LIKELY

    @property
    def surely_to_it(self) -> bool:
        """Tell whether it goes on about what was spoken of beyond doubt."""
        return sum(self.chances.get(name, 0.0) for name in _TO_IT) >= SURELY

    @property
    def maybe_to_it(self) -> bool:
        """Tell whether it may go on about what was spoken of, where its words say so too."""
        return sum(self.chances.get(name, 0.0) for name in _TO_IT) >= MAYBE

    @property
    def to_it(self) -> bool:
        """Tell whether it goes on about what was spoken of."""
        return sum(self.chances.get(name, 0.0) for name in _TO_IT) >= LIKELY


def tie_of(text: str, before: Before) -> Tie:
    """Return how ``text`` is tied to what was said before."""
    return Tie(dict(refers(text, before)) if before.kind else {}, asks_of_rules(text))
