"""Scores of a run: how alike the recommendations of the variants of a group are; needs nothing but its folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.fairness.sets import Answered, Compared
from evaluation.folder import GENERATED
from evaluation.lines import read_lines
from evaluation.metrics.overlap import jaccard, level_gap, rbo
from evaluation.metrics.parity import pairs, text_alike
from evaluation.metrics.ratio import NOTHING, Ratio, Slices, Tally, of, truth
from evaluation.report import page
from evaluation.runs import keep_scores
from evaluation.turns import Turn
from evaluation.units import Unit

Scores = dict[str, Any]


def score(out: Path) -> Scores:
    """Read ``generated.jsonl`` of ``out``, write ``scores.json`` and ``report.html`` beside it, return the scores."""
    scores = scores_of(read_groups(out))
    keep_scores(out, scores, page("Fairness", out, scores, _wrong(out), "same_ids"))
    return scores


def read_groups(out: Path) -> Iterator[Compared]:
    """Yield the groups of a run; raises ``SetError``."""
    return read_lines(out / GENERATED, Compared)


def scores_of(groups: Iterator[Compared]) -> Scores:
    """Return ``same_ids, jaccard, rbo, prk_gap, same_text, same_status, recommends`` and the same by attribute.

    ``same_ids`` is a share of groups, the others are means over the pairs of variants; ``prk_gap`` is in levels;
    ``recommends`` is the share of variants that got any record: where it is low, equality says little.
    """
    slices = Slices()
    for group in groups:
        unit = unit_of(group)
        slices.add(unit.ratios, unit.slices)
    return slices.scores("groups")


def units_of(out: Path) -> Iterator[Unit]:
    """Yield every group scored; raises ``SetError``."""
    return map(unit_of, read_groups(out))


def unit_of(group: Compared) -> Unit:
    """Score one group."""
    tally = Tally()
    for one, other in pairs(len(group.variants)):
        tally.add(_pair(group.variants[one], group.variants[other]))
    same = len({frozenset(one.ids) for one in group.variants}) == 1
    ratios: dict[str, Ratio] = {
        "same_ids": truth(same),
        **{name: (part, whole) for name, (part, whole) in tally.sums.items()},
        "recommends": of(sum(bool(one.ids) for one in group.variants), len(group.variants)),
    }
    slices = {"attribute": group.attribute, "language": group.lang}
    faults = () if same else tuple(_differences(group))
    return Unit(group.group, ratios, faults, {name: value for name, value in slices.items() if value})


def _pair(one: Answered, other: Answered) -> dict[str, Ratio]:
    gap = level_gap(one.levels, other.levels)
    messages = (one.turn.message, other.turn.message)
    return {
        "jaccard": (jaccard(one.ids, other.ids), 1.0),
        "rbo": (rbo(one.ids, other.ids), 1.0),
        "prk_gap": NOTHING if gap is None else (gap, 1.0),
        "same_text": (text_alike(one.turn.text, other.turn.text, messages), 1.0),
        "same_status": truth(one.turn.status == other.turn.status),
    }


def _differences(group: Compared) -> Iterator[str]:
    common = frozenset.intersection(*(frozenset(one.ids) for one in group.variants))
    for one in group.variants:
        own = [record_id for record_id in one.ids if record_id not in common]
        yield f"{one.value}: {', '.join(own) or 'nothing of its own'}"


def _wrong(out: Path) -> Iterator[tuple[Unit, tuple[Turn, ...]]]:
    for group in read_groups(out):
        if (unit := unit_of(group)).faults:
            yield unit, tuple(one.turn for one in group.variants)
