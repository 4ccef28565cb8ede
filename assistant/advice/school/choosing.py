"""School occupations for a pupil: ranked by interests and wish, with the schools that teach them and for how long."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.advice.interests import Profile as Interests
from assistant.advice.interests.comparison import portrait_of
from assistant.advice.interests.formulas import profile_correlation
from assistant.advice.matching.entry import reserved_for
from assistant.advice.pathways.model import StepKind
from assistant.advice.pathways.rulebook import rulebook
from register.occupation import Occupation

WEIGHTS = {"wish": 0.5, "interests": 0.5}
"""Own choice; where one of them is unknown, the other counts alone."""

MOST_A_BRANCH = 3
WORTH = 0.2
"""An occupation whose score is less than this share of the best one's is not proposed; own choice."""

POST_SECONDARY = "szkoła policealna"
_STEPS = {
    "technikum": StepKind.TECHNIKUM,
    "BS I": StepKind.BRANCH_SCHOOL_1,
    "BS II": StepKind.BRANCH_SCHOOL_2,
    POST_SECONDARY: StepKind.POST_SECONDARY,
}
AFTER = {"technikum": "fact:C-technikum", "BS I": "fact:R048", "BS II": "fact:R074"}
"""What says where one can go on from a school."""


@dataclass(frozen=True, slots=True)
class SchoolWay:
    """A type of school that teaches the occupation: years where a rule or the record names them, and the rules."""

    school: str
    years: float | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """An occupation, its score (0-1) and, by factor, the weight used and the value (0-1, or unknown)."""

    occupation: Occupation
    score: float
    factors: dict[str, tuple[float, float | None]]
    ways: tuple[SchoolWay, ...]

    @property
    def later(self) -> bool:
        """Whether only schools teach it to which one goes after a secondary school."""
        return bool(self.ways) and all(way.school == POST_SECONDARY for way in self.ways)


def goes_on(occupation: Occupation, others: Iterable[Occupation]) -> tuple[tuple[Occupation, tuple[str, ...]], ...]:
    """Return the second-degree occupations open after the first-degree school, with the qualifications they share.

    The rule (fact:R048): the occupation of the first degree must share a qualification with that of the second.
    """
    if "BS I" not in occupation.school_types:
        return ()
    own = _parts(occupation)
    pairs = ((one, tuple(sorted(own & _parts(one)))) for one in others if "BS II" in one.school_types)
    return tuple((one, shared) for one, shared in pairs if shared and one.id != occupation.id and not one.withdrawn)


def _parts(occupation: Occupation) -> frozenset[str]:
    return frozenset(part for choice in occupation.qualifications for part in choice)


def choose(
    occupations: Iterable[Occupation],
    interests: Interests | None,
    fits: Mapping[str, float],
    *,
    wished: bool,
    branch: str = "",
    limit: int = 5,
) -> tuple[Choice, ...]:
    """Return at most ``limit`` occupations, best first, at most three a branch; ``branch`` keeps one branch (its code).

    ``fits`` says by occupation id how far it is about the wish (0-1); an occupation not in it is not about it.
    Occupations that schools no longer teach, and those kept for one group of people, are left out. Where nothing fits
    at all there is nothing to choose. Where only post-secondary schools teach what fits best, the last place goes to
    the best occupation that one can begin to learn after the primary school.
    """
    open_to_all = (one for one in occupations if one.school_types and not one.withdrawn and not reserved_for(one))
    kept = (one for one in open_to_all if not branch or one.branch_code == branch)
    scored = [choice_of(one, interests, fits.get(one.id, 0.0) if wished else None) for one in kept]
    ranked = sorted(scored, key=lambda one: (-round(one.score, 9), one.occupation.id))
    worth = [one for one in ranked if one.score > 0 and one.score >= WORTH * ranked[0].score]
    chosen: list[Choice] = []
    for one in worth:
        of_branch = sum(other.occupation.branch_code == one.occupation.branch_code for other in chosen)
        if len(chosen) < limit and (branch or of_branch < MOST_A_BRANCH):
            chosen.append(one)
    if all(one.later for one in chosen) and (sooner := [one for one in worth if not one.later]):
        chosen = [*chosen[: limit - 1], sooner[0]]
    return tuple(chosen)


def choice_of(occupation: Occupation, interests: Interests | None, wish: float | None) -> Choice:
    """Score one occupation: sum of weight x value over what is known, the weights divided by their sum."""
    values = {"wish": wish, "interests": _likeness(occupation, interests)}
    known = sum(WEIGHTS[name] for name, value in values.items() if value is not None)
    factors = {name: (WEIGHTS[name] / known if value is not None else 0.0, value) for name, value in values.items()}
    score = sum(weight * (value or 0.0) for weight, value in factors.values())
    return Choice(occupation, score, factors, ways_of(occupation))


def ways_of(occupation: Occupation) -> tuple[SchoolWay, ...]:
    """Return the schools that teach an occupation; a time no rule and no record names stays unknown."""
    return tuple(_way(occupation, school) for school in occupation.school_types)


def _way(occupation: Occupation, school: str) -> SchoolWay:
    if (kind := _STEPS.get(school)) is None:
        return SchoolWay(school, None, ())
    rule = rulebook()[kind]
    years = rule.months[0] / 12 if rule.months and rule.months[0] == rule.months[1] else None
    if kind is StepKind.POST_SECONDARY:
        years = occupation.post_secondary_years
    return SchoolWay(school, years, rule.rules)


def _likeness(occupation: Occupation, interests: Interests | None) -> float | None:
    """(1 + r) / 2, r the profile correlation; unknown without a profile on either side."""
    if interests is None or occupation.riasec is None:
        return None
    r = profile_correlation(interests.values, portrait_of(occupation.riasec).profile.values)
    return None if r is None else (1 + r) / 2
