"""The use-by rule: the newest figure of a series, a warning on one that is past its date, one withheld by rule."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from prompts import Prompts
from register.facts import Freshness, LabourFact
from register.record import LocalText
from register.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Aged:
    """Figures that may be shown, the fresh ones first, with notes about those withheld."""

    figures: tuple[LabourFact, ...]
    notes: tuple[str, ...]


def newest_of_each(figures: Iterable[LabourFact], day: date, year: str = "") -> tuple[LabourFact, ...]:
    """Keep of every series (source, what it is of, unit, place) its last period, of ``year`` where it has one; the

    order stays.

    A period that has not begun on ``day`` is a fault of the source and is left out.
    """
    known = [fact for fact in figures if fact.period[:4] <= str(day.year)]
    last: dict[tuple[str, ...], str] = {}
    for fact in sorted(known, key=lambda fact: (bool(year) and fact.period.startswith(year), fact.period)):
        last[_series(fact)] = fact.period
    return tuple(fact for fact in known if fact.period == last[_series(fact)])


def apply_use_by(figures: Iterable[LabourFact], day: date, warn: Callable[[LabourFact], LabourFact]) -> Aged:
    """Leave out what is withheld on ``day``; ``warn`` gives the figure to show for one that is past its date."""
    shown: list[tuple[bool, LabourFact]] = []
    notes = []
    for fact in figures:
        freshness = fact.freshness(day)
        if freshness is Freshness.WITHHELD:
            notes.append(f"labour:withheld:{fact.name}")
            continue
        past = freshness is Freshness.PAST
        shown.append((past, warn(fact) if past else fact))
    return Aged(tuple(fact for _, fact in sorted(shown, key=lambda pair: pair[0])), tuple(notes))


def warned(fact: LabourFact, prompts: Prompts) -> LabourFact:
    """Return the figure with a warning that it is past its use-by date."""
    said = {
        language: prompts.phrase("labour.past", language, period=period_in(fact.period, language, prompts))
        for language in Language
    }
    return fact.model_copy(update={"caveats": (LocalText(**said), *fact.caveats)})


def period_in(period: str, language: Language, prompts: Prompts) -> str:
    """Write «2024-10» as «październik 2024»; anything else stays as it is."""
    year, _, month = period.partition("-")
    return (
        f"{prompts.phrase(f'label.month.{month}', language)} {year}"
        if month.isdecimal() and len(month) == 2
        else period
    )


def _series(fact: LabourFact) -> tuple[str, ...]:
    return (fact.source.key, fact.occupation, fact.code_prefix, fact.field, fact.unit, fact.territory.teryt)
