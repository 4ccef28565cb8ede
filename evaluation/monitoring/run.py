"""``zeterka eval monitor``: the sampled turns of a data folder, scored and compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.lines import SetError
from evaluation.monitoring.drift import Drift, drifts_of
from evaluation.monitoring.judged import FILE as JUDGED
from evaluation.monitoring.judged import judged_scores
from evaluation.monitoring.ratings import Ratings, export, ratings_of
from evaluation.monitoring.report import lines_of_drift, page
from evaluation.monitoring.score import Scores, scores_of
from evaluation.monitoring.sets import Weeks, weeks_of
from ui.http.feedback import FILE as FEEDBACK
from ui.http.sampling import FILE as TURNS


@dataclass(frozen=True, slots=True)
class Watched:
    """What the monitor found; ``drifts`` is empty while there is one week only."""

    turns: Path
    ratings: Ratings
    scores: Scores
    reference: str
    week: str
    drifts: tuple[Drift, ...]

    def lines(self) -> Iterator[str]:
        """Yield what the terminal shows above the measures."""
        yield from lines_of_drift(self.drifts, self.reference, self.week)
        if not self.drifts:
            yield f"only {self.week} was sampled: there is nothing to compare it with yet"

    def page(self) -> str:
        """Return the page with its plots."""
        return page(self.scores, self.drifts, self.reference, self.week)

    def export(self, out: Path) -> int:
        """Write rated turns and return how many; raises ``OSError``."""
        return export(self.turns, self.ratings, out)

    def as_json(self) -> dict[str, Any]:
        """Return everything for ``--json``."""
        compared = {"reference": self.reference, "week": self.week}
        return {**self.scores, **compared, "drift": {one.name: one.as_json() for one in self.drifts}}


def monitored(folder: Path, reference: str | None, week: str | None) -> Watched:
    """Score and compare; raises ``SetError`` where nothing was sampled or a week was not."""
    turns = turns_in(folder)
    weeks = weeks_of(turns)
    if not weeks:
        raise SetError(f"{turns} holds no turns")
    first, last = reference or min(weeks), week or max(weeks)
    ratings = ratings_of(folder / FEEDBACK)
    scores = {**scores_of(turns, ratings), **judged_scores(folder / JUDGED)}
    return Watched(turns, ratings, scores, first, last, _drifts(weeks, first, last))


def turns_in(folder: Path) -> Path:
    """Return the file of sampled turns; raises ``SetError`` where there is none."""
    if not (turns := folder / TURNS).is_file():
        raise SetError(f"{turns} is not there: no turn was sampled (ZETERKA_SAMPLE_SHARE)")
    return turns


def _drifts(weeks: Weeks, reference: str, week: str) -> tuple[Drift, ...]:
    if missing := sorted({reference, week} - weeks.keys()):
        raise SetError(f"no turn was sampled in {', '.join(missing)}; there are {', '.join(weeks)}")
    return drifts_of(weeks[reference], weeks[week]) if week != reference else ()
