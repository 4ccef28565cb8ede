"""Training of the embedded model's reader on written questions; needs scikit-learn (the extra ``train``)."""

from guardrails.training import TrainingError

__all__ = ["TrainingError"]
