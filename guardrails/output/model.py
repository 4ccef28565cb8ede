"""The small model: a logistic regression over readable features and named words, kept as JSON."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from guardrails.output.features import NAMES


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and by wording, a constant, and the probability from which a sentence is held unsupported."""

    weights: Mapping[str, float]
    constant: float
    threshold: float
    words: Mapping[str, float] = field(default_factory=dict)

    def probability(self, found: Mapping[str, float], said: Iterable[str] = ()) -> float:
        """Return the probability that a sentence with these features and wordings is unsupported."""
        total = self.constant + sum(self.weights[name] * value for name, value in found.items())
        total += sum(self.words.get(name, 0.0) for name in said)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def reasons(self, found: Mapping[str, float], said: Iterable[str] = (), count: int = 2) -> tuple[str, ...]:
        """Return the features and wordings that spoke most strongly against a sentence."""
        spoke = {name: self.weights[name] * value for name, value in found.items()}
        spoke |= {name: weight for name in said if (weight := self.words.get(name, 0.0)) > _LOUD}
        ranked = sorted(spoke, key=lambda name: (-spoke[name], name))
        return tuple(name for name in ranked[:count] if spoke[name] > 0)

    def as_json(self) -> str:
        """Return the model as its file holds it."""
        words = {name: round(weight, 3) for name, weight in sorted(self.words.items()) if abs(weight) >= _QUIET}
        data = {
            "constant": round(self.constant, 4),
            "threshold": round(self.threshold, 4),
            "weights": {name: round(value, 4) for name, value in self.weights.items()},
            "words": words,
        }
        return json.dumps(data, ensure_ascii=False, indent=1)


_QUIET = 0.005
"""Words of a smaller weight are not kept."""
_LOUD = 0.1
"""A word of a smaller weight is no reason to tell."""


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
    return Model(data["weights"], data["constant"], data["threshold"], data.get("words", {}))


@cache
def shipped() -> Model:
    """Return the shipped model, read once a process."""
    return load()
