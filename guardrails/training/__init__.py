"""Training of the input rails' classifier on written examples; needs scikit-learn (the extra ``train``)."""

from importlib.util import find_spec

LABELS = ("allow", "crisis", "injection", "abuse", "out_of_scope")
SEED = 4


class TrainingError(ValueError):
    """Training cannot be done; the message says why."""


def require_scikit_learn() -> None:
    """Raise ``TrainingError`` where the libraries of the extra ``train`` are not installed."""
    if missing := [name for name in ("sklearn", "scipy") if find_spec(name) is None]:
        raise TrainingError(f"training needs {' and '.join(missing)}: pip install 'zeterka[train]'")
