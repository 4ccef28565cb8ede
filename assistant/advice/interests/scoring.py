"""Answers to scores: points, per cent a type, what is missing, the shape and the code.

Points of an answer are a - 1 (0-4); the score of a type is 100 x points / (4 x answers given). Nothing but
answers goes in.
"""

from collections.abc import Iterable, Sequence
from typing import Annotated

from pydantic import Field

from assistant.advice.interests.bank import Item
from assistant.advice.interests.errors import InterestsError, Reason
from assistant.advice.interests.formulas import Differentiation, consistency, differentiation
from assistant.advice.interests.holland import HEXAGON, HollandType, Profile
from assistant.advice.interests.shape import HighPoint, Shape, high_point, shape_of
from register.record import Model

LOWEST, HIGHEST = 1, 5
MOST_POINTS = HIGHEST - LOWEST
FEWEST_ANSWERS = 2
SKIPPED_PER_TEN = 2

Answer = Annotated[int, Field(strict=True, ge=LOWEST, le=HIGHEST)]


class Response(Model):
    """What was said to one item: 1 (not at all) to 5 (very much), or ``None`` when it was skipped."""

    item: str
    value: Answer | None


class TypeScore(Model):
    """One type: ``percent`` = 100 x ``points`` / (4 x ``answered``), ``None`` where too much is missing."""

    type: HollandType
    answered: int
    skipped: int
    points: int
    percent: float | None


class Result(Model):
    """Everything a score was made of; ``profile`` (0-100) and what follows from it only when all types are scored."""

    scores: tuple[TypeScore, ...]
    shape: Shape
    code: HighPoint = HighPoint()
    profile: Profile | None = None
    differentiation: Differentiation | None = None
    consistency: int | None = None

    @property
    def skipped(self) -> int:
        """How many questions were skipped."""
        return sum(score.skipped for score in self.scores)

    @property
    def missing(self) -> tuple[HollandType, ...]:
        """The types that could not be scored."""
        return tuple(score.type for score in self.scores if score.percent is None)


def score(responses: Iterable[Response], items: Sequence[Item]) -> Result:
    """Score ``responses`` to ``items`` (the whole form, asked or not); raises ``InterestsError`` for a foreign item.

    A type is refused with fewer than two answers, or with more skipped than two in ten of its items, at least one
    being allowed (``skips_allowed``).
    """
    scores = tallies(responses, items)
    if any(entry.percent is None for entry in scores):
        return Result(scores=scores, shape=Shape.INCOMPLETE)
    profile = Profile.of([entry.percent for entry in scores if entry.percent is not None])
    code = high_point(profile)
    return Result(
        scores=scores,
        shape=shape_of(profile),
        code=code,
        profile=profile,
        differentiation=differentiation(profile.values),
        consistency=consistency(code.letters[:2]) if len(code.letters) > 1 else None,
    )


def skips_allowed(items_of_type: int) -> int:
    """How many items of one type may be skipped: two in ten, and one of fewer (3 -> 1, 8 -> 1, 10 -> 2)."""
    return max(1, items_of_type * SKIPPED_PER_TEN // 10)


def tallies(responses: Iterable[Response], items: Sequence[Item]) -> tuple[TypeScore, ...]:
    """Count the answers of each type, in hexagon order."""
    kinds = {item.id: item.type for item in items}
    values: dict[HollandType, list[int | None]] = {kind: [] for kind in HEXAGON}
    seen: set[str] = set()
    for response in responses:
        if response.item not in kinds or response.item in seen:
            raise InterestsError(
                Reason.UNREADABLE, f"item {response.item!r} is not of this form, or was answered twice"
            )
        seen.add(response.item)
        values[kinds[response.item]].append(response.value)
    asked = list(kinds.values())
    return tuple(_tally(kind, values[kind], asked.count(kind)) for kind in HEXAGON)


def _tally(kind: HollandType, values: Sequence[int | None], items: int) -> TypeScore:
    given = [value for value in values if value is not None]
    skipped, points = len(values) - len(given), sum(value - LOWEST for value in given)
    enough = len(given) >= FEWEST_ANSWERS and skipped <= skips_allowed(items)
    percent = 100 * points / (MOST_POINTS * len(given)) if enough else None
    return TypeScore(type=kind, answered=len(given), skipped=skipped, points=points, percent=percent)
