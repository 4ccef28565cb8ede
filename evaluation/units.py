"""A unit of a run: the smallest thing counted (a question, a conversation, a group, a message) with its scores."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evaluation.metrics.ratio import Ratio


@dataclass(frozen=True, slots=True)
class Unit:
    """``slices`` names the groups it belongs to; ``faults`` says in words what was not as expected."""

    id: str
    ratios: Mapping[str, Ratio]
    faults: tuple[str, ...] = ()
    slices: Mapping[str, str] = field(default_factory=dict)
