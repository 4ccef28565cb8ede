"""A linear model on hashed features: a row of small integers for each place, and a scale and a constant a label.

A feature is a string; its place is its CRC-32 modulo the number of places. Places that two features share add up:
with 2^16 places and some ten thousand features few of them matter.
"""

import json
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

MODEL = Path(__file__).with_name("model")
FOLDER: ContextVar[Path] = ContextVar("folder", default=MODEL)
"""Where the models are read from: the package's own, while one trains those just made."""


@dataclass(frozen=True, slots=True)
class Linear:
    """``weights``: places × labels, int8; ``scales`` and ``constants``: labels; ``rarity``: idf of each place or 1."""

    labels: tuple[str, ...]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    constants: NDArray[np.float32]
    rarity: NDArray[np.float32]
    card: dict[str, Any]

    def scores(self, places: NDArray[np.int64], values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return a score for each label: ``values`` at ``places`` times the weights, plus the constants."""
        rows = self.weights.take(places, axis=0).astype(np.float32)
        return np.asarray(values @ rows * self.scales + self.constants, np.float32)

    def by_label(self, places: NDArray[np.int64], values: NDArray[np.float32]) -> Mapping[str, float]:
        """Return the same with the names of the labels."""
        return MappingProxyType(dict(zip(self.labels, self.scores(places, values).tolist(), strict=True)))

    def mean_by_label(self, rows: Iterable[tuple[NDArray[np.int64], NDArray[np.float32]]]) -> Mapping[str, float]:
        """Return the mean score of each label over several rows of places and values."""
        means = np.mean([self.scores(*row) for row in rows], axis=0)
        return MappingProxyType(dict(zip(self.labels, means.tolist(), strict=True)))


def chances(scores: Mapping[str, float], sharpness: float) -> tuple[tuple[str, float], ...]:
    """Return labels with their probabilities (0-1, together 1), best first: the softmax of ``sharpness`` times each."""
    sharp = np.array(list(scores.values())) * sharpness
    exp = np.exp(sharp - sharp.max())
    found = zip(scores, (exp / exp.sum()).tolist(), strict=True)
    return tuple(sorted(found, key=lambda pair: -pair[1]))


@lru_cache(maxsize=131_072)
def _hash(feature: str) -> int:
    return crc32(feature.encode())


def places_of(features: Iterable[str], places: int) -> NDArray[np.int64]:
    """Return the places of features, sorted, each once."""
    found = np.unique(np.fromiter((_hash(feature) % places for feature in features), np.int64))
    return np.asarray(found, np.int64)


def load(name: str) -> Linear:
    """Read ``NAME.npz`` and its card ``NAME.json``; raises ``FileNotFoundError`` where nothing was trained."""
    return _read(name, FOLDER.get())


@cache
def _read(name: str, folder: Path) -> Linear:
    card = json.loads((folder / f"{name}.json").read_text("utf-8"))
    with np.load(folder / f"{name}.npz") as stored:
        weights = stored["weights"]
        scales, constants, rarity = (stored[key].astype(np.float32) for key in ("scales", "constants", "rarity"))
    return Linear(tuple(card["labels"]), weights, scales, constants, rarity, card)


def save(model: Linear, name: str, folder: Path) -> None:
    """Write ``NAME.npz`` and ``NAME.json``; raises ``OSError``."""
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        folder / f"{name}.npz",
        weights=model.weights,
        scales=model.scales,
        constants=model.constants,
        rarity=model.rarity.astype(np.float16),
    )
    (folder / f"{name}.json").write_text(json.dumps(model.card, ensure_ascii=False, indent=1) + "\n", "utf-8")
