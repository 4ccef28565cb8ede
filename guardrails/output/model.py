"""The small model: a logistic regression over readable features and named words, kept as JSON."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from guardrails.output.features import NAMES


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, by two at once and by wording, a constant, and the probability that stops a sentence."""

    weights: Mapping[str, float]
    constant: float
    threshold: float
    words: Mapping[str, float] = field(default_factory=dict)
    pairs: Mapping[str, float] = field(default_factory=dict)
    """Weights of two features together, named ``one & other``."""

    def probability(self, found: Mapping[str, float], said: Iterable[str] = ()) -> float:
        """Return the probability that a sentence with these features and wordings is unsupported."""
        total = self.constant + sum(self.weights[name] * value for name, value in found.items())
        total += sum(self.words.get(name, 0.0) for name in said)
        total += sum(self.pairs.get(name, 0.0) * value for name, value in pairs_of(found))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def reasons(self, found: Mapping[str, float], said: Iterable[str] = (), count: int = 2) -> tuple[str, ...]:
        """Return the features and wordings that spoke most strongly against a sentence."""
        spoke = {name: self.weights[name] * value for name, value in found.items()}
        spoke |= {name: weight for name in said if (weight := self.words.get(name, 0.0)) > _LOUD}
        ranked = sorted(spoke, key=lambda name: (-spoke[name], name))
        return tuple(name for name in ranked[:count] if spoke[name] > 0)

    def as_json(self) -> str:
        """Return the model as its file holds it."""
        words, pairs = (
            {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= _QUIET}
            for weights in (self.words, self.pairs)
        )
        data = {
            "constant": round(self.constant, 4),
            "threshold": round(self.threshold, 4),
            "weights": {name: round(value, 4) for name, value in self.weights.items()},
            "pairs": pairs,
            "words": words,
        }
        return json.dumps(data, ensure_ascii=False, indent=1)


_QUIET = 0.005
"""Words and pairs of a smaller weight are not kept."""
_LOUD = 0.1
"""A word of a smaller weight is no reason to tell."""


def pairs_of(found: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield every two features that speak at once, by both names, with their product."""
    spoken = [(name, found[name]) for name in NAMES if found[name]]
    for (one, first), (other, second) in combinations(spoken, 2):
        yield f"{one} & {other}", first * second


def load(path: Path | None = None) -> Model:
    """Read a model; the shipped one by default. Raises ``ValueError`` when its features are not the code's."""
    text = (
        path.read_text("utf-8")
        if path
        else files("guardrails.output").joinpath("data", "model.json").read_text("utf-8")
    )
    data = json.loads(text)
    if set(data["weights"]) != set(NAMES):
        raise ValueError("the model was trained on other features: run guardrails.output.training again")
    return Model(data["weights"], data["constant"], data["threshold"], data.get("words", {}), data.get("pairs", {}))


@cache
def shipped() -> Model:
    """Return the shipped model, read once a process."""
    return load()
