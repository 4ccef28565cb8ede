"""A judge's verdicts on sampled turns: each turn is judged once, deleted conversations leave their verdicts too."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluation.cases import Case, Played
from evaluation.expectations import Expect
from evaluation.folder import Progress, no_progress
from evaluation.judge.sets import Verdict
from evaluation.lines import read_lines
from evaluation.monitoring.sets import Key, Sampled

if TYPE_CHECKING:
    from assistant.models.served import ServedModel

FILE = "judged_turns.jsonl"
AT_ONCE = 200
"""Turns judged in one pass, so that a judge that was away is not asked for days of them."""


class JudgedTurn(Verdict):
    """A verdict on one sampled turn."""

    thread_id: str
    turn: int
    week: str

    @property
    def key(self) -> Key:
        """What names the turn."""
        return self.thread_id, self.turn


async def judge_new(
    turns: Path, out: Path, served: "ServedModel", progress: Progress = no_progress, most: int = AT_ONCE
) -> int:
    """Judge up to ``most`` turns that have no verdict yet and return how many.

    Raises ``JudgeGoneError`` (what was judged is kept), ``SetError`` and ``OSError``.
    """
    from evaluation.judge.generate import judged, measures_of  # noqa: PLC0415 - the models' clients

    known = forget_deleted(turns, out)
    fresh = list(islice((one for one in read_lines(turns, Sampled) if one.key not in known), most))
    measures = measures_of(served)
    with out.open("a", encoding="utf-8") as file:
        for done, one in enumerate(fresh, 1):
            verdict = await judged(_case(one), 1, measures(1))
            row = JudgedTurn(**verdict.model_dump(), thread_id=one.thread_id, turn=one.turn, week=one.week)
            file.write(f"{row.model_dump_json()}\n")
            file.flush()
            progress("judging", done, len(fresh))
    return len(fresh)


def forget_deleted(turns: Path, out: Path) -> set[Key]:
    """Drop verdicts on turns that are gone and return the keys of those that stay; raises ``SetError``, ``OSError``."""
    if not out.is_file():
        out.touch(0o600)
        return set()
    there = {one.key for one in read_lines(turns, Sampled)}
    kept = [one for one in read_lines(out, JudgedTurn) if one.key in there]
    aside = out.with_suffix(".new")
    aside.touch(0o600)
    aside.write_text("".join(f"{one.model_dump_json()}\n" for one in kept), "utf-8")
    aside.replace(out)
    return {one.key for one in kept}


def judged_scores(out: Path) -> dict[str, Any]:
    """Return the means of what was judged; nothing where nothing was."""
    from evaluation.judge.score import scores_of  # noqa: PLC0415

    verdicts: Iterator[Verdict] = read_lines(out, JudgedTurn) if out.is_file() else iter(())
    scores = scores_of(verdicts)
    del scores["agreement"]
    return {"judge": scores} if scores["cases"] else {}


def _case(one: Sampled) -> Case:
    played = Played(expect=Expect(), turn=one.as_turn())
    return Case(id=f"{one.thread_id}/{one.turn}", turns=(played,))
