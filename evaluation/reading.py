"""The units of a kept run, whatever its task: what ``diff`` compares."""

from collections.abc import Callable, Iterator
from pathlib import Path

from evaluation.fairness.score import read_groups
from evaluation.fairness.score import unit_of as group_unit
from evaluation.folder import GENERATED, read_config
from evaluation.grounding.sets import Judged as Sentence
from evaluation.guardrails.sets import Judged as Message
from evaluation.lines import read_lines
from evaluation.metrics.ratio import truth
from evaluation.retrieval.score import ndcg, recall, reciprocal_rank
from evaluation.retrieval.sets import Answered
from evaluation.runs import RunError
from evaluation.scoring import read_cases, unit_of
from evaluation.units import Unit

Units = Callable[[Path], Iterator[Unit]]


def units_of(run: Path) -> Iterator[Unit]:
    """Yield the units of a run; raises ``RunError`` and ``SetError``."""
    task = read_config(run).get("task", "")
    if task not in _READERS:
        raise RunError(f"{run} holds a run of no known task ({task!r})")
    return _READERS[task](run)


def _cases(run: Path) -> Iterator[Unit]:
    return (unit_of(case) for case in read_cases(run))


def _groups(run: Path) -> Iterator[Unit]:
    return (group_unit(group) for group in read_groups(run))


def _questions(run: Path) -> Iterator[Unit]:
    for one in read_lines(run / GENERATED, Answered):
        rank = reciprocal_rank(one)
        ratios = {
            "mrr": (rank, 1.0),
            "ndcg@10": (ndcg(one), 1.0),
            "recall@10": (recall(one), 1.0),
            "success@1": truth(rank == 1),
            "success@10": truth(rank >= 0.1),
        }
        faults = () if rank == 1 else (f"first was {one.found[0] if one.found else 'nothing'}",)
        yield Unit(one.id, ratios, faults, {"slice": one.slice} if one.slice else {})


def _messages(run: Path) -> Iterator[Unit]:
    for one in read_lines(run / GENERATED, Message):
        right = one.verdict is one.label
        faults = () if right else (f"{one.label} taken for {one.verdict} by {one.rail}",)
        yield Unit(one.id, {"right_label": truth(right)}, faults, {"label": one.label, "language": one.lang})


def _sentences(run: Path) -> Iterator[Unit]:
    for number, one in enumerate(read_lines(run / GENERATED, Sentence), 1):
        right = one.stopped is not one.supported
        faults = () if right else (f"{'stopped' if one.stopped else 'let through'}: {one.text}",)
        yield Unit(f"{one.answer}/{number}", {"right_verdict": truth(right)}, faults, {"language": one.language})


_READERS: dict[str, Units] = {
    "answers": _cases,
    "conversations": _cases,
    "fairness": _groups,
    "retrieval": _questions,
    "guardrails": _messages,
    "grounding": _sentences,
}
