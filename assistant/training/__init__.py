"""Training of the embedded model's reader on written questions; needs scikit-learn (the extra ``train``)."""


class TrainingError(ValueError):
    """Training cannot be done; the message says why."""
