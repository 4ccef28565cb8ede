"""From a correlation to a word: best, great, good. People see the word, the JSON keeps the number."""

from enum import StrEnum

_DECIMALS = 12


class Fit(StrEnum):
    """How like an occupation's profile a person's is; below ``good`` nothing is called a fit."""

    BEST = "best"
    GREAT = "great"
    GOOD = "good"


FIT_FROM: dict[Fit, float] = {Fit.BEST: 0.729, Fit.GREAT: 0.608, Fit.GOOD: 0.426}
"""The critical correlations of six values, one-tailed: p < .05, p < .10, p < .20 (``chance_of_correlation``).

The first two are the bars of the O*NET Interest Profiler's career returns (Rounds et al., IPSF reports); the
third is this project's own, by the same formula, so that a list is not empty for an unusual profile.
"""


def fit_of(correlation: float) -> Fit | None:
    """Name the fit, or ``None`` below the last bar; a value on the bar counts as above it."""
    value = round(correlation, _DECIMALS)
    return next((fit for fit, bar in FIT_FROM.items() if value >= bar), None)
