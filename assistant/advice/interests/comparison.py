"""One person's profile beside one occupation's: the numbers, and the word for them."""

from dataclasses import dataclass
from functools import lru_cache

from assistant.advice.interests.fit import Fit, fit_of
from assistant.advice.interests.formulas import brown_gore_c, iachan_m, profile_correlation, profile_distance
from assistant.advice.interests.holland import HollandType, Profile
from assistant.advice.interests.shape import high_point
from register.occupation import Occupation, Riasec
from register.record import Model, PrkLevel
from register.vocabulary import MatchedBy

ONET_SCALE = (1, 7)


class Match(Model):
    """An occupation and how it compares.

    ``interests``: its profile on O*NET's 1-7 scale as recorded; ``correlation`` -1 to 1; ``c_index`` 0-18 and
    ``iachan_m`` 0-28 of the three highest letters of both (equal values in hexagon order); ``distance`` 0 to
    sqrt(6), both profiles on 0-1; ``shared``: types in the codes of both; ``how`` and ``matched_by``: how the
    profile was joined to the occupation; ``others``: ids of the unit group that fit no better.
    """

    occupation_id: str
    name: str
    code: str
    unit_group: str
    level: PrkLevel | None
    fit: Fit | None
    correlation: float
    c_index: int
    iachan_m: int
    distance: float
    interests: Profile
    shared: tuple[HollandType, ...]
    how: str
    matched_by: MatchedBy
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Portrait:
    """A profile with what is read off it: shares on 0-1, the three highest letters, the code."""

    profile: Profile
    shares: tuple[float, ...]
    highest: tuple[HollandType, ...]
    code: tuple[HollandType, ...]

    @classmethod
    def of(cls, profile: Profile, lowest: float = 0, highest: float = 100) -> "Portrait":
        """Read ``profile``, whose scale runs from ``lowest`` to ``highest``."""
        scaled = profile.rescaled(lowest, highest)
        shares = tuple(value / 100 for value in scaled.values)
        return cls(profile, shares, profile.ranked[:3], high_point(scaled).letters)


def compare(person: Portrait, occupation: Occupation) -> Match | None:
    """Compare a person with an occupation; ``None`` where it has no profile, or a level one."""
    if occupation.riasec is None:
        return None
    work = portrait_of(occupation.riasec)
    correlation = profile_correlation(person.profile.values, work.profile.values)
    if correlation is None:
        return None
    return Match(
        occupation_id=occupation.id,
        name=occupation.name,
        code=occupation.code,
        unit_group=occupation.isco_group,
        level=occupation.full_prk_level,
        fit=fit_of(correlation),
        correlation=correlation,
        c_index=brown_gore_c(person.highest, work.highest),
        iachan_m=iachan_m(person.highest, work.highest),
        distance=profile_distance(person.shares, work.shares),
        interests=work.profile,
        shared=tuple(kind for kind in person.code if kind in work.code),
        how=occupation.riasec.how,
        matched_by=occupation.riasec.matched_by,
    )


@lru_cache(maxsize=4096)
def portrait_of(ratings: Riasec) -> Portrait:
    """Read the ratings of an occupation, 1-7; kept, for the same records are compared with everyone."""
    values = (ratings.r, ratings.i, ratings.a, ratings.s, ratings.e, ratings.c)
    return Portrait.of(Profile.of(values), *ONET_SCALE)
