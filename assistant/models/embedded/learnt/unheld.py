"""What is asked that no record holds (a phone number, a date, a promise), by a linear model on the features of wants.

It hears what a list of phrases does not: that «zostało coś wolnego?» asks for free places.
"""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from assistant.models.embedded.learnt.linear import Linear, load
from assistant.models.embedded.learnt.stand_ins import alike
from assistant.models.embedded.learnt.wants import weighed

ANY = "any"
"""The label of the column that tells questions no record can answer from all others."""


@lru_cache(maxsize=1_024)
def unheld_by(text: str) -> tuple[str, float]:
    """Return which kind of thing that is not held ``text`` most likely asks for, and the probability that it does."""
    model = load("unheld")
    return read(scores_of(model, text), model.card["any"])


def scores_of(model: Linear, text: str) -> Mapping[str, float]:
    """Return the score of each kind and of ``ANY``, whatever records a text names."""
    return model.mean_by_label(weighed(said, model.rarity) for said in alike(text))


def read(scores: Mapping[str, float], scale: Mapping[str, float]) -> tuple[str, float]:
    """Return the likeliest kind, and the probability that any is asked for, by what the scores tell on their scale."""
    kind = max((label for label in scores if label != ANY), key=lambda label: scores[label])
    told = scale["slope"] * scores[ANY] + scale.get("nearest", 0.0) * scores[kind] + scale["constant"]
    return kind, float(1 / (1 + np.exp(-told)))
