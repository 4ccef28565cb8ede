"""How the scores of the vectors are summed: weights found on the development splits, kept as data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from retrieval.data import load
from retrieval.names import DENSE

BEST = "best"


@dataclass(frozen=True, slots=True)
class Fusion:
    """Weight by vector name (0: not asked), the power each score is raised to, the points each vector brings.

    A power above 1 lets half a match count for less than half: n-grams of any two words share something.
    """

    weights: Mapping[str, float]
    powers: Mapping[str, float]
    depth: int

    @property
    def best(self) -> tuple[float, float]:
        """Weight and power of the best dense score: a record may be meant by its name or by what it is about."""
        return self.weights.get(BEST, 0.0), self.powers.get(BEST, 1.0)

    def most(self, known: Iterable[str]) -> float:
        """Return the score of a perfect match in all of the ``known`` vectors."""
        parts = [weight for _, weight, _ in self.terms(known)]
        return sum(parts) + self.best[0] or 1.0

    def terms(self, known: Iterable[str]) -> list[tuple[str, float, float]]:
        """Return (vector, weight, power) for those of ``known`` that take part, in their order."""
        return [
            (name, self.weights.get(name, 0.0), self.powers.get(name, 1.0))
            for name in known
            if self.weights.get(name) or (name in DENSE and self.best[0])
        ]


@cache
def similar_fusion() -> Fusion:
    """Return the fusion for records of like character: what one learns to do counts most."""
    weights = load("weights")
    return Fusion(weights["similar"], {}, int(weights["prefetch"]))


@cache
def default_fusion() -> Fusion:
    """Return the fusion that ships."""
    weights = load("weights")
    return Fusion(weights["fusion"], weights["powers"], int(weights["prefetch"]))
