"""What a run of the judge keeps: one line a case and repetition."""

from evaluation.lines import Row


class Verdict(Row):
    """One case judged once. ``turn`` counts from 1 within ``scores``' keys: ``faithfulness#2`` is of the second turn.

    ``scores`` are in 0-1; ``failed`` names what the judge could not be understood in; what the case gives nothing to
    judge is in neither. ``used`` holds tokens, requests and, where the judge has a price, its cost.
    """

    case: str
    repetition: int
    scores: dict[str, float] = {}
    failed: dict[str, str] = {}
    used: dict[str, float] = {}


def place(metric: str, turn: int) -> str:
    """Return the key of a metric of one turn; 0 is the whole conversation."""
    return f"{metric}#{turn}"


def metric_of(key: str) -> str:
    """Return the metric's name in a key."""
    return key.partition("#")[0]
