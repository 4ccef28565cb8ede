"""Contrastive training of token vectors in numpy: mean-pooled bags, in-batch negatives, Adam."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float32]
Report = Callable[[int, int, float], None]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of a training run. ``temperature`` divides the cosines.

    ``hard`` is the share of batches filled with neighbouring groups, so that their negatives are hard.
    """

    dimensions: int = 384
    epochs: int = 8
    batch: int = 512
    rate: float = 0.005
    temperature: float = 0.05
    hard: float = 0.0
    dropout: float = 0.1
    seed: int = 20_261_120


@dataclass(frozen=True, slots=True)
class Examples:
    """Token ids of both sides of each pair, the pair's concept and group as numbers."""

    left: Sequence[NDArray[np.int32]]
    right: Sequence[NDArray[np.int32]]
    concepts: NDArray[np.int64]
    groups: NDArray[np.int64]


def train(examples: Examples, vocabulary: int, recipe: Recipe, report: Report) -> Floats:
    """Return the trained table, shape (vocabulary, dimensions).

    Loss: InfoNCE in both directions (van den Oord et al. 2018), other pairs of the same concept left out
    of the negatives. Deterministic for a seed on one machine.
    """
    random = np.random.default_rng(recipe.seed)
    table = random.normal(0, 0.1, (vocabulary, recipe.dimensions)).astype(np.float32)
    adam = _Adam(table, recipe.rate)
    steps = recipe.epochs * (len(examples.left) // recipe.batch)
    done = 0
    for _ in range(recipe.epochs):
        for batch in _batches(examples.groups, recipe, random):
            loss, gradient = _step(table, examples, batch, recipe, random)
            adam.apply(gradient, 1 - done / max(steps, 1))
            done += 1
            if done % 50 == 0:
                report(done, steps, loss)
    return table


def _batches(groups: NDArray[np.int64], recipe: Recipe, random: np.random.Generator) -> list[NDArray[np.int64]]:
    """Cut a shuffled order into batches; the hard ones are cut from an order by group, groups shuffled."""
    size, count = recipe.batch, len(groups)
    shuffled = random.permutation(count)
    ranks = random.permutation(int(groups.max(initial=0)) + 1)
    noise = random.random(count)
    grouped = np.lexsort((noise, ranks[groups]))
    easy, hard = ([order[i : i + size] for i in range(0, count - size + 1, size)] for order in (shuffled, grouped))
    chosen = [hard[i] if random.random() < recipe.hard else easy[i] for i in random.permutation(len(easy))]
    return [np.asarray(batch) for batch in chosen]


def _step(
    table: Floats, examples: Examples, batch: NDArray[np.int64], recipe: Recipe, random: np.random.Generator
) -> tuple[float, Floats]:
    left = _bags([examples.left[i] for i in batch], len(table), recipe.dropout, random)
    right = _bags([examples.right[i] for i in batch], len(table), recipe.dropout, random)
    a, b = left @ table, right @ table
    a_norm, b_norm = _norms(a), _norms(b)
    u, v = a / a_norm, b / b_norm
    concepts = examples.concepts[batch]
    logits = u @ v.T / recipe.temperature
    same = concepts[:, None] == concepts[None, :]
    np.fill_diagonal(same, val=False)
    logits[same] = -1e4
    rows, columns = _softmax(logits), _softmax(logits.T).T
    loss = float(-np.log(np.maximum(np.diag(rows), 1e-9)).mean())
    gradient = (rows + columns) / 2
    gradient[np.diag_indices(len(batch))] -= 1
    gradient /= len(batch) * recipe.temperature
    du, dv = gradient @ v, gradient.T @ u
    da = (du - u * (du * u).sum(1, keepdims=True)) / a_norm
    db = (dv - v * (dv * v).sum(1, keepdims=True)) / b_norm
    return loss, np.asarray(left.T @ da + right.T @ db, dtype=np.float32)


def _bags(
    ids: Sequence[NDArray[np.int32]], vocabulary: int, dropout: float, random: np.random.Generator
) -> sparse.csr_matrix:
    """Return the averaging matrix of the texts, shape (texts, vocabulary); some tokens are dropped."""
    lengths = np.array([len(tokens) for tokens in ids])
    columns = np.concatenate(ids)
    rows = np.repeat(np.arange(len(ids)), lengths)
    weights = np.repeat(1 / np.maximum(lengths, 1), lengths).astype(np.float32)
    kept = (random.random(len(columns)) >= dropout) | (lengths[rows] < 3)
    shape = (len(ids), vocabulary)
    return sparse.csr_matrix((weights[kept], (rows[kept], columns[kept])), shape=shape, dtype=np.float32)


def _norms(vectors: Floats) -> Floats:
    return np.asarray(np.sqrt((vectors**2).sum(1, keepdims=True)) + 1e-6, dtype=np.float32)


def _softmax(logits: Floats) -> Floats:
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    return np.asarray(shifted / shifted.sum(1, keepdims=True), dtype=np.float32)


class _Adam:
    """Adam (Kingma & Ba 2015) over the whole table, in place."""

    def __init__(self, table: Floats, rate: float) -> None:
        self._table, self._rate, self._steps = table, rate, 0
        self._mean, self._square = np.zeros_like(table), np.zeros_like(table)

    def apply(self, gradient: Floats, decay: float) -> None:
        self._steps += 1
        self._mean += 0.1 * (gradient - self._mean)
        self._square += 0.01 * (gradient**2 - self._square)
        rate = self._rate * decay * np.sqrt(1 - 0.99**self._steps) / (1 - 0.9**self._steps)
        self._table -= (rate * self._mean / (np.sqrt(self._square) + 1e-8)).astype(np.float32)
