"""Thumbs and reasons, joined to the sampled turns they are about by thread and turn."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.lines import Row, read_lines
from evaluation.monitoring.sets import Sampled


class Rating(Row):
    """One thumb as the server kept it: never the words of a comment, only their number of characters."""

    at: str
    thread_id: str
    turn: int
    rating: str
    reason: str | None = None
    comment_chars: int = 0


Ratings = dict[tuple[str, int], Rating]


def ratings_of(path: Path) -> Ratings:
    """Return the last thumb for each turn, nothing where nobody gave one; raises ``SetError``."""
    if not path.is_file():
        return {}
    return {(one.thread_id, one.turn): one for one in read_lines(path, Rating)}


def counted(ratings: Ratings, rated: int) -> dict[str, Any]:
    """Return how many thumbs there are, how many of them are about a sampled turn, and why they point down."""
    thumbs = Counter(one.rating for one in ratings.values())
    reasons = Counter(one.reason or "none given" for one in ratings.values() if one.rating == "down")
    return {
        "up": thumbs["up"],
        "down": thumbs["down"],
        "of_sampled_turns": rated,
        "reasons": dict(sorted(reasons.items())),
    }


def export(turns: Path, ratings: Ratings, out: Path) -> int:
    """Write every rated turn with its thumb, one JSON object a line, and return how many.

    Raises ``SetError`` and ``OSError``.
    """
    count = 0
    with out.open("w", encoding="utf-8") as file:
        for turn, rating in _joined(turns, ratings):
            kept = turn.model_copy(update={"rating": rating.rating, "reason": rating.reason, "rated_at": rating.at})
            file.write(f"{kept.model_dump_json()}\n")
            count += 1
    return count


def _joined(turns: Path, ratings: Ratings) -> Iterator[tuple[Sampled, Rating]]:
    for turn in read_lines(turns, Sampled):
        if rating := ratings.get((turn.thread_id, turn.turn)):
            yield turn, rating
