"""Occupations by likeness of interests, within preparation level, one a unit group, with every number they rest on."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import Annotated

from pydantic import Field

from assistant.advice.interests.comparison import Match, Portrait, compare
from assistant.advice.interests.errors import InterestsError, Reason
from assistant.advice.interests.holland import Profile
from assistant.advice.interests.scoring import Result
from assistant.advice.interests.shape import Shape
from register.occupation import Occupation
from register.record import Model, PrkLevel

LONGEST_LIST = 50
LEVELS = range(1, 9)


class LeftOut(Model):
    """How many occupations are not in the list, and why: nothing is dropped silently."""

    withdrawn: int = 0
    other_level: int = 0
    no_profile: int = 0
    below_good: int = 0
    same_unit_group: int = 0
    beyond_limit: int = 0


class LevelMatches(Model):
    """Matches of one level of the framework, best first; ``None`` where the records know no level."""

    level: PrkLevel | None
    matches: Annotated[tuple[Match, ...], Field(min_length=1)]


class Matches(Model):
    """``profile`` was compared with ``considered`` occupations. ``withheld`` says why there is no list at all."""

    profile: Profile | None
    skipped: int
    withheld: Shape | None = None
    considered: int = 0
    left_out: LeftOut = LeftOut()
    levels: tuple[LevelMatches, ...] = ()


def match_occupations(
    result: Result, occupations: Iterable[Occupation], *, levels: Collection[int] = (), limit: int = 10
) -> Matches:
    """Rank ``occupations`` for ``result``: at most ``limit`` a level, of ``levels`` only if any are named.

    Order: profile correlation, then Brown-Gore C, then Iachan M, then the code. A flat or incomplete profile has
    no list. Raises ``InterestsError`` for a level outside 1-8 or a limit outside 1-50.
    """
    _check(levels, limit)
    if result.profile is None or result.shape is Shape.FLAT:
        return Matches(profile=result.profile, skipped=result.skipped, withheld=result.shape)
    why: Counter[str] = Counter()
    every = list(occupations)
    found = sorted(_compared(Portrait.of(result.profile), every, frozenset(levels), why), key=_order)
    grouped = [(level, _one_a_group(of_level)) for level, of_level in groupby(found, key=lambda match: match.level)]
    why["same_unit_group"] = len(found) - sum(len(matches) for _, matches in grouped)
    why["beyond_limit"] = sum(len(matches[limit:]) for _, matches in grouped)
    return Matches(
        profile=result.profile,
        skipped=result.skipped,
        considered=len(every),
        left_out=LeftOut(**why),
        levels=tuple(LevelMatches(level=level, matches=tuple(matches[:limit])) for level, matches in grouped),
    )


def _check(levels: Collection[int], limit: int) -> None:
    if wrong := [level for level in levels if level not in LEVELS]:
        raise InterestsError(Reason.BAD_CHOICE, f"levels of the framework are 1 to 8, not {wrong[0]!r}")
    if not 1 <= limit <= LONGEST_LIST:
        raise InterestsError(Reason.BAD_CHOICE, f"a list holds 1 to {LONGEST_LIST} occupations")


def _compared(
    person: Portrait, occupations: Iterable[Occupation], levels: frozenset[int], why: Counter[str]
) -> Iterator[Match]:
    """Yield a match for each occupation that fits; count in ``why`` each that does not."""
    for occupation in occupations:
        if occupation.withdrawn:
            why["withdrawn"] += 1
        elif levels and occupation.full_prk_level not in levels:
            why["other_level"] += 1
        elif (compared := compare(person, occupation)) is None:
            why["no_profile"] += 1
        elif compared.fit is None:
            why["below_good"] += 1
        else:
            yield compared


def _order(match: Match) -> tuple[int, float, int, int, str]:
    """Level first (unknown last), then the strongest likeness."""
    level = match.level if match.level is not None else len(LEVELS) + 1
    return level, -round(match.correlation, 9), -match.c_index, -match.iachan_m, match.occupation_id


def _one_a_group(matches: Iterable[Match]) -> list[Match]:
    """Keep the first match of each ISCO unit group and name the others in it; one without a group stands alone."""
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(match.unit_group or match.occupation_id, []).append(match)
    return [
        first.model_copy(update={"others": tuple(other.occupation_id for other in others)})
        for first, *others in groups.values()
    ]
