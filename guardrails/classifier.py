"""A linear classifier on hashed character n-grams of the plain spelling: numpy, no model server, under a millisecond.

p(label | text) = softmax(W x + b), x = the text's n-grams (2 to 6 characters, blanks among them) hashed to
``buckets`` places, each counted once, divided by the square root of their number. Weights are trained by
``guardrails.training``.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from guardrails.normalise import plain

MODEL = Path(__file__).parent / "model"
SIZES = range(2, 7)
_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_LONGEST = 4000
_CUT = re.compile(r"[.!?…]+(?=\s|$)|[\n;<>{}\[\]|]+|\s[–—-]\s|(?<=[\d)\"”»])[,:]\s")
_MOST_SEGMENTS = 12


def features(text: str, buckets: int) -> NDArray[np.int64]:
    """Return the places (sorted, each once) of the n-grams of ``text``, already in its plain spelling."""
    letters = np.frombuffer(text[:_LONGEST].encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    hashed = letters.copy()
    places: list[NDArray[np.uint64]] = []
    with np.errstate(over="ignore"):
        for size in SIZES:
            if len(letters) < size:
                break
            hashed = hashed[:-1] * _PRIME + letters[size - 1 :]
            mixed = (hashed ^ (hashed >> _SHIFT)) * _MIX
            places.append((mixed >> np.uint64(40)) % np.uint64(buckets))
    if not places:
        return np.empty(0, dtype=np.int64)
    return np.unique(np.concatenate(places)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Classifier:
    """``weights``: buckets × labels; ``bias``: labels."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def probabilities(self, words: str) -> dict[str, float]:
        """Return the probability of each label for a text in its plain spelling."""
        places = features(words, len(self.weights))
        scores = self.bias + self.weights[places].sum(axis=0) / max(1.0, float(np.sqrt(len(places))))
        exp = np.exp(scores - scores.max())
        return dict(zip(self.labels, (exp / exp.sum()).tolist(), strict=True))


@cache
def load(folder: Path = MODEL) -> Classifier:
    """Read ``rails.npz`` and its card; raises ``FileNotFoundError`` where nothing was trained."""
    card = json.loads((folder / "rails.json").read_text("utf-8"))
    with np.load(folder / "rails.npz") as stored:
        return Classifier(
            tuple(card["labels"]), stored["weights"].astype(np.float32), stored["bias"].astype(np.float32)
        )


def segments(text: str) -> list[str]:
    """Return the sentences and lines of ``text``, so that one bad line of a long paste is not drowned.

    A text of one sentence has none. Beyond 12, neighbours are put together.
    """
    parts = [part for part in _CUT.split(text) if part.strip()]
    if len(parts) < 2:
        return []
    together = -(-len(parts) // _MOST_SEGMENTS)
    return [" ".join(parts[start : start + together]) for start in range(0, len(parts), together)]


def plain_segments(text: str) -> list[str]:
    """Return the plain spelling of every segment of more than one word."""
    spelled = (plain(part).text for part in segments(text))
    return [part for part in spelled if part.count(" ") > 2]
