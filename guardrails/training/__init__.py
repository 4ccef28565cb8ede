"""Training of the input rails' classifier on written examples; needs scikit-learn (the extra ``train``)."""

LABELS = ("allow", "crisis", "injection", "abuse", "out_of_scope")
SEED = 4


class TrainingError(ValueError):
    """Training cannot be done; the message says why."""
