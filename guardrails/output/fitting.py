"""Logistic regression with a penalty of its own for each column, by Newton's method; deterministic."""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_ROUNDS, _STEPS = 40, 200
_SMALL = 1e-7


def fit(x: Matrix, y: Matrix, penalty: Matrix, start: Matrix | None = None) -> Matrix:
    """Return the weights with the constant last; ``penalty``: the L2 penalty of each column, the constant has none.

    Each step is solved by conjugate gradients, so that thousands of columns cost no matrix of their square.
    """
    columns = np.hstack([x, np.ones((len(x), 1))])
    ridge = np.append(penalty, _SMALL)
    squares = columns**2
    weights = np.zeros(columns.shape[1]) if start is None else start.copy()
    for _ in range(_ROUNDS):
        p = 1.0 / (1.0 + np.exp(-np.clip(columns @ weights, -30, 30)))
        step = _solved(
            columns, p * (1 - p), squares.T @ (p * (1 - p)) + ridge, ridge, columns.T @ (p - y) + ridge * weights
        )
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def _solved(columns: Matrix, curvature: Matrix, scale: Matrix, ridge: Matrix, gradient: Matrix) -> Matrix:
    """Solve (columnsᵀ·curvature·columns + ridge) step = gradient; ``scale``: the diagonal of the left side."""
    step = np.zeros_like(gradient)
    rest = gradient.copy()
    near = rest / scale
    direction, size = near, rest @ near
    for _ in range(_STEPS):
        if size < 1e-10:
            break
        image = columns.T @ (curvature * (columns @ direction)) + ridge * direction
        length = size / (direction @ image)
        step += length * direction
        rest -= length * image
        near = rest / scale
        size, before = rest @ near, size
        direction = near + (size / before) * direction
    return step
