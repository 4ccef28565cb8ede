"""The model-free measures over sampled turns, by week."""

from pathlib import Path
from typing import Any

from evaluation.expectations import Expect, outcome_of
from evaluation.judging import Judge, rails_judge
from evaluation.lines import read_lines
from evaluation.metrics.answers import ratios_of
from evaluation.metrics.ratio import Ratio, Tally, mean_of, truth
from evaluation.metrics.times import Clock
from evaluation.monitoring.ratings import Ratings, counted
from evaluation.monitoring.sets import Sampled

Scores = dict[str, Any]
_NOBODY_EXPECTS = Expect()


def scores_of(turns: Path, ratings: Ratings) -> Scores:
    """Return each measure that needs neither a model nor an expected answer, whole and by week; raises ``SetError``."""
    whole, clock, rated = Tally(), Clock(), 0
    weeks: dict[str, Tally] = {}
    judge = rails_judge()
    for one in read_lines(turns, Sampled):
        ratios = _ratios(one, judge)
        whole.add(ratios)
        weeks.setdefault(one.week, Tally()).add(ratios)
        clock.add(one.ms)
        rated += (one.thread_id, one.turn) in ratings
    return {
        "turns": whole.cases,
        **whole.shares(),
        "latency_ms": clock.percentiles(),
        "feedback": counted(ratings, rated),
        "weeks": {week: {"turns": one.cases, **one.shares()} for week, one in sorted(weeks.items())},
    }


def _ratios(one: Sampled, judge: Judge) -> dict[str, Ratio]:
    turn = one.judged_turn(judge)
    measured = ratios_of(_NOBODY_EXPECTS, outcome_of(_NOBODY_EXPECTS, turn), turn)
    # Where evidence was not kept, what only evidence can tell is left open instead of being called perfect.
    if one.evidence is None or one.evidence_cut:
        del measured["invented_entity_rate"]
    if one.evidence is None:
        del measured["citation_precision_by_rail"], measured["citation_recall_by_rail"]
    cited = sum(bool(sentence.citations) for sentence in turn.sentences)
    return {
        **measured,
        "cited_sentences": mean_of(cited, len(turn.sentences)),
        "nothing_found": truth(turn.status == "no_information"),
        "sentences_dropped": truth(one.dropped),
    }
