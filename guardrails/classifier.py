"""A linear classifier on hashed n-grams of the plain spelling: numpy, no model server, under a millisecond.

p(label | text) = softmax(W x + b). x holds two blocks, n-grams of 2 to 6 characters (blanks among them) and of one
and two words; each n-gram counts once, weighs by its idf, and each block has length 1. Weights and idf are
trained by ``guardrails.training``.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from guardrails.normalise import plain

MODEL = Path(__file__).parent / "model"
SIZES = range(2, 7)
CHARACTERS = 2**18
WORDS = 2**17
PLACES = 2**19  # room for both, and a power of two: the number of a text and a place part by bits
_OF_PLACE, _OF_TEXT = PLACES - 1, 19
_ROW = np.uint64(CHARACTERS - 1)
_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_LONGEST = 4000
_CUT = re.compile(r"[.!?…]+(?=\s|$)|[\n;<>{}\[\]|]+|\s[–—-]\s|(?<=[\d)\"”»])[,:]\s")
_MOST_SEGMENTS = 12


def places_of(words: str) -> NDArray[np.int64]:
    """Return the places (sorted, each once) of the n-grams of a text in its plain spelling.

    Those of characters lie below ``CHARACTERS``, those of words in the ``WORDS`` places above.
    """
    return _keys([words])


def _keys(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return ``place + number of the text * PLACES`` for the n-grams of all texts, sorted, each once."""
    texts = [text[:_LONGEST] for text in texts]
    found: NDArray[np.int64] = np.sort(np.concatenate([*_of_characters(texts), _of_words(texts)]))
    first: NDArray[np.bool_] = np.append(True, found[1:] != found[:-1])
    return found[first]


def _of_characters(texts: Sequence[str]) -> Iterator[NDArray[np.int64]]:
    """Hash all texts in one row, and leave out the n-grams that reach over the end of one."""
    letters = np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    lengths = [len(text) for text in texts]
    owner = np.repeat(np.arange(len(texts)), lengths)
    left = np.repeat(np.cumsum(lengths), lengths) - np.arange(len(letters))
    hashed = letters.copy()
    with np.errstate(over="ignore"):
        for size in SIZES:
            if len(letters) < size:
                return
            hashed = hashed[:-1] * _PRIME + letters[size - 1 :]
            within = left[: len(hashed)] >= size
            kept = hashed[within]
            mixed = ((kept ^ (kept >> _SHIFT)) * _MIX >> np.uint64(40)) & _ROW
            yield mixed.astype(np.int64) + owner[: len(hashed)][within] * PLACES


def _of_words(texts: Sequence[str]) -> NDArray[np.int64]:
    found: list[int] = []
    for number, text in enumerate(texts):
        single = text.split()
        grams = {*single, *map(" ".join, pairwise(single))}
        found += [number * PLACES + place for place in map(_place_of, grams)]
    return np.array(found, dtype=np.int64)


@lru_cache(maxsize=65_536)
def _place_of(gram: str) -> int:
    return CHARACTERS + crc32(gram.encode()) % WORDS


def scaled(keys: NDArray[np.int64], rarity: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the values of x at ``keys``: idf, the two blocks of each text scaled to length 1."""
    places = keys & _OF_PLACE
    block = ((keys >> _OF_TEXT) << 1) | (places >= CHARACTERS)
    values = rarity[places]
    length = np.sqrt(np.bincount(block, weights=values * values))
    return np.asarray(values / np.maximum(length, 1e-6)[block], np.float32)


@dataclass(frozen=True, slots=True)
class Classifier:
    """``weights``: places × labels; ``bias``: labels; ``rarity``: idf of each place; ``card``: what was trained how."""

    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    rarity: NDArray[np.float32]
    card: dict[str, Any] = field(default_factory=dict)

    def probabilities(self, words: str) -> dict[str, float]:
        """Return the probability of each label for a text in its plain spelling."""
        return self.of_all([words])[0]

    def of_all(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """Return the probabilities of several texts, which together cost little more than one."""
        keys = _keys([text if len(text) > 1 else "  " for text in texts])
        parts = scaled(keys, self.rarity)[:, None] * self.weights.take(keys & _OF_PLACE, axis=0)
        starts = np.searchsorted(keys, np.arange(len(texts)) << _OF_TEXT)
        scores = np.add.reduceat(parts, starts) + self.bias
        exp = np.exp(scores - scores.max(axis=1, keepdims=True))
        return [dict(zip(self.labels, row, strict=True)) for row in (exp / exp.sum(axis=1, keepdims=True)).tolist()]


@cache
def load(folder: Path = MODEL) -> Classifier:
    """Read ``rails.npz`` and its card; raises ``FileNotFoundError`` where nothing was trained."""
    card = json.loads((folder / "rails.json").read_text("utf-8"))
    with np.load(folder / "rails.npz") as stored:
        weights, bias, rarity = (stored[name].astype(np.float32) for name in ("weights", "bias", "rarity"))
    return Classifier(tuple(card["labels"]), weights, bias, rarity, card)


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
