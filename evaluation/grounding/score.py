"""Scores of a run; the class is *unsupported*."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from evaluation.folder import GENERATED
from evaluation.grounding.sets import Checked, Judged
from evaluation.lines import read_lines
from evaluation.metrics.ratio import NOTHING, Ratio, Slices, Tally, truth
from evaluation.report import page
from evaluation.runs import keep_scores
from evaluation.turns import Turn
from evaluation.units import Unit

Scores = dict[str, Any]
_NAMES = ("recall", "precision", "false_alarm_rate")


def score(out: Path) -> Scores:
    """Read ``generated.jsonl`` of ``out``, write ``scores.json`` and ``report.html`` beside it, return the scores."""
    scores = scores_of(read_judged(out))
    keep_scores(out, scores, page("Grounding", out, scores, _wrong(out), "right_verdict"))
    return scores


def read_judged(out: Path) -> Iterator[Judged]:
    """Yield the sentences of a run; raises ``SetError``."""
    return (one for answer in read_lines(out / GENERATED, Checked) for one in answer.sentences)


def scores_of(judged: Iterable[Judged]) -> Scores:
    """Return ``recall, precision, false_alarm_rate, ms_per_sentence, sentences, by_error, by_language`` and slices."""
    slices, ms = Slices(), 0.0
    for one in judged:
        slices.add(_ratios(one), _slices(one))
        ms += one.ms
    count = slices.whole.cases
    errors = slices.groups.get("error", {})
    languages = slices.groups.get("language", {})
    return {
        **_shares(slices.whole),
        "ms_per_sentence": round(ms / count, 3) if count else 0.0,
        "by_error": {name: _shares(part)["recall"] for name, part in sorted(errors.items())},
        "by_language": {name: _shares(part) for name, part in sorted(languages.items())},
        **slices.scores("cases"),
    }


def _ratios(one: Judged) -> Mapping[str, Ratio]:
    return {
        "right_verdict": truth(one.right),
        "recall": truth(one.stopped) if not one.supported else NOTHING,
        "precision": truth(not one.supported) if one.stopped else NOTHING,
        "false_alarm_rate": truth(one.stopped) if one.supported else NOTHING,
    }


def _slices(one: Judged) -> dict[str, str]:
    return {name: value for name, value in (("language", one.language), ("error", one.error)) if value}


def _shares(tally: Tally) -> Scores:
    """Return the names of the contract, 0 of nothing."""
    return {"sentences": tally.cases, **dict.fromkeys(_NAMES, 0.0), **tally.shares(_NAMES)}


def units_of(out: Path) -> Iterator[Unit]:
    """Yield every sentence scored; raises ``SetError``."""
    return map(_unit, read_judged(out))


def _unit(one: Judged) -> Unit:
    what = "false alarm" if one.supported else f"missed {one.error}".strip()
    faults = () if one.right else (f"{what}: {one.text}",)
    return Unit(f"{one.answer}/{one.number}", {"right_verdict": truth(one.right)}, faults, _slices(one))


def _wrong(out: Path) -> Iterator[tuple[Unit, tuple[Turn, ...]]]:
    for one in read_judged(out):
        if not one.right:
            rails = [{"rail": one.rail, "action": "stopped", "detail": one.reason}] if one.stopped else []
            answer = {"status": "stopped" if one.stopped else "let through", "text": one.text, "rails": rails}
            said = "a founded sentence" if one.supported else f"a planted error: {one.error}"
            yield _unit(one), (Turn(message=said, answer=answer, evidence=one.evidence),)
