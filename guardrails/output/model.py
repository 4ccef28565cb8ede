"""The small model: a logistic regression over readable features, kept as JSON."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from guardrails.output.features import NAMES


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature, a constant, and the probability from which a sentence is held unsupported."""

    weights: Mapping[str, float]
    constant: float
    threshold: float

    def probability(self, found: Mapping[str, float]) -> float:
        """Return the probability that a sentence with these features is unsupported."""
        total = self.constant + sum(self.weights[name] * value for name, value in found.items())
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def reasons(self, found: Mapping[str, float], count: int = 2) -> tuple[str, ...]:
        """Return the features that spoke most strongly against a sentence."""
        ranked = sorted(found, key=lambda name: -self.weights[name] * found[name])
        return tuple(name for name in ranked[:count] if self.weights[name] * found[name] > 0)

    def as_json(self) -> str:
        """Return the model as its file holds it."""
        rounded = {name: round(value, 4) for name, value in self.weights.items()}
        return json.dumps(
            {"constant": round(self.constant, 4), "threshold": round(self.threshold, 4), "weights": rounded}, indent=1
        )


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
    return Model(data["weights"], data["constant"], data["threshold"])


@cache
def shipped() -> Model:
    """Return the shipped model, read once a process."""
    return load()


def fit(
    rows: list[list[float]], labels: list[bool], strength: float = 1.0, rounds: int = 60
) -> tuple[list[float], float]:
    """Fit weights and constant by Newton's method with an L2 penalty; deterministic.

    ``rows``: n × features, ``labels``: n, true for unsupported.
    """
    x = np.hstack([np.asarray(rows, dtype=float), np.ones((len(rows), 1))])
    y = np.asarray(labels, dtype=float)
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], strength)
    penalty[-1] = 1e-6
    for _ in range(rounds):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (p - y) + penalty * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return [float(value) for value in weights[:-1]], float(weights[-1])
