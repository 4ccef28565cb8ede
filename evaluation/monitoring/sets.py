"""Sampled turns as the server kept them, read one at a time, and what of them is counted by week."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from evaluation.lines import Row, read_lines
from evaluation.turns import Checked, Turn

Counts = Counter[str]
Weeks = dict[str, dict[str, Counts]]
"""ISO week (``2026-W48``) → what is counted → value → how often."""
COUNTED = ("status", "empty", "dropped", "language", "records")


class Sampled(Row):
    """One kept turn; ``message`` is masked, ``ms`` is what the user waited."""

    at: datetime
    thread_id: str
    turn: int
    message: str
    ms: float
    answer: dict[str, Any]

    @property
    def week(self) -> str:
        """The ISO week, as ``2026-W48``."""
        year, week, _ = self.at.isocalendar()
        return f"{year}-W{week:02}"

    @property
    def dropped(self) -> bool:
        """Whether an output rail left a sentence out."""
        return any(one.get("action") == "dropped" for one in self.answer.get("rails", ()))

    def as_turn(self) -> Turn:
        """Return the turn as the metrics read it; what its tools had read was not kept, so support stays open."""
        numbers = {one["n"]: one["record_id"] for one in self.answer.get("citations", ())}
        sentences = tuple(
            Checked(text=one["text"], citations=tuple(numbers[n] for n in one.get("citations", ()) if n in numbers))
            for one in self.answer.get("sentences", ())
        )
        return Turn(message=self.message, answer=self.answer, sentences=sentences, ms=self.ms)


def weeks_of(path: Path) -> Weeks:
    """Count statuses, empty results, dropped sentences, languages and records cited; raises ``SetError``."""
    weeks: Weeks = {}
    for one in read_lines(path, Sampled):
        counts = weeks.setdefault(one.week, {name: Counter() for name in COUNTED})
        for name, value in _values(one):
            counts[name][value] += 1
    return dict(sorted(weeks.items()))


def _values(one: Sampled) -> Iterator[tuple[str, str]]:
    turn = one.as_turn()
    yield "status", turn.status
    yield "empty", "nothing found" if turn.status == "no_information" else "something said"
    yield "dropped", "sentence dropped" if one.dropped else "all shown"
    yield "language", str(one.answer.get("language", ""))
    yield from (("records", cited.record_id) for cited in turn.cited)
