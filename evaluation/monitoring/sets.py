"""Sampled turns as the server kept them, read one at a time, and what of them is counted by week."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from evaluation.judging import Judge
from evaluation.lines import Row, read_lines
from evaluation.turns import Checked, Read, Turn
from register.evidence import Evidence

Counts = Counter[str]
Key = tuple[str, int]
"""Thread and turn."""
Weeks = dict[str, dict[str, Counts]]
"""ISO week (``2026-W48``) → what is counted → value → how often."""
COUNTED = ("status", "empty", "dropped", "language", "records")


class Sampled(Row):
    """One kept turn; ``message`` is masked, ``ms`` is what the user waited.

    ``evidence`` is what its tools had read, ``None`` where it was not kept, less than all where ``evidence_cut``.
    """

    at: datetime
    thread_id: str
    turn: int
    message: str
    ms: float
    answer: dict[str, Any]
    evidence: tuple[Evidence, ...] | None = None
    evidence_cut: bool = False

    @property
    def key(self) -> Key:
        """What names the turn."""
        return self.thread_id, self.turn

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
        """Return the turn as it was shown; whether its sentences are supported stays open."""
        numbers = {one["n"]: one["record_id"] for one in self.answer.get("citations", ())}
        sentences = tuple(
            Checked(text=one["text"], citations=tuple(numbers[n] for n in one.get("citations", ()) if n in numbers))
            for one in self.answer.get("sentences", ())
        )
        read = tuple(
            Read(handle=one.handle, record_id=one.record_id, title=one.title, text=one.text)
            for one in self.evidence or ()
        )
        return Turn(message=self.message, answer=self.answer, evidence=read, sentences=sentences, ms=self.ms)

    def judged_turn(self, judge: Judge) -> Turn:
        """Return the turn with its sentences judged by what it had read; as shown where that was not kept."""
        turn = self.as_turn()
        if self.evidence is None:
            return turn
        sentences, invented = judge.read(self.answer, {one.handle: one for one in self.evidence}, self.message)
        return turn.model_copy(update={"sentences": sentences, "invented": invented})


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
